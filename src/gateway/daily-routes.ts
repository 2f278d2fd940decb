import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { calendarAnswer } from './calendar-feed.ts';
import { dailyFacts } from './daily-facts.ts';
import { DAILY_STYLE, dailyPage } from './daily-page.ts';
import type { Env } from './desk.ts';
import type { Desk } from './desk-context.ts';
import { signInFirstPage } from './plain-page.ts';
import { mayDo } from './roles.ts';
import { SIGN_IN_COOKIE } from './sign-in.ts';
import { siteFreshness } from './site-freshness.ts';

const POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'";

/** The page of the day and its calendar, behind the sign-in; read-only, so a plain GET opens them. */
export function dailyRoutes(routes: Hono<Env>, desk: Desk): void {
  routes.get('/desk', (context) => context.redirect('/desk/', 308));
  routes.get('/desk/daily.css', (context) =>
    context.body(DAILY_STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  routes.get('/desk/', async (context) => {
    if (!(await maySee(desk, context))) return signInFirstPage();
    const page = dailyPage({
      facts: await dailyFacts(desk),
      freshness: await siteFreshness(desk),
      publishing: desk.publisher.state,
      language: context.req.query('lang') ?? 'en',
    });
    context.header('Content-Security-Policy', POLICY);
    return context.html(page);
  });
  routes.get('/desk/calendar.ics', async (context) =>
    (await maySee(desk, context))
      ? calendarAnswer(desk, context.req.query('lang'))
      : signInFirstPage(),
  );
}

async function maySee(desk: Desk, context: Context<Env>): Promise<boolean> {
  const visitor = await desk.signIns.visitor(getCookie(context, SIGN_IN_COOKIE));
  return mayDo(visitor?.role, 'read');
}
