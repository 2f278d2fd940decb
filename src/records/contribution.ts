import { z } from 'astro/zod';
import { INTERESTS, KINDS, STATES } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import { METHODS } from './consent-capture.ts';
import {
  day,
  digest,
  fileName,
  language,
  person,
  slug,
  text,
  yearOrMonth,
  webAddress,
  oneLine,
} from './fields.ts';
import { CONTRIBUTION_KINDS } from './kinds.ts';

/** What a content note may be about: a closed list, so that each has words in every language. */
export const TOPICS = [
  'bereavement',
  'illness',
  'mental-health',
  'suicide',
  'self-harm',
  'abuse',
  'violence',
  'racism',
  'discrimination',
  'pregnancy-loss',
  'addiction',
  'poverty',
  'migration',
  'medical-detail',
] as const;
export type Topic = (typeof TOPICS)[number];

/** How a maker may be named. */
export const CREDITS = [
  'full-name',
  'first-name',
  'chosen-name',
  'collective',
  'anonymous',
] as const;
export type CreditAs = (typeof CREDITS)[number];

/** `young-person`: 16 or 17; `child`: under 16. */
export const AGE_BANDS = ['adult', 'young-person', 'child'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const credit = z.strictObject({
  as: z.enum(CREDITS).optional(),
  name: oneLine.optional(),
});

/** What stands beside a safe copy is its own: what is said of the original may name whom it hides. */
const safePhoto = z.strictObject({
  file: fileName,
  alt: text.optional(),
  caption: text.optional(),
  covers: z.array(person).default([]),
  checked_on: day.optional(),
});
const safeVoice = z.strictObject({
  file: fileName,
  transcript: fileName.optional(),
  covers: z.array(person).default([]),
  checked_on: day.optional(),
});

const recorded = {
  id: slug,
  file: fileName,
  people: z.array(person).default([]),
  stands_alone: z.boolean().default(false),
  needs_safe: z.boolean().default(false),
};

const photo = z.strictObject({
  ...recorded,
  kind: z.enum(['photo', 'artwork']).default('photo'),
  /** What can be seen in it. Without it the photograph is withheld. */
  alt: text.optional(),
  /** It is only a decoration, and needs no description. */
  decorative: z.boolean().default(false),
  caption: text.optional(),
  safe: safePhoto.optional(),
});

const voice = z.strictObject({
  ...recorded,
  transcript: fileName.optional(),
  safe: safeVoice.optional(),
});

const translation = z.strictObject({
  id: slug,
  language,
  title: oneLine.optional(),
  summary: text.optional(),
  words: text.optional(),
  credit: credit.optional(),
});

const more = z.strictObject({
  id: slug,
  form: z.enum(['short', 'short-version', 'easy-read', 'spoken-summary']),
  language,
  words: text,
});

const grants = z.strictObject(
  Object.fromEntries(USES.map((use) => [use, z.array(z.enum(KINDS)).optional()])) as Record<
    (typeof USES)[number],
    z.ZodOptional<z.ZodArray<z.ZodEnum<{ [K in (typeof KINDS)[number]]: K }>>>
  >,
);

const consent = z.strictObject({
  person,
  interest: z.enum(INTERESTS).optional(),
  state: z.enum(STATES).optional(),
  given_on: day.optional(),
  expires_on: day.optional(),
  withdrawn_on: day.optional(),
  information_sheet: text.optional(),
  language: language.optional(),
  method: z.enum(METHODS).optional(),
  age_band: z.enum(AGE_BANDS).optional(),
  assent_on: day.optional(),
  guardian_on: day.optional(),
  reconsent_due: day.optional(),
  capacity: z.enum(['presumed', 'best-interests', 'in-doubt']).optional(),
  grants: grants.optional(),
  exhibitions: z.union([z.literal('any'), z.array(slug)]).optional(),
  approved: z.record(z.string(), digest).optional(),
  on_withdrawal: z.enum(['notice', 'no-trace']).optional(),
  /** May be sent thanks, which somebody reads first; absent means no (docs/consent.md §7). */
  thanks: z.boolean().optional(),
});

/**
 * The front matter of `content/stories/<id>/story.md` (docs/content-format.md). Strict: a key or value
 * that is not listed is an error. A permission may be absent, which means no; it is never an error.
 */
export const contribution = z.strictObject({
  title: oneLine,
  language,
  kind: z.enum(CONTRIBUTION_KINDS),
  summary: text.optional(),
  told: yearOrMonth.optional(),
  series: z.array(slug).default([]),
  themes: z.array(slug).default([]),
  places: z.array(slug).default([]),
  credit: credit.optional(),
  content_notes: z
    .array(z.strictObject({ topic: z.enum(TOPICS), words: oneLine.optional() }))
    .default([]),
  photos: z.array(photo).default([]),
  voice: voice.optional(),
  translations: z.array(translation).default([]),
  more: z.array(more).default([]),
  review: z
    .strictObject({
      outcome: z.enum(['cleared', 'pending', 'refused']).optional(),
      on: day.optional(),
    })
    .optional(),
  embargo_until: day.optional(),
  hold: z.boolean().optional(),
  published_on: day.optional(),
  example: z.boolean().default(false),
  work: oneLine.optional(),
  licence: z
    .strictObject({ name: oneLine, url: webAddress.optional(), attribution: oneLine.optional() })
    .optional(),
  consents: z.array(consent).default([]),
});

export type MoreForm = z.infer<typeof more>['form'];
export type ContributionFields = z.infer<typeof contribution>;
export type PhotoFields = z.infer<typeof photo>;
export type VoiceFields = z.infer<typeof voice>;

/** `content/withdrawn/<id>.yaml`: all that stays of a piece that had been public. */
export const withdrawnRecord = z.strictObject({
  withdrawn_on: day,
  on_withdrawal: z.enum(['notice', 'no-trace']).optional(),
});
export type WithdrawnFields = z.infer<typeof withdrawnRecord>;
