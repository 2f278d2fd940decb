import { Hono } from 'hono';
import type { PersonRecord } from '#register/people.ts';
import type { Care, ToAsk } from '#desk/drawn.ts';
import { type DailyFacts, dailyFacts } from '#schedule/daily-facts.ts';
import type { Desk } from '#server/desk-context.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn } from '#server/sign-in.ts';
import { type Env, eitherWay } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { formFieldsOf } from './withdraw-page.ts';
import { seeOther } from './see-other.ts';

/** Somebody who is due within these days may be asked today. */
const WITHIN = 14;

/**
 * `/desk/care/`: whom to ask how they are, and the thanks that wait to be read (docs/consent.md §7, "Care
 * for tellers"). Behind the sign-in, without a script. Who somebody is stands there only when that
 * one is opened.
 */
export function careRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.on('ALL', eitherWay('/desk/care'), async ({ req }, next) => {
    const { role } = (await desk.signIns.visitor(secretIn(req.raw))) ?? {};
    return mayDo(role, 'care') ? next() : signInFirst(desk, languageAsked(req));
  });
  routes.on('GET', eitherWay('/desk/care'), async ({ req }) => {
    const says = { isOver: false, ...(await careOf(desk, req.query('who'))) };
    return carePage(desk, languageAsked(req), says);
  });
  routes.on('POST', eitherWay('/desk/care'), async ({ req }) => {
    const isOver = !(await take(desk, req.raw));
    if (!isOver) return seeAgain(languageAsked(req));
    return carePage(desk, languageAsked(req), { isOver, ...(await careOf(desk)) });
  });
  return routes;
}

function carePage({ drawer }: Desk, language: string, says: Care): Promise<Response> {
  return drawer.page({
    ...{ page: 'desk/care', says, language, status: says.isOver ? 409 : 200 },
    inLanguage: (other) => `/desk/care/?lang=${other}`,
  });
}

/** Who somebody is and how they are reached, a line each. */
function reachOf({ name, contact, guardian }: PersonRecord): readonly string[] {
  const lines = [name, contact, guardian?.name, guardian?.contact];
  return lines.filter((line) => line !== undefined);
}

/** What there is to do for people today; `problems` when nobody can tell, because a record cannot be read. */
async function careOf(desk: Desk, opened?: string) {
  const facts = await dailyFacts(desk);
  return { ...careToday(desk, facts, opened), problems: facts.problems };
}

/** Whom to ask and the thanks that wait, for what is shown today; who somebody is only where `opened` names it. */
export function careToday(desk: Desk, facts: DailyFacts, opened?: string) {
  notePublished(desk, facts);
  const shown = shownNow(desk, facts);
  const toAsk = desk.register
    .tasks({ day: desk.today(), within: WITHIN })
    .filter(({ contribution }) => shown(contribution))
    .map((task): ToAsk => {
      const found = desk.register.personOf(task.contribution, task.person);
      const who = found && task.key === opened ? reachOf(found) : undefined;
      return { ...task, safeWay: found?.safeWay, safeTime: found?.safeTime, who };
    });
  const thanks = desk.register
    .thanksWaiting()
    .filter(({ contribution }) => shown(contribution)?.thanks === true);
  return { toAsk, thanks };
}

const noted = new WeakSet<DailyFacts>();

/** What went public without the desk, by an import or a build, is noted when somebody looks. */
function notePublished({ register }: Desk, facts: DailyFacts): void {
  if (noted.has(facts)) return;
  register.notePublished(...facts.published.map((each) => ({ ...each, actorRole: 'archive' })));
  noted.add(facts);
}

/** Nobody is asked about a piece that is not shown, and nothing is passed on for it. */
function shownNow({ hidden }: Desk, { shown }: DailyFacts) {
  return (id: string) => (hidden.hides(id) ? undefined : shown.get(id));
}

/** Does what a form asked for; false when it was done before, or was not the desk's own form. */
async function take({ register, today }: Desk, request: Request): Promise<boolean> {
  if (!isFromOwnPage(request)) return false;
  const form = await formFieldsOf(request);
  const key = form.get('key') ?? '';
  const done = form.get('do');
  if (done === 'asked') return register.taskDone({ key, day: today() });
  if (done !== 'passed' && done !== 'dropped') return false;
  return register.takeThanks({ key, as: done }) !== undefined;
}

function seeAgain(language: string): Response {
  return seeOther(`/desk/care/?lang=${encodeURIComponent(language)}`);
}
