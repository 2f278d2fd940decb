import { z } from 'astro/zod';
import {
  day,
  digest,
  language,
  slug,
  text,
  webAddress,
  oneLine,
  wordsByLanguage,
} from './fields.ts';

/** Themes, places, series and priorities: facilitators' words. Everything may be empty. */
const named = { name: wordsByLanguage.optional(), about: wordsByLanguage.optional() };

export const theme = z.strictObject({
  ...named,
  community_words: z.array(oneLine).default([]),
  official_terms: z.array(oneLine).default([]),
});
export const place = z.strictObject(named);
export const series = z.strictObject(named);
export const priority = z.strictObject({
  ...named,
  themes: z.array(slug).default([]),
  /** Contributions that speak of it; each stands behind it only with a yes to `evidence`. */
  pieces: z.array(slug).default([]),
});

export const asset = z.strictObject({
  ...named,
  kind: z.enum(['organisation', 'space', 'activity']).optional(),
  places: z.array(slug).default([]),
  themes: z.array(slug).default([]),
  url: webAddress.optional(),
  checked_on: day.optional(),
  example: z.boolean().default(false),
});

export const response = z.strictObject({
  institution: oneLine,
  /** Of the institution's own words. */
  language: language.default('en'),
  answers: z.union([z.strictObject({ priority: slug }), z.strictObject({ exhibition: slug })]),
  on: day,
  /** The digest of the priority's words as they were when it was answered; written by the archive. */
  answered: digest.optional(),
  status: z.enum(['heard', 'planned', 'under-way', 'done', 'cannot']).optional(),
  example: z.boolean().default(false),
});
export type AssetFields = z.infer<typeof asset>;
export type AssetKind = NonNullable<AssetFields['kind']>;
export type ResponseFields = z.infer<typeof response>;
export type AnswerStatus = NonNullable<ResponseFields['status']>;

export const exhibition = z.strictObject({
  title: oneLine,
  language: language.default('en'),
  summary: text.optional(),
  curated_by: oneLine.optional(),
  opens: day.optional(),
  closes: day.optional(),
  example: z.boolean().default(false),
});
export type ExhibitionFields = z.infer<typeof exhibition>;

export const page = z.strictObject({ title: oneLine, language: language.default('en') });
export type PageFields = z.infer<typeof page>;

export type TermFields = {
  readonly name?: Record<string, string> | undefined;
  readonly about?: Record<string, string> | undefined;
  readonly community_words?: readonly string[];
  readonly official_terms?: readonly string[];
  readonly themes?: readonly string[];
  readonly pieces?: readonly string[];
};
