import { z } from 'astro/zod';

/** A day that exists, `YYYY-MM-DD`. Compares as text. */
export const day = z
  .string({ error: 'is not a day written YYYY-MM-DD' })
  .refine(isDay, { error: 'is not a day that exists, written YYYY-MM-DD' });

/** `2023-02-30` and `2023-2-3` are no days. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** A year or a month, never a day (content-format.md): YAML reads a bare year as a number. */
export const told = z
  .union([z.string(), z.number()], { error: 'is not a year or a month' })
  .transform(String)
  .refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text), {
    error: 'is not a year (YYYY) or a month (YYYY-MM)',
  });

/** The id of a contribution: random, never made from a name (content-format.md). */
export const CONTRIBUTION_ID = /^[a-z0-9]{6,26}$/;

/** Ids of facilitators' records and of parts: they may be words. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'is not an id (small letters, digits, hyphens)' });

/** An opaque reference to a person. */
export const person = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: 'is not an opaque id for a person' });

export const language = z
  .string()
  .min(1)
  .refine(isLanguageTag, { error: 'is not a language tag such as pa or pa-Arab' });

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The name of a file beside the record: no folder, no dot at the start. */
export const fileName = z.string().regex(/^[^./\\\p{Cc}][^/\\\p{Cc}]{0,127}$/u, {
  error: 'is not the plain name of a file beside this record',
});

export const words = z.string().min(1, { error: 'is empty' });

/** Facilitators' words for each interface language, or one text for all. */
export const wordsByLanguage = z.union(
  [words.transform((text): Record<string, string> => ({ en: text })), z.record(language, words)],
  {
    error: 'is not a text, or a text for each language',
  },
);

export const webAddress = z.url({ protocol: /^https?$/, error: 'is not a web address' });
