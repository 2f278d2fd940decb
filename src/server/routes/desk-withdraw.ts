import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { type Choice, type Choices, choicesOf } from '#withdrawal/choices.ts';
import type { Desk } from '#server/desk-context.ts';
import { listDrafts } from '#repository/drafts.ts';
import { bytesOf, filesOf, liveTip } from '#repository/git-store.ts';
import { escaped } from '#server/escape.ts';
import { inSite } from '#server/into-page.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { rebuildOf, receiptMarkup } from '#server/receipt-page.ts';
import { Refusal } from '#repository/refusal.ts';
import { mayDo } from '#server/roles.ts';
import { choiceFields, formOf } from './withdraw-page.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

const ADDRESS = /^\/desk\/withdraw\/?(?:([a-z0-9]+)\/?)?$/;
/** As many as a phone can show; the rest is found by name. */
const MOST = 60;

/**
 * `/desk/withdraw/`: for whoever answers the telephone. The piece, then "Take it down": two taps, no
 * script, and a receipt to read out in the caller's language (consent.md, A24). Behind the sign-in.
 */
export async function deskWithdrawPage(
  desk: Desk,
  request: Request,
  secret: string | undefined,
): Promise<Response | undefined> {
  const url = new URL(request.url);
  const match = ADDRESS.exec(url.pathname);
  if (match === null) return undefined;
  const visitor = await desk.signIns.visitor(secret);
  if (visitor === undefined || !mayDo(visitor.role, 'withdraw'))
    return told(desk, 401, 'You are not signed in', [
      'Open your sign-in link first, then come back to this page. Nothing was changed.',
      'If somebody is waiting on the telephone: whoever looks after the archive can take it down with the command "archive withdraw".',
    ]);
  const id = match[1] ?? '';
  if (id === '') return listPage(desk, url.searchParams.get('q') ?? '');
  const found = CONTRIBUTION_ID.test(id) ? await choicesOf(desk, id) : undefined;
  if (found === undefined)
    return told(desk, 404, 'This piece is not here', [
      'It may be down already. Nothing was changed.',
      `<a href="/desk/withdraw/">All pieces</a>`,
    ]);
  if (request.method !== 'POST') return piecePage(desk, id, found);
  if (!isFromOwnPage(request))
    return told(desk, 403, 'This did not come from the desk’s own page', [
      'Nothing was changed. Open the page again and try once more.',
    ]);
  const asked = (await formOf(request)).get('what');
  const choice = found.choices.find(({ value }) => value === asked);
  if (choice === undefined) return piecePage(desk, id, found);
  return takeDown(desk, choice, visitor.role);
}

async function takeDown(desk: Desk, choice: Choice, role: string): Promise<Response> {
  const { id } = choice.what;
  try {
    const receipt = await withdrawNow(desk, choice.what, role);
    const rebuild = rebuildOf(desk, id);
    const inLanguage = (language: string) => receiptMarkup({ receipt, choice, rebuild, language });
    const others = languagesOn('receipts')
      .slice(1)
      .map((language) => {
        const { lang, dir, words } = interfaceIn(language);
        return `<details class="take-receipt"><summary lang="${lang}" dir="${dir}">${words.receiptTitle}</summary>${inLanguage(language)}</details>`;
      });
    const main = `${inLanguage('en')}\n${others.join('\n')}\n<p><a href="/desk/withdraw/">All pieces</a></p>`;
    return framed(desk, 200, 'It is hidden', main);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return told(desk, error.status, 'This could not be done', [escaped(error.message)]);
  }
}

