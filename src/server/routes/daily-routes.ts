import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { calendarAnswer } from './calendar-feed.ts';
import { type DailyFacts, dailyFacts } from '#schedule/daily-facts.ts';
import { todayOf } from '#server/today.ts';
import { waitingForReview } from '#server/waiting.ts';
import type { Today } from '#desk/today.ts';
import { careToday } from './care-desk.ts';
import type { Env } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { noStore, notHere } from './no-store.ts';
import { seeOther } from './see-other.ts';
import { formFieldsOf } from './withdraw-page.ts';
import type { Desk } from '#server/desk-context.ts';
import { isFromOwnPage } from '#server/own-page.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { mayDo } from '#server/roles.ts';
import { SIGN_IN_COOKIE, type Visitor } from '#server/sign-in.ts';
import { siteFreshness } from '#schedule/site-freshness.ts';

/** The page of the day and its calendar, behind the sign-in; a plain GET opens them. What is done there is that a copy
 * which somebody has is destroyed. */
export function dailyRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use('/desk/*', noStore);
  routes.get('/desk', (context) => context.redirect('/desk/', 308));
  routes.get('/desk/', async (context) => {
    const language = languageAsked(context.req);
    const visitor = await whoSees(desk, context);
    return visitor === undefined ? signInFirst(desk, language) : dayPage(desk, visitor, language);
  });
  routes.post('/desk/', async (context) => {
    const language = languageAsked(context.req);
    const visitor = await whoSees(desk, context);
    if (visitor === undefined || !mayDo(visitor.role, 'copies')) return signInFirst(desk, language);
    if (!isFromOwnPage(context.req.raw)) return dayPage(desk, visitor, language, 403);
    const form = await formFieldsOf(context.req.raw);
    // Said twice, or of what is no copy: nothing is changed, and the page says what there is.
    if (form.get('do') === 'destroyed')
      desk.register.copies.destroyed({ key: form.get('key') ?? '', day: desk.today() });
    return seeOther(`/desk/?lang=${encodeURIComponent(language)}`);
  });
  routes.get('/desk/calendar.ics', async (context) =>
    (await whoSees(desk, context)) !== undefined
      ? calendarAnswer(desk, languageAsked(context.req))
      : signInFirst(desk, languageAsked(context.req)),
  );
  routes.all('/desk/*', notHere);
  return routes;
}

async function dayPage(
  desk: Desk,
  visitor: Visitor,
  language: string,
  status = 200,
): Promise<Response> {
  const facts = await dailyFacts(desk);
  const says = todayOf({
    ...{ facts, language, now: desk.now(), hidden: desk.hidden.entries },
    freshness: await siteFreshness(desk.publisher.site.folder, desk.now()),
    publishing: desk.publisher.state,
    waiting: await waitingForReview(desk.repository),
    care: careCounted(desk, facts),
    settles: mayDo(visitor.role, 'settings'),
  });
  return desk.drawer.page({
    ...{ page: 'desk/day', says, language, status },
    inLanguage: (other) => `/desk/?lang=${other}`,
  });
}

async function whoSees(desk: Desk, context: Context<Env>): Promise<Visitor | undefined> {
  const visitor = await desk.signIns.visitor(getCookie(context, SIGN_IN_COOKIE));
  return mayDo(visitor?.role, 'read') ? visitor : undefined;
}

/** How much there is to do for people; nothing while the register or the archive cannot be read. */
function careCounted(desk: Desk, facts: DailyFacts): Today['care'] {
  if (desk.register.unreadable !== undefined || facts.problems.length > 0) return undefined;
  const { thanks, toAsk } = careToday(desk, facts);
  return { thanks: thanks.length, toAsk: toAsk.length };
}
