import type { Context } from 'hono';
import { NotDone } from '#server/not-done.ts';
import type { Env } from './env.ts';

/** What a call of the desk's page brings with it: an object, of which nothing is believed. @throws NotDone */
export async function bodyOf(context: Context<Env>): Promise<Record<string, unknown>> {
  const text = await context.req.text();
  try {
    const body: unknown = JSON.parse(text);
    if (body !== null && typeof body === 'object' && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // Told below, without what was sent.
  }
  throw new NotDone('not-valid', 'The desk could not read what was sent. Nothing was changed.');
}
