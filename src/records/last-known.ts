import { parse } from 'yaml';
import { INTERESTS } from '#consent/decision.ts';
import { FENCE } from './fence.ts';
import { isDay } from './day.ts';
import { isReadableYaml } from './yaml.ts';

/** What is needed of a record when its piece comes down, whatever else is wrong with it. */
export interface LastKnown {
  readonly published: boolean;
  readonly onWithdrawal: 'notice' | 'no-trace';
}

/**
 * Read without the schema, so that a record with a mistake in it can still be withdrawn; and by its
 * lines alone when it is not even YAML.
 */
export function lastKnown(text: string): LastKnown {
  const record = frontMatterOf(text);
  const published = record === undefined ? publishedLine(text) : record['published_on'];
  const consents = record?.['consents'];
  const quiet = Array.isArray(consents) ? consents.some(isQuiet) : QUIET_LINE.test(text);
  return {
    published: typeof published === 'string' && isDay(published),
    onWithdrawal: quiet ? 'no-trace' : 'notice',
  };
}

/** What a piece is called, and in which language, to be found by; either may not be known. */
export interface KnownName {
  readonly title: string | undefined;
  readonly language: string | undefined;
}

/**
 * Read like `lastKnown`: a piece must be found by its title by whoever takes it down, also where
 * something else in its record is wrong.
 */
export function knownName(text: string): KnownName {
  const record = frontMatterOf(text);
  if (record === undefined)
    return { title: lineOf('title', text), language: lineOf('language', text) };
  return { title: wordsIn(record['title']), language: wordsIn(record['language']) };
}

/** The value on the line of a key, when the record is not even YAML. */
function lineOf(key: 'title' | 'language', text: string): string | undefined {
  const value = new RegExp(`^["']?${key}["']?[ \\t]*:(.*)$`, 'm').exec(text)?.[1];
  return wordsIn(value?.trim().replace(/^(["'])(.*)\1$/, '$2'));
}

function wordsIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function frontMatterOf(text: string): Fields | undefined {
  const match = FENCE.exec(text);
  if (match?.index !== 0 || !isReadableYaml(match[1] ?? '')) return undefined;
  try {
    const read: unknown = parse(match[1] ?? '', {
      schema: 'core',
      version: '1.2',
      maxAliasCount: 20,
      uniqueKeys: false,
      logLevel: 'error',
    });
    return isFields(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The makers choose what stays of a piece (docs/consent.md §4.3). A record that does not say whose it is
 * counts as theirs: on doubt the address says nothing.
 */
function isQuiet(consent: unknown): boolean {
  return (
    isFields(consent) &&
    consent['on_withdrawal'] === 'no-trace' &&
    !OTHERS.some((interest) => interest === consent['interest'])
  );
}

const OTHERS = INTERESTS.filter((each) => each !== 'contributor' && each !== 'co-creator');
const QUIET_LINE = /["']?on_withdrawal["']?\s*:\s*["']?no-trace/m;

function publishedLine(text: string): string | undefined {
  return /^["']?published_on["']?\s*:\s*["']?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
