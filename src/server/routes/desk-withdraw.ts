import type { TakeDownItem, Told } from '#desk/drawn.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { type Choice, type Choices, choicesOf } from '#withdrawal/choices.ts';
import type { Desk } from '#server/desk-context.ts';
import { listDrafts } from '#repository/drafts.ts';
import { bytesOf, filesOf, liveTip } from '#repository/git-store.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { rebuildOf, takenDown } from '#server/taken-down.ts';
import { withdrawalRefused } from '#server/withdrawal-refused.ts';
import { mayDo } from '#server/roles.ts';
import { choicesIn, formOf } from './withdraw-page.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

const ADDRESS = /^\/desk\/withdraw\/?(?:([a-z0-9]+)\/?)?$/;
/** As many as a phone can show; the rest is found by name. */
const MOST = 60;

/**
 * `/desk/withdraw/`: for whoever answers the telephone. The piece, then "Take it down": two taps, no
 * script, and a receipt to read out in the caller's language (docs/consent.md, A24). Behind the sign-in.
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
    return told(
      desk,
      404,
      'This piece is not here',
      ['It may be down already. Nothing was changed.'],
      { href: '/desk/withdraw/', label: 'All pieces' },
    );
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
  const receipt = await withdrawNow(desk, choice.what, role);
  if (receipt.kind !== 'hidden') {
    const { status, message } = withdrawalRefused(receipt);
    return told(desk, status, 'This could not be done', [message]);
  }
  const rebuild = rebuildOf(desk, id);
  const receipts = languagesOn('receipts').map((language) => {
    const taken = takenDown({ receipt, choice, rebuild, shown: interfaceIn(language) });
    return { language, taken };
  });
  return desk.drawer.page({ page: 'desk/withdraw/done', says: { receipts }, language: 'en' });
}

/** Every piece that is published or a draft, by its title and id. */
async function listPage(desk: Desk, asked: string): Promise<Response> {
  const wanted = asked.trim().toLowerCase();
  const all = await piecesOf(desk);
  const fitting = all.filter(
    ({ id, title }) => wanted === '' || id.includes(wanted) || title.toLowerCase().includes(wanted),
  );
  const says = {
    asked: asked.slice(0, 100),
    pieces: fitting.slice(0, MOST),
    more: Math.max(0, fitting.length - MOST),
  };
  return desk.drawer.page({ page: 'desk/withdraw/list', says, language: 'en' });
}

/** One big button for all of it; the rest below, for whoever wants less. */
function piecePage(
  { drawer }: Desk,
  id: string,
  { title = id, language = 'en', choices }: Choices,
): Promise<Response> {
  const rest = choices.filter(({ group }) => group !== 'all');
  const says = { id, title, language, less: choicesIn(rest, interfaceIn('en')) };
  return drawer.page({ page: 'desk/withdraw/piece', says, language: 'en' });
}

async function piecesOf({ store }: Desk): Promise<readonly TakeDownItem[]> {
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
  const pieces = new Map<string, TakeDownItem>();
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

function told(
  { drawer }: Desk,
  status: number,
  title: string,
  lines: readonly string[],
  onward?: Told['onward'],
): Promise<Response> {
  return drawer.page({ page: 'desk/told', says: { title, lines, onward }, language: 'en', status });
}
