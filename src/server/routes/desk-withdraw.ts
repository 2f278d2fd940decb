import { Hono, type HonoRequest } from 'hono';
import { deskAddress, type TakeDownItem, type Told } from '#desk/drawn.ts';
import { languagesOn } from '#i18n/languages.ts';
import type { Words } from '#i18n/subjects.ts';
import { interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { type KnownName, knownName } from '#records/last-known.ts';
import { type WithdrawalChoice, type WithdrawalChoices, choicesOf } from '#withdrawal/choices.ts';
import type { Desk } from '#server/desk-context.ts';
import { readBlobs, filesOf, liveTip, type Repository } from '#repository/repository.ts';
import { sentDrafts } from '#server/own/unsent.ts';
import { givenOut } from '#server/given-out.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { choicesIn, rebuildOf, takenDown } from '#server/taken-down.ts';
import { withdrawalRefused } from '#server/withdrawal-refused.ts';
import { NOT_DONE_STATUS } from '#server/not-done-status.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn } from '#server/sign-in.ts';
import { type Env, eitherWay } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { formFieldsOf } from './withdraw-page.ts';
import { withdrawNow } from '#withdrawal/withdrawals.ts';

/** As many as a phone can show; the rest is found by name. */
const MOST = 60;

/**
 * `/desk/withdraw/`: for whoever answers the telephone. The piece, then "Take it down": two taps, no
 * script, and a receipt to read out in the caller's language (docs/consent.md, A24). Behind the sign-in.
 */
export function deskWithdrawRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  const atOf = (req: HonoRequest): At => {
    const language = languageAsked(req);
    return { desk, language, words: interfaceIn(language).words.desk };
  };
  for (const address of ['/desk/withdraw', '/desk/withdraw/:id'] as const)
    routes.on('ALL', eitherWay(address), async (context, next) => {
      const visitor = await desk.signIns.visitor(secretIn(context.req.raw));
      if (visitor === undefined || !mayDo(visitor.role, 'withdraw'))
        return signInToTake(atOf(context.req));
      context.set('visitor', visitor);
      return next();
    });
  routes.on('ALL', eitherWay('/desk/withdraw'), ({ req }) =>
    listPage(atOf(req), req.query('q') ?? ''),
  );
  routes.on('GET', eitherWay('/desk/withdraw/:id'), async ({ req }) => {
    const [at, id] = [atOf(req), req.param('id')];
    const found = await pieceOf(desk, id);
    return found === undefined ? notHeld(at) : piecePage(at, id, found);
  });
  routes.on('POST', eitherWay('/desk/withdraw/:id'), async ({ req, var: { visitor } }) => {
    const [at, id] = [atOf(req), req.param('id')];
    const found = await pieceOf(desk, id);
    if (found === undefined) return notHeld(at);
    const { words } = at;
    if (!isFromOwnPage(req.raw))
      return told(at, 403, { title: words.elsewhereTitle, lines: [words.elsewhere] });
    const asked = (await formFieldsOf(req.raw)).get('what');
    const choice = found.choices.find(({ value }) => value === asked);
    return choice === undefined ? piecePage(at, id, found) : takeDown(at, choice, visitor.role);
  });
  return routes;
}

async function pieceOf(desk: Desk, id: string): Promise<WithdrawalChoices | undefined> {
  return CONTRIBUTION_ID.test(id) ? choicesOf(desk, id) : undefined;
}

function signInToTake(at: At): Promise<Response> {
  const { words } = at;
  return told(at, 401, {
    title: words.signInFirstTitle,
    lines: [words.signInToTake, words.onTelephone],
  });
}

function notHeld(at: At): Promise<Response> {
  const { language, words } = at;
  return told(at, 404, {
    title: words.notHereTitle,
    lines: [words.notHere],
    onward: { href: deskAddress('/desk/withdraw/', language), label: words.allPieces },
  });
}

interface At {
  readonly desk: Desk;
  readonly language: string;
  readonly words: Words['desk'];
}

async function takeDown(at: At, choice: WithdrawalChoice, role: string): Promise<Response> {
  const { desk, language, words } = at;
  const { id } = choice.what;
  const receipt = await withdrawNow(desk, choice.what, role);
  if (receipt.kind !== 'hidden') {
    const { kind, message } = withdrawalRefused(receipt);
    return told(at, NOT_DONE_STATUS[kind], {
      title: words.notDoneTitle,
      lines: [message],
      english: true,
    });
  }
  const rebuild = rebuildOf(desk, id);
  const copies = givenOut(desk, choice.what);
  // The caller's language may be another than the desk's.
  const receipts = [...new Set([language, ...languagesOn('receipts')])].map((each) => {
    const taken = takenDown({
      receipt,
      choice,
      rebuild,
      givenOut: copies,
      shown: interfaceIn(each),
    });
    return { language: each, taken };
  });
  return desk.drawer.page({ page: 'desk/withdraw/done', says: { receipts }, language });
}

/** Every piece that is published or a draft, by its title and id. */
async function listPage({ desk, language }: At, asked: string): Promise<Response> {
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
  return desk.drawer.page({
    ...{ page: 'desk/withdraw/list', says, language },
    inLanguage: (other) => `/desk/withdraw/?lang=${other}`,
  });
}

/** One big button for all of it; the rest below, for whoever wants less. */
function piecePage(
  { desk, language }: At,
  id: string,
  { title = id, language: titled = 'en', choices }: WithdrawalChoices,
): Promise<Response> {
  const rest = choices.filter(({ group }) => group !== 'all');
  const less = choicesIn(rest, interfaceIn(language));
  return desk.drawer.page({
    ...{ page: 'desk/withdraw/piece', language },
    says: { id, title, language: titled, less },
    inLanguage: (other) => `/desk/withdraw/${id}/?lang=${other}`,
  });
}

async function piecesOf(desk: Desk): Promise<readonly TakeDownItem[]> {
  const { repository } = desk;
  const drafts = (await sentDrafts(desk)).filter(({ key }) => key.collection === 'stories');
  const records = [
    ...(await filesOf(repository, await liveTip(repository), 'content/stories/')),
    ...(
      await Promise.all(
        drafts.map(({ tip, key }) => filesOf(repository, tip, `content/stories/${key.id}/`)),
      )
    ).flat(),
  ].filter(({ path }) => path.endsWith('/story.md'));
  const names = await namesIn(repository, [...new Set(records.map(({ blob }) => blob))]);
  const pieces = new Map<string, TakeDownItem>();
  for (const { path, blob } of records) {
    const id = path.split('/')[2] ?? '';
    const { title = id, language = 'en' } = names.get(blob) ?? {};
    if (!pieces.has(id)) pieces.set(id, { id, title, language });
  }
  return [...pieces.values()].sort((one, other) => one.title.localeCompare(other.title));
}

type Names = ReadonlyMap<string, Partial<KnownName>>;
const known = new WeakMap<Repository, Names>();

/** By blob, each read once while a record stands as it is: the list is asked for with somebody on the telephone. */
async function namesIn(repository: Repository, blobs: readonly string[]): Promise<Names> {
  const before = known.get(repository) ?? new Map<string, Partial<KnownName>>();
  const texts = await readBlobs(
    repository,
    blobs.filter((blob) => !before.has(blob)),
  );
  const read = (blob: string) => knownName(texts.get(blob)?.toString('utf8') ?? '');
  const names = new Map(blobs.map((blob) => [blob, before.get(blob) ?? read(blob)]));
  known.set(repository, names);
  return names;
}

function told({ desk, language }: At, status: number, says: Told): Promise<Response> {
  return desk.drawer.page({ page: 'desk/told', says, language, status });
}
