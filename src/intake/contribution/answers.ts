import { z } from 'astro/zod';
import { NAMED_KINDS, type NamedKind } from '#consent/decision.ts';
import { USES, type Use } from '#consent/uses.ts';
import { EXPLAINERS, INTERPRETERS, METHODS_FOR_OTHERS } from '#records/consent-capture.ts';
import { AGE_BANDS, CREDITS, TOPICS } from '#records/contribution.ts';
import { fileName, language, text, oneLine, slug } from '#records/fields.ts';

/**
 * Is somebody else to be seen, heard or known? Whoever does not answer, or is not sure, is taken as
 * having somebody in it: then it waits until that person was asked.
 */
export const OTHERS = ['nobody', 'somebody', 'not-sure'] as const;
const others = z.enum(OTHERS).optional();

/** Of one contribution. */
export const MOST_PICTURES = 12;

const picture = z.strictObject({
  /** Of its part in the record, which it keeps whatever is taken out before it; its place where none is said. */
  id: slug.optional(),
  file: fileName,
  drawing: z.boolean().default(false),
  /** What can be seen. Asked and not demanded: a facilitator can write it, and the picture waits for it. */
  alt: text.optional(),
  others,
});

const uses = z.strictObject(
  Object.fromEntries(USES.map((use) => [use, z.array(z.enum(NAMED_KINDS)).optional()])) as Readonly<
    Record<Use, z.ZodOptional<z.ZodArray<z.ZodEnum<{ [K in NamedKind]: K }>>>>
  >,
);

/** A box of a photographed form that is not empty, by the question it stands in. */
const readBox = z.strictObject({
  step: z.string().max(20),
  field: z.string().max(40),
  value: z.string().max(60),
  isDoubtful: z.boolean(),
});
export type ReadBox = z.infer<typeof readBox>;
const readSide = z.array(readBox).max(200).optional();

/**
 * What somebody answered, one question a page. Every answer may be absent: that is a no, or a question
 * that is still open, and never a yes (docs/consent.md §1). Nothing else gets in: who it belongs to,
 * whether it was checked and from when it may be shown are not asked, so they cannot be answered.
 */
export const answers = z.strictObject({
  /** Of the words and the voice. */
  language: language.optional(),
  title: oneLine.optional(),
  words: text.optional(),
  pictures: z.array(picture).max(MOST_PICTURES).default([]),
  sound: z.strictObject({ file: fileName, others }).optional(),
  /** The highest number in the name of a file so far: no name is used twice, whatever was taken out. */
  counted: z.int().min(0).default(0),
  /** Can somebody be known from the words? */
  others,
  /** Each yes to one use of one kind of thing. */
  grants: uses.default({}),
  credit: z
    .strictObject({
      as: z.enum(CREDITS),
      name: oneLine.optional(),
    })
    .optional(),
  notes: z.array(z.enum(TOPICS)).default([]),
  age: z.enum(AGE_BANDS).optional(),
  onWithdrawal: z.enum(['notice', 'no-trace']).optional(),
  /** Somebody else wrote it down for whoever tells it: said when the form was begun, and by no question. */
  method: z.enum(['online', 'in-person']).default('online'),
  /** Then: who explained it to them, as a role, how they said yes, and in which language. */
  explained: z
    .strictObject({
      by: z.enum(EXPLAINERS).optional(),
      how: z.enum(METHODS_FOR_OTHERS).optional(),
      interpreter: z.enum(INTERPRETERS).optional(),
      language: language.optional(),
    })
    .optional(),
  /** Then: what was read of a photographed form and no person has looked at yet. None of it is an answer. */
  paper: z.strictObject({ front: readSide, back: readSide }).default({}),
});
export type Answers = z.infer<typeof answers>;

/** What there is of a kind of thing to say yes about: these are the rows of the grid. */
export function kindsGiven({
  words: written,
  title,
  pictures,
  sound,
}: Answers): readonly NamedKind[] {
  const given: Readonly<Record<NamedKind, boolean>> = {
    words: hasText(written) || hasText(title),
    pictures: pictures.length > 0,
    voice: sound !== undefined,
  };
  return NAMED_KINDS.filter((kind) => given[kind]);
}

export const hasText = (written: string | undefined): boolean => (written ?? '').trim() !== '';
