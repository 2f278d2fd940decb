import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono, type HonoRequest } from 'hono';
import type { ThanksState } from '#desk/drawn.ts';
import { FIRST } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { withoutRefused } from '#records/text-rules.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { addressIn } from '#release/addresses.ts';
import { formFieldsOf } from './withdraw-page.ts';
import type { Desk } from '#server/desk-context.ts';
import { liveTip } from '#repository/repository.ts';
import { mayBeThanked } from '#register/may-be-thanked.ts';
import { withCheckout } from '#repository/checkout.ts';
import { type Env, eitherWay } from './env.ts';
import { isFromElsewhere } from '#server/own-page.ts';
import { seeOther } from './see-other.ts';

const HOUR = 3_600_000;
/** What is taken in an hour, for one piece and for all: people read these one by one. */
const PER_PIECE = 5;
const FOR_ALL = 30;

/**
 * The page where thanks are sent, `/thanks/<id>/`; nothing when the address is another, or when this
 * contributor did not say yes to thanks, or the piece is not public: then it is an address like any
 * that never was. No name, no cookie and no address of a sender is kept (docs/consent.md §7, "Comments").
 */
export function thanksRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  const limit = new Limit(desk.now);
  let known = { at: '', may: new Map<string, boolean>() };
  const may = async ({ id, prefix }: Place): Promise<boolean> => {
    if (!(await isShown(desk, id, prefix))) return false;
    const tip = await liveTip(desk.repository);
    const at = `${tip} ${desk.today()}`;
    if (known.at !== at) known = { at, may: new Map() };
    const answer = known.may.get(id) ?? (await saysYes(desk, tip, id));
    known.may.set(id, answer);
    return answer;
  };
  const placed = async (req: HonoRequest): Promise<Place | undefined> => {
    const place = placeIn(req.param('id') ?? '', req.param('language'));
    return place !== undefined && (await may(place)) ? place : undefined;
  };
  for (const address of ['/thanks/:id', '/:language/thanks/:id'] as const) {
    routes.on('GET', eitherWay(address), async ({ req }, next) => {
      const place = await placed(req);
      if (place === undefined) return next();
      return thanksPage(desk, place, new URL(req.url).search === '?sent' ? 'sent' : 'ask');
    });
    routes.on('POST', eitherWay(address), async ({ req }, next) => {
      const place = await placed(req);
      if (place === undefined || isFromElsewhere(req.raw)) return next();
      const said = await take(desk, limit, place.id, req.raw);
      return said === 'sent' ? seeOther('?sent') : thanksPage(desk, place, said);
    });
  }
  return routes;
}

/** Enough for thanks, and not for a letter. */
const MOST_LETTERS = 500;

const STATUS: Readonly<Record<ThanksState, number>> = {
  ask: 200,
  sent: 200,
  nothing: 422,
  'too-long': 413,
  'too-many': 429,
};

async function thanksPage(
  desk: Desk,
  { id, prefix }: Place,
  state: ThanksState,
): Promise<Response> {
  const { drawer } = desk;
  const languages = await drawer.languages();
  const own = prefix === '' ? '' : `/${prefix}`;
  const page = (await hasPage(desk, id, prefix)) ? own : '';
  return drawer.page({
    page: 'thanks',
    says: {
      state,
      most: MOST_LETTERS,
      action: `${own}/thanks/${id}/`,
      piece: `${page}/stories/${id}/`,
    },
    language: interfaceIn(prefix || (languages[0] ?? FIRST), 'receipts').lang,
    inLanguage: (language) => addressIn(`/thanks/${id}/`, language, { languages }),
    status: STATUS[state],
  });
}

interface Place {
  readonly id: string;
  /** Of a language of the site; empty for its first. */
  readonly prefix: string;
}

/** An id of the right form, and a language that is offered: what is typed becomes part of a path. */
function placeIn(id: string, prefix = ''): Place | undefined {
  const isOffered = prefix === '' || interfaceIn(prefix, 'receipts').lang === prefix;
  return isOffered && CONTRIBUTION_ID.test(id) ? { id, prefix } : undefined;
}

/**
 * Is its page served, and not taken down since; and is this a language of the site? Cheap, so that a
 * stranger's guesses cost nothing. The page in the first language is there whenever one in another is.
 */
async function isShown(desk: Desk, id: string, prefix: string): Promise<boolean> {
  if (desk.hidden.hides(id) || !(await hasPage(desk, id, ''))) return false;
  return prefix === '' || (await desk.drawer.languages()).includes(prefix);
}

async function hasPage({ publisher }: Desk, id: string, prefix: string): Promise<boolean> {
  const page = join(publisher.site.folder, prefix, 'stories', id, 'index.html');
  return (await stat(page).catch(() => undefined))?.isFile() ?? false;
}

async function saysYes(desk: Desk, tip: string, id: string): Promise<boolean> {
  const { answer } = await withCheckout(desk.repository, tip, id, (root) =>
    readContribution({ root, store: desk.media }, id),
  );
  const { held, problems } = answer;
  return held !== undefined && problems.length === 0 && mayBeThanked(held, desk.today());
}

async function take(desk: Desk, limit: Limit, id: string, request: Request): Promise<ThanksState> {
  const words = plain((await formFieldsOf(request)).get('words') ?? '');
  if ([...words].length > MOST_LETTERS) return 'too-long';
  if (words === '') return 'nothing';
  if (!limit.allows(id)) return 'too-many';
  const kept = desk.register.keepThanks({ contribution: id, words, receivedOn: desk.today() });
  return kept ? 'sent' : 'too-many';
}

/** Words without anything that steers a screen; the joiners that scripts need stay. */
function plain(text: string): string {
  return withoutRefused(text.replaceAll('\r\n', '\n'))
    .replace(/[\r\t]|(?![\u200c\u200d])\p{Cf}/gu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Counts what was taken in the last hour; in memory, and of nobody in particular. */
class Limit {
  readonly #now: () => number;
  #taken: readonly { readonly id: string; readonly at: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  allows(id: string): boolean {
    const now = this.#now();
    this.#taken = this.#taken.filter(({ at }) => at > now - HOUR);
    const here = this.#taken.filter((each) => each.id === id).length;
    if (here >= PER_PIECE || this.#taken.length >= FOR_ALL) return false;
    this.#taken = [...this.#taken, { id, at: now }];
    return true;
  }
}
