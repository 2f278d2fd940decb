import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Use } from '#consent/uses.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import {
  type HeldRule,
  licenceFields,
  licenceIn,
  sameLicence,
  type LicenceGrant,
  licenceGrantOf,
} from './grant.ts';
import { importId } from './id.ts';
import { notInside } from './inside-folder.ts';
import type { NumberedEntry } from './manifest.ts';
import { spokenOf } from './transcript.ts';
import { type CreditLine, type StoryWords, storyWords } from './words.ts';
import { tagOfLanguage } from './language-name.ts';

/** One contribution about to be made; what costs time is done only when it is really new. */
export interface DraftPiece {
  readonly id: string;
  /** Where it comes from, for problems: a row, or an entry of a manifest. */
  readonly label: string;
  /** Two drafts with the same origin are the same contribution; the field is the one that says so. */
  readonly origin: { readonly key: string; readonly field?: string };
  /** What the source calls a field of the record, where it has another name. */
  readonly calls: Readonly<Record<string, string>>;
  /** Opened by its licence; otherwise held. */
  readonly granted: boolean;
  /** Why it is held, where a grant was asked for. */
  readonly held?: HeldRule | undefined;
  /** Pictures that came without a description: each is withheld until somebody writes one. */
  readonly undescribed: number;
  /** What was found wrong while it was made. With one or more it is never placed. */
  readonly problems: readonly Problem[];
  readonly body: string;
  readonly record: () => Promise<object>;
  readonly files: () => Promise<
    readonly { readonly name: string; readonly from?: string; readonly text?: string }[]
  >;
}

export interface EntryInput {
  readonly source: NumberedEntry;
  readonly illustrations: readonly NumberedEntry[];
  /** Real paths of the source and of each illustration; none where the file is not in the folder. */
  readonly paths: readonly (string | undefined)[];
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  readonly mediaCache: string;
}

const CALLS = {
  language: 'lang',
  'consents[0].language': 'lang',
  work: 'story_id',
  'photos[0].file': 'path',
  'voice.file': 'path',
} as const;

/** A story or a clip of a manifest, as a contribution. */
export async function draftFromEntry(input: EntryInput): Promise<DraftPiece> {
  const { source, illustrations, paths } = input;
  const [path] = paths;
  const bytes = path === undefined ? Buffer.alloc(0) : await readFile(path);
  const story = source.kind === 'speech' ? undefined : storyIn(bytes, source);
  const { standing, fields } = common(input, story?.words.credits ?? []);
  const label = labelOf(source);
  const lost = [source, ...illustrations].flatMap((entry, index) =>
    paths[index] === undefined ? [notInside(labelOf(entry), 'path')] : [],
  );
  const made =
    story === undefined ? await speechOf(path ?? '', input, fields) : storyOf(story, input, fields);
  return {
    id: importId(source.path, createHash('sha256').update(bytes).digest('hex')),
    label,
    origin: { key: path ?? label, field: 'path' },
    calls: CALLS,
    granted: standing.granted,
    held: standing.held,
    body: made.body,
    record: async () => made.record,
    files: made.files,
    undescribed: made.undescribed,
    problems: [...lost, ...made.problems],
  };
}

const labelOf = ({ at }: NumberedEntry): string => `manifest.json, entries[${at}]`;

type Made = Pick<DraftPiece, 'body' | 'files' | 'problems' | 'undescribed'> & {
  readonly record: object;
};

interface StoryIn {
  readonly words: StoryWords;
  readonly isText: boolean;
}

/**
 * A story's words, with its closing credits apart. They are kept beside the licence: where there is
 * none they stay where they are.
 */
function storyIn(bytes: Buffer, source: NumberedEntry): StoryIn {
  const markdown = textOf(bytes);
  const words = storyWords(markdown ?? '');
  const isText = markdown !== undefined;
  if (licenceOf(source, words.credits) !== undefined) return { words, isText };
  return { words: { ...words, body: words.whole, credits: [] }, isText };
}

