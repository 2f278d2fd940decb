type Fields = Record<string, unknown>;

/** A list whose items are nothing without this key. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  photos: ['file'],
  translations: ['title', 'summary', 'words'],
  more: ['words'],
  content_notes: ['topic'],
  consents: ['person'],
};
const PREFIX: Readonly<Record<string, string>> = { photos: 'f', translations: 't', more: 'e' };

/**
 * A record as it should be saved: an emptied field is an absent one, because the format knows no
 * empty values; a picture without a file, or a translation without words, is nothing yet; and each
 * part has an id. What the form does not know (`rev`, `approved`, `published_on`) stays as it is.
 */
export function normaliseRecord(record: Fields): Fields {
  const { body, ...rest } = record;
  const kept = (withoutEmpty(rest) ?? {}) as Fields;
  const named = Object.fromEntries(
    Object.entries(kept).map(([key, value]) => [key, tidyList(key, value)]),
  );
  const whole = withVoice(named);
  const filled = Object.entries(whole).filter(([, value]) => !isEmptyList(value));
  return { ...Object.fromEntries(filled), ...(body === undefined ? {} : { body }) };
}

function withoutEmpty(value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined;
  if (Array.isArray(value)) {
    return value.map(withoutEmpty).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined && !isEmptyList(inner));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function tidyList(key: string, value: unknown): unknown {
  const needed = NEEDED[key];
  if (needed === undefined || !Array.isArray(value)) return value;
  const items = (value as Fields[])
    .filter((item) => needed.some((name) => item[name] !== undefined))
    .map(withoutBareSafe);
  const prefix = PREFIX[key];
  return prefix === undefined ? items : withIds(items, prefix);
}

function withoutBareSafe(item: Fields): Fields {
  const { safe, ...rest } = item;
  const has = (safe as Fields | undefined)?.['file'] !== undefined;
  return has ? item : rest;
}

function withIds(items: readonly Fields[], prefix: string): readonly Fields[] {
  const taken = new Set(items.map(({ id }) => id));
  return items.map((item) => {
    if (item['id'] !== undefined) return item;
    let number = 1;
    while (taken.has(`${prefix}${number}`)) number += 1;
    taken.add(`${prefix}${number}`);
    return { id: `${prefix}${number}`, ...item };
  });
}

function withVoice(record: Fields): Fields {
  const { voice, ...rest } = record;
  if (voice === undefined) return record;
  if ((voice as Fields)['file'] === undefined) return rest;
  return { ...record, voice: withoutBareSafe({ id: 'v1', ...(voice as Fields) }) };
}

/**
 * A new record has no history: what a copy brings with it of somebody's approval, of being public or
 * of an earlier version is not its own.
 */
export function withoutHistory(record: Fields): Fields {
  const { published_on: _published, rev: _rev, ...rest } = record;
  const { consents } = rest;
  if (!Array.isArray(consents)) return rest;
  return {
    ...rest,
    consents: (consents as Fields[]).map(({ approved: _approved, ...consent }) => consent),
  };
}