/** Every piece that is published or a draft, by its title and id. */
async function listPage(desk: Desk, asked: string): Promise<Response> {
  const wanted = asked.trim().toLowerCase();
  const all = await piecesOf(desk);
  const fitting = all.filter(
    ({ id, title }) => wanted === '' || id.includes(wanted) || title.toLowerCase().includes(wanted),
  );
  const items = fitting
    .slice(0, MOST)
    .map(
      ({ id, title, language }) =>
        `<li><a href="/desk/withdraw/${id}/"><bdi lang="${language}">${escaped(title)}</bdi> <span class="hint" dir="ltr">${id}</span></a></li>`,
    );
  const more =
    fitting.length > MOST
      ? `<p>${fitting.length - MOST} more. Write a part of the title or the id above.</p>`
      : '';
  const main = `<div class="page-head"><h1>Take a piece down</h1><p class="lead">For somebody who rings, writes or tells you. You do not need to ask why. Choose the piece; you are asked once more.</p></div>
<form class="take" method="get" action="/desk/withdraw/"><p class="take-code"><label for="q">Find it by title or id</label><input id="q" name="q" value="${escaped(asked.slice(0, 100))}" maxlength="100"></p><p><button class="button quiet">Find</button></p></form>
${items.length === 0 ? '<p>No piece fits.</p>' : `<ul class="take-list">${items.join('\n')}</ul>`}${more}`;
  return framed(desk, 200, 'Take a piece down', main);
}

/** One big button for all of it; the rest below, for whoever wants less. */
function piecePage(
  desk: Desk,
  id: string,
  { title = id, language = 'en', choices }: Choices,
): Promise<Response> {
  const shown = interfaceIn('en');
  const rest = choices.filter(({ group }) => group !== 'all');
  const action = `/desk/withdraw/${id}/`;
  const less =
    rest.length === 0
      ? ''
      : `<form class="take" method="post" action="${action}"><h2>Or less than that</h2>${choiceFields(rest, shown)}<p><button class="button quiet">Take only this down</button></p></form>`;
  const main = `<div class="page-head"><p class="up"><a href="/desk/withdraw/">All pieces</a></p><h1><bdi lang="${language}">${escaped(title)}</bdi></h1><p class="hint" dir="ltr">${id}</p></div>
<form class="take" method="post" action="${action}"><input type="hidden" name="what" value="all"><p>It is hidden at once, everywhere on this site. Then the site is made again without it.</p><p><button class="button">Take it down</button></p></form>
${less}`;
  return framed(desk, 200, 'Take it down', main);
}

interface Piece {
  readonly id: string;
  readonly title: string;
  /** Of the title, so that it is shown in letters that have it. */
  readonly language: string;
}

async function piecesOf({ store }: Desk): Promise<readonly Piece[]> {
  const drafts = (await listDrafts(store)).filter(({ key }) => key.collection === 'stories');
  const records = [
    ...(await filesOf(store, await liveTip(store), 'content/stories/')),
    ...(
      await Promise.all(
        drafts.map(({ tip, key }) => filesOf(store, tip, `content/stories/${key.id}/`)),
      )
    ).flat(),
  ].filter(({ path }) => path.endsWith('/story.md'));
  const texts = await bytesOf(
    store,
    records.map(({ blob }) => blob),
  );
  const pieces = new Map<string, Piece>();
  for (const { path, blob } of records) {
    const id = path.split('/')[2] ?? '';
    const text = texts.get(blob)?.toString('utf8') ?? '';
    const title = /^title:[ \t]*(?:"(.*)"|'(.*)'|(.*?))[ \t]*$/m.exec(text);
    const language = /^language:[ \t]*["']?([A-Za-z0-9-]+)/m.exec(text)?.[1] ?? 'en';
    if (!pieces.has(id))
      pieces.set(id, { id, title: title?.slice(1).find(Boolean) ?? id, language });
  }
  return [...pieces.values()].sort((one, other) => one.title.localeCompare(other.title));
}

function told(desk: Desk, status: number, title: string, lines: readonly string[]) {
  const main = `<div class="page-head"><h1>${title}</h1></div>${lines.map((line) => `<p>${line}</p>`).join('')}`;
  return framed(desk, status, title, main);
}

function framed(desk: Desk, status: number, title: string, main: string): Promise<Response> {
  const { folder } = desk.publisher.site;
  return inSite({ folder, language: 'en', title, main, where: 'whole', status, anyLetters: true });
}
