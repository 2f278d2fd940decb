import { Hono } from 'hono';
import { calendarFile } from '#schedule/calendar.ts';
import { opensCalendar } from '#schedule/calendar-secret.ts';
import { dailyFacts } from '#schedule/daily-facts.ts';
import type { Desk } from '#server/desk-context.ts';
import type { Env } from './env.ts';

/**
 * The days ahead for a facilitator's own calendar at `/calendar/<secret>.ics`, or nothing: then the
 * address is answered like any address that was never there.
 */
export function calendarRoutes(desk: Desk): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/calendar/:file', async ({ req }, next) => {
    const secret = /^([\w-]{43})\.ics$/.exec(req.param('file'))?.[1];
    const opens = secret !== undefined && (await opensCalendar(desk.folder, secret));
    return opens ? calendarAnswer(desk) : next();
  });
  return routes;
}

/** The calendar itself; 503 when the archive cannot be read, because then a calendar keeps what it has. */
export async function calendarAnswer(desk: Desk, language = 'en'): Promise<Response> {
  const { coming, day, problems } = await dailyFacts(desk);
  if (problems.length > 0) return new Response('', { status: 503, headers: PRIVATE });
  const headers = { ...PRIVATE, 'Content-Type': 'text/calendar; charset=utf-8' };
  return new Response(calendarFile({ coming, day, language }), { headers });
}

const PRIVATE = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
} as const;
