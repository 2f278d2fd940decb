import { z } from 'astro/zod';
import { TOPICS } from './contribution.ts';
import { hosted } from './hosted.ts';
import { day, language, siteAddress, webAddress, oneLine, wordsByLanguage } from './fields.ts';

/** What stands in a contact of each kind, because it becomes a link of that kind. */
const CONTACT_VALUES: Record<
  'phone' | 'text' | 'email' | 'place' | 'link',
  { readonly isRight: (value: string) => boolean; readonly error: string }
> = {
  phone: { isRight: hasDigits, error: 'has no number to call' },
  text: { isRight: hasDigits, error: 'has no number to write to' },
  email: {
    isRight: (value) => /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(value),
    error: 'is not an e-mail address',
  },
  place: { isRight: () => true, error: '' },
  link: {
    isRight: (value) => webAddress.safeParse(value).success,
    error: 'is not a web address that begins with https:// or http://',
  },
};

function hasDigits(value: string): boolean {
  return /\d/.test(value);
}

/** `content/settings.yaml`: a name is enough (docs/content-format.md). */
export const settings = z.strictObject({
  name: oneLine,
  tagline: wordsByLanguage.optional(),
  url: siteAddress.optional(),
  languages: z
    .array(language)
    .min(1)
    .refine((tags) => new Set(tags).size === tags.length, { error: 'names a language twice' })
    .default(['en', 'ur']),
  contacts: z
    .array(
      z
        .strictObject({
          label: wordsByLanguage,
          kind: z.enum(['phone', 'text', 'email', 'place', 'link']),
          value: oneLine,
        })
        .superRefine(({ kind, value }, context) => {
          const { isRight, error } = CONTACT_VALUES[kind];
          if (!isRight(value))
            context.addIssue({ code: 'custom', path: ['value'], message: error });
        }),
    )
    .default([]),
  support: z
    .array(
      z.strictObject({
        name: oneLine,
        phone: oneLine.optional(),
        text: oneLine.optional(),
        url: webAddress.optional(),
        about: wordsByLanguage.optional(),
        topics: z.array(z.enum(TOPICS)).default([]),
        checked_on: day.optional(),
      }),
    )
    .default([]),
  /** Readers are shown where to send thanks; only the archive's own server takes them. */
  thanks: z.boolean().default(false),
  /** Readers are asked to share: only where the archive's own server runs and somebody answers. */
  sharing: z.boolean().default(false),
  /** The editor over a private repository elsewhere; absent, only the archive's own server has one. */
  cms: hosted.optional(),
  defaults: z
    .strictObject({
      language: language.optional(),
      /** The sheet that people are given now: a new consent record begins with it. */
      information_sheet: oneLine.optional(),
    })
    .optional(),
});
export type SettingsFields = z.infer<typeof settings>;
