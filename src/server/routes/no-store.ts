import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Env } from './env.ts';

/** Not cached (but for the editor's own files), never indexed, never told to another site. */
const ALWAYS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** The headers of whatever the desk answers itself, and a policy that loads nothing where none was set. */
export const noStore = createMiddleware<Env>(async (context, next) => {
  await next();
  const kept = context.res.headers.get('Cache-Control');
  for (const [name, value] of Object.entries(ALWAYS)) context.header(name, value);
  if (kept !== null) context.header('Cache-Control', kept);
  if (!context.res.headers.has('Content-Security-Policy'))
    context.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
});

/** At an address of the desk where nothing is. */
export function notHere(context: Context<Env>): Response {
  return context.json({ error: 'This is not here.' }, 404);
}
