import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshnessOf } from '#schedule/freshness.ts';
import { freshnessWords } from './words/freshness.ts';
import { BUILD_FILE } from '#hosting/build-record.ts';
import type { Outcome } from './printer.ts';

/** A watchdog must not hang with what it watches; milliseconds. */
const PATIENCE = 30_000;
/** The file has three short values; more is not ours. */
const LONGEST = 4_000;

/**
 * Is a built site of today? `site` is a folder or a web address. Says no, with exit 1, when it is
 * too old, was made for another day or in the future, or cannot be read (docs/consent.md, A13, T30).
 */
export async function freshness(input: {
  readonly site: string;
  readonly hours: number;
  /** Milliseconds. */
  readonly now: number;
}): Promise<Outcome> {
  const text = await read(input.site).catch(() => undefined);
  const found = freshnessOf({ text, now: input.now, hours: input.hours });
  return {
    exit: found.fresh ? 0 : 1,
    lines: [freshnessWords(found)],
    data: { ok: found.fresh, ...found },
  };
}

async function read(site: string): Promise<string | undefined> {
  if (!/^https?:/.test(site)) return readFile(join(site, BUILD_FILE), 'utf8');
  const address = new URL(BUILD_FILE, site.endsWith('/') ? site : `${site}/`);
  const answer = await fetch(address, {
    headers: { 'Cache-Control': 'no-cache' },
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) return undefined;
  const text = await answer.text();
  return text.length > LONGEST ? undefined : text;
}
