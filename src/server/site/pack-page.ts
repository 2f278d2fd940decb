import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { isFromOwnPage } from '#server/own-page.ts';
import type { Env } from '#server/routes/env.ts';

/** Where pages are drawn for one person each. */
export const DRAWN_AREAS = [
  ...['/share/*', '/mine/*', '/asked/*', '/desk/*', '/withdraw/*', '/thanks/*'],
] as const;

const pack = compress({ contentTypeFilter: /^text\/html/ });

/**
 * Sends a page that was drawn for one person packed, and keeps no copy of it; files go as they are. A page
 * that another site made the browser ask for is not packed: its length would tell what is in it, guess by
 * guess (BREACH, https://www.breachattack.com/).
 */
export const packPage = createMiddleware<Env>((context, next) =>
  isFromOwnPage(context.req.raw, { typed: true }) ? pack(context, next) : next(),
);
