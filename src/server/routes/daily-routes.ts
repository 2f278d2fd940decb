import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { calendarAnswer } from './calendar-feed.ts';
import { dailyFacts } from '#schedule/daily-facts.ts';
import { todayOf } from '#server/today.ts';
import type { Env } from './env.ts';
import { languageAsked } from './language-asked.ts';
import { noStore, notHere } from './no-store.ts';
import type { Desk } from '#server/desk-context.ts';
import { signInFirst } from '#server/sign-in-first.ts';
import { mayDo } from '#server/roles.ts';
import { SIGN_IN_COOKIE } from '#server/sign-in.ts';
import { siteFreshness } from '#schedule/site-freshness.ts';

/** The page of the day and its calendar, behind the sign-in; read-only, so a plain GET opens them. */
export function dailyRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.use('/desk/*', noStore);
  routes.get('/desk', (context) => context.redirect('/desk/', 308));
  routes.get('/desk/', async (context) => {
    const language = languageAsked(context.req);
    if (!(await maySee(desk, context))) return signInFirst(desk, language);
    const says = todayOf({
      facts: await dailyFacts(desk),
      freshness: await siteFreshness(desk.publisher.site.folder, desk.now()),
      publishing: desk.publisher.state,
      language,
    });
    return desk.drawer.page({
      ...{ page: 'desk/day', says, language },
      inLanguage: (other) => `/desk/?lang=${other}`,
    });
  });
  routes.get('/desk/calendar.ics', async (context) =>
    (await maySee(desk, context))
      ? calendarAnswer(desk, languageAsked(context.req))
      : signInFirst(desk, languageAsked(context.req)),
  );
  routes.all('/desk/*', notHere);
  return routes;
}

async function maySee(desk: Desk, context: Context<Env>): Promise<boolean> {
  const visitor = await desk.signIns.visitor(getCookie(context, SIGN_IN_COOKIE));
  return mayDo(visitor?.role, 'read');
}
