import { compress } from 'hono/compress';
import { createMiddleware } from 'hono/factory';
import { isFromOwnPage } from '#server/own-page.ts';
import type { Env } from '#server/routes/env.ts';

/**
 * Where pages are drawn for one person each. Not where thanks are sent: what it says where nothing is must be
 * letter for letter what the site says of an address that never was, its headers too.
 */
export const DRAWN_AREAS = ['/share/*', '/mine/*', '/asked/*', '/desk/*', '/withdraw/*'] as const;

const pack = compress({ contentTypeFilter: /^text\/html/ });

/**
 * Sends a page that was drawn for one person packed, and keeps no copy of it; files go as they are. A page
 * that another site made the browser ask for is not packed: its length would tell what is in it, guess by
 * guess (BREACH, https://www.breachattack.com/).
 */
export const packPage = createMiddleware<Env>((context, next) =>
  isFromOwnPage(context.req.raw, { typed: true }) ? pack(context, next) : next(),
);