function storyOf({ words, isText }: StoryIn, input: EntryInput, fields: object): Made {
  const { source, illustrations, paths } = input;
  const { title, body } = words;
  const names = illustrations.map(
    ({ path }, index) => `f${index + 1}${extname(path).toLowerCase()}`,
  );
  const alts = illustrations.map(({ alt }) => alt?.trim());
  const photos = names.map((file, index) => ({
    id: `f${index + 1}`,
    file,
    kind: 'artwork',
    ...(alts[index] && { alt: alts[index] }),
  }));
  return {
    body,
    record: {
      title: source.title || title || 'Untitled',
      language: languageOf(source),
      kind: 'story',
      ...(photos.length > 0 && { photos }),
      ...fields,
    },
    files: async () => names.map((name, index) => ({ name, from: paths[index + 1] ?? '' })),
    undescribed: alts.filter((alt) => !alt).length,
    problems: isText
      ? []
      : [problemAt({ file: labelOf(source), field: 'path' }, 'import-not-text')],
  };
}

/** Bytes that are not UTF-8 would become other letters without a word. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function speechOf(path: string, input: EntryInput, fields: object): Promise<Made> {
  const { source, mediaCache } = input;
  const spoken = await spokenOf(source.transcript, labelOf(source));
  const file = `v1${extname(source.path).toLowerCase()}`;
  const voice = { id: 'v1', file, ...(spoken && { transcript: 'v1.vtt' }) };
  const title = source.title || opening(spoken?.words) || 'A recording';
  return {
    body: '',
    record: { title, language: languageOf(source), kind: 'sound', voice, ...fields },
    files: async () => [
      { name: file, from: path },
      ...(spoken ? [{ name: 'v1.vtt', text: await spoken.vtt(path, mediaCache) }] : []),
    ],
    undescribed: 0,
    problems: spoken?.problems ?? [],
  };
}

function opening(spoken: string | undefined): string | undefined {
  const words = spoken?.trim().split(/\s+/).slice(0, 8).join(' ');
  return words || undefined;
}

/** As a tag, where the manifest names a language in another way. */
const languageOf = ({ lang }: NumberedEntry): string =>
  lang === undefined || lang === null ? 'en' : (tagOfLanguage(lang) ?? lang);

/** Work, credit, licence, review and consent (docs/content-format.md). */
function common(
  { source, illustrations, grant, day }: EntryInput,
  credits: readonly CreditLine[],
): { readonly standing: LicenceGrant; readonly fields: object } {
  const name = source.text_by || source.creator;
  const attribution = [
    ['Text', source.text_by],
    ['Illustration', source.illustration_by],
    ['Translation', source.translation_by],
    ['By', source.text_by ? undefined : source.creator],
    ...credits.filter((line) => !given(line, source)).map(({ label, value }) => [label, value]),
  ].flatMap(([label, by]) => (by ? [`${label}: ${by}`] : []));
  const standing = licenceGrantOf({
    grant,
    day,
    licence: licenceIn(source.licence),
    inFile: licenceLine(credits),
    ofParts: illustrations.map(({ licence }) => licence),
    language: languageOf(source),
  });
  const licence = licenceOf(source, credits);
  return {
    standing,
    fields: {
      ...(source.story_id && { work: source.story_id.replaceAll(':', '-') }),
      credit: name ? { as: 'full-name', name } : { as: 'anonymous' },
      ...(licence && { licence: licenceFields(licence, attribution.join('. ')) }),
      ...standing.fields,
    },
  };
}

const licenceLine = (credits: readonly CreditLine[]): string | undefined =>
  licenceIn(credits.find(({ label }) => /^licen[cs]e/i.test(label))?.value);

/** As the manifest says it, or else as the file does. */
const licenceOf = (source: NumberedEntry, credits: readonly CreditLine[]): string | undefined =>
  licenceIn(source.licence) ?? licenceLine(credits);

const GIVEN_BY = {
  text: 'text_by',
  illustration: 'illustration_by',
  translation: 'translation_by',
  'translated by': 'translation_by',
  language: 'lang',
} as const satisfies Record<string, keyof NumberedEntry>;

/** Whether the manifest says what a line of credit says; a licence is held against its own. */
function given({ label, value }: CreditLine, source: NumberedEntry): boolean {
  const name = label.toLowerCase();
  if (/^licen[cs]e/.test(name)) return sameLicence(value, licenceIn(source.licence));
  const field = Object.entries(GIVEN_BY).find(
    ([each]) => name === each || name === `${each}s`,
  )?.[1];
  const fromManifest = field === undefined ? undefined : source[field];
  return fromManifest?.trim().normalize() === value.normalize();
}
