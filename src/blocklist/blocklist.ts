import { z } from 'astro/zod';
import { seal } from './seal.ts';

/**
 * What must never come back: for each withdrawal its opaque id, the day, and seals. No word, name,
 * file name or reason is in it, and without the key it answers no question (docs/consent.md §4.4, T32).
 */
const sealed = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{6,26}$/),
  /** The part, when only a part was withdrawn. */
  part: z.string().optional(),
  on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** For each text its shingles. */
  texts: z.array(z.array(sealed)),
  /** For each picture its bands; nothing stands for a band too flat to tell anything. */
  pictures: z.array(z.array(z.union([sealed, z.null()]))),
  sounds: z.array(sealed),
});
const list = z.strictObject({
  schema: z.literal('living-roots/never-again@1'),
  /** A seal of nothing, which says whether a key is the key of this list. */
  key: sealed,
  entries: z.array(entry),
  /** In a list that travels: what is hidden in an emergency, and whether its addresses say so. */
  hidden: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9]{6,26}$/),
        trace: z.enum(['notice', 'no-trace']),
      }),
    )
    .optional(),
});

export type BlocklistEntry = Readonly<z.infer<typeof entry>>;
export type Blocklist = Readonly<Omit<z.infer<typeof list>, 'entries'>> & {
  readonly entries: readonly BlocklistEntry[];
};

export function emptyList(key: Uint8Array): Blocklist {
  return { schema: 'living-roots/never-again@1', key: sealOfNothing(key), entries: [] };
}

/** Was this list made with this key? With another one, nothing would ever match. */
export function isKeyOf(key: Uint8Array, { key: mark }: Blocklist): boolean {
  return mark === sealOfNothing(key);
}

/** The list a file holds; nothing when it is no such list, or torn. */
export function readList(text: string): Blocklist | undefined {
  try {
    const read = list.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** The list with one entry more. What was noted before of the same piece and part stays as well. */
export function withEntry(to: Blocklist, added: BlocklistEntry): Blocklist {
  return { ...to, entries: [...to.entries, added] };
}

/** The list without a piece, or without one part of it: somebody said yes again. */
export function withoutEntry(from: Blocklist, id: string, part?: string): Blocklist {
  const gone = (each: BlocklistEntry): boolean =>
    each.id === id && (part === undefined || each.part === part);
  return { ...from, entries: from.entries.filter((each) => !gone(each)) };
}

/** Both lists as one: nothing that either knows is forgotten. */
export function joined(one: Blocklist, other: Blocklist): Blocklist {
  const known = new Set(one.entries.map((each) => JSON.stringify(each)));
  return {
    ...one,
    entries: [...one.entries, ...other.entries.filter((each) => !known.has(JSON.stringify(each)))],
  };
}

const sealOfNothing = (key: Uint8Array): string => seal(key, 'list', 'living-roots/never-again');
