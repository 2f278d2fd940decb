import { z } from 'astro/zod';
import { isDay } from './day.ts';
import { registeredTag } from './language-tag.ts';

/** A day that exists, `YYYY-MM-DD`. Compares as text. */
export const day = z
  .string({ error: 'is not a day written YYYY-MM-DD' })
  .refine(isDay, { error: 'is not a day that exists, written YYYY-MM-DD' });

/** A year or a month, never a day (docs/content-format.md): YAML reads a bare year as a number. */
export const yearOrMonth = z
  .union([z.string(), z.number()], { error: 'is not a year or a month' })
  .transform(String)
  .refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text), {
    error: 'is not a year (YYYY) or a month (YYYY-MM)',
  });

/** Ids of facilitators' records and of parts: they may be words. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'is not an id (small letters, digits, hyphens)' });

/** An opaque reference to a person. */
export const person = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: 'is not an opaque id for a person' });

/** BCP 47, of registered parts only, in its usual case: `EN` is read as `en`. */
export const language = z.string().transform((text, context) => {
  const tag = registeredTag(text);
  if (tag !== undefined) return tag;
  context.addIssue({
    code: 'custom',
    message: 'is not a registered language tag such as pa or pa-Arab',
  });
  return z.NEVER;
});

/** The name of a file beside the record: no folder, no dot at the start. */
export const fileName = z.string().regex(/^[^./\\\p{Cc}][^/\\\p{Cc}]{0,127}$/u, {
  error: 'is not the plain name of a file beside this record',
});

/** The longest text of one field; a whole story in another language is far below it. */
const MOST_LETTERS = 200_000;
/** The longest name, title or line. */
const MOST_LETTERS_IN_A_LINE = 5_000;

/** A text that may be empty and may be long. */
export const text = z.string().max(MOST_LETTERS, {
  error: `is longer than ${MOST_LETTERS} letters`,
});

/** A name, a title, a line: something that can be read must stand in it. */
export const oneLine = z
  .string()
  .max(MOST_LETTERS_IN_A_LINE, { error: `is longer than ${MOST_LETTERS_IN_A_LINE} letters` })
  .refine((line) => line.trim() !== '', { error: 'is empty' });

/** Paragraphs that somebody wrote: as `words`, and longer. */
const longWords = text.refine((written) => written.trim() !== '', { error: 'is empty' });

/** Facilitators' words for each interface language, or one text for all. */
export const wordsByLanguage = z.union(
  [
    longWords.transform((written): Record<string, string> => ({ en: written })),
    z.record(language, longWords),
  ],
  {
    error: 'is not a text, or a text for each language',
  },
);

/** Of exactly one version of something: `sha256:` and 64 digits. */
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, { error: 'is not a digest' });

/**
 * An address on the web, as a link may carry it. The one schema for every link in every collection:
 * only http and https, a host, and nothing that a browser would read as another address.
 */
export const webAddress = z
  .string()
  .max(2_000, { error: 'is longer than 2000 letters' })
  .refine(isWebAddress, { error: 'is not a web address that begins with https:// or http://' });

function isWebAddress(written: string): boolean {
  if (!/^https?:\/\/[^\s<>"\\^`{|}]+$/i.test(written)) return false;
  const address = URL.parse(written);
  return (
    address !== null &&
    address.hostname !== '' &&
    address.username === '' &&
    address.password === ''
  );
}

/** The address of a whole site: it stands at the top of its host, because its links begin there. */
export const siteAddress = webAddress.refine(
  (written) => {
    const { pathname = '', search = '', hash = '' } = URL.parse(written) ?? {};
    return pathname === '/' && search === '' && hash === '';
  },
  {
    error:
      'has a folder, a question or a mark behind the name of its host: the archive can stand only at the top of an address, such as https://example.org',
  },
);
