import { z } from 'astro/zod';
import { TOPICS } from './contribution.ts';
import { day, language, webAddress, words, wordsByLanguage } from './fields.ts';

/** `content/settings.yaml`: a name is enough (content-format.md). */
export const settings = z.strictObject({
  name: words,
  tagline: wordsByLanguage.optional(),
  url: webAddress.optional(),
  languages: z
    .array(language)
    .min(1)
    .refine((tags) => new Set(tags).size === tags.length, { error: 'names a language twice' })
    .default(['en', 'ur']),
  contacts: z
    .array(
      z.strictObject({
        label: wordsByLanguage,
        kind: z.enum(['phone', 'text', 'email', 'place', 'link']),
        value: words,
      }),
    )
    .default([]),
  support: z
    .array(
      z.strictObject({
        name: words,
        phone: words.optional(),
        text: words.optional(),
        url: webAddress.optional(),
        about: wordsByLanguage.optional(),
        topics: z.array(z.enum(TOPICS)).default([]),
        checked_on: day.optional(),
      }),
    )
    .default([]),
  /** Readers are shown where to send thanks; only the archive's own server takes them. */
  thanks: z.boolean().default(false),
  defaults: z.strictObject({ language: language.optional() }).optional(),
});
export type SettingsFields = z.infer<typeof settings>;
