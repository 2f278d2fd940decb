import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { KINDS, type Day, type Use } from '#consent/decision.ts';
import { cleanSound } from '#media/clean-sound.ts';
import { plainTextToVtt } from '#media/transcript.ts';
import { importId } from './import-id.ts';
import type { ManifestEntry } from './import-manifest.ts';
import { storyWords } from './import-words.ts';

/** One contribution about to be made; what costs time is done only when it is really new. */
export interface DraftPiece {
  readonly id: string;
  /** Where it comes from, for problems: a row, or a piece of a manifest. */
  readonly label: string;
  readonly body: string;
  readonly record: () => Promise<object>;
  readonly files: () => Promise<
    readonly { readonly name: string; readonly from?: string; readonly text?: string }[]
  >;
}

export interface EntryInput {
  readonly source: ManifestEntry;
  readonly illustrations: readonly ManifestEntry[];
  /** Real paths of the source and of each illustration. */
  readonly paths: readonly string[];
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
  readonly mediaCache: string;
  readonly label: string;
}

/** A story or a clip of a manifest, as a contribution. */
export async function draftFromEntry(input: EntryInput): Promise<DraftPiece> {
  const { source, paths } = input;
  const [path = ''] = paths;
  const bytes = await readFile(path);
  const id = importId(source.path, createHash('sha256').update(bytes).digest('hex'));
  return source.kind === 'speech'
    ? speechDraft(id, path, input)
    : storyDraft(id, bytes.toString('utf8'), input);
}

function storyDraft(id: string, markdown: string, input: EntryInput): DraftPiece {
  const { source, illustrations, paths } = input;
  const { title, body } = storyWords(markdown);
  const names = illustrations.map(
    ({ path }, index) => `f${index + 1}${extname(path).toLowerCase()}`,
  );
  const photos = names.map((file, index) => ({
    id: `f${index + 1}`,
    file,
    kind: 'artwork',
    alt: '',
  }));
  const record = {
    title: source.title || title || 'Untitled',
    language: source.lang ?? 'en',
    kind: 'story',
    ...(photos.length > 0 && { photos }),
    ...(source.story_id && { work: source.story_id.replaceAll(':', '-') }),
    ...common(input),
  };
  return {
    id,
    label: input.label,
    body,
    record: async () => record,
    files: async () => names.map((name, index) => ({ name, from: paths[index + 1] ?? '' })),
  };
}

function speechDraft(id: string, path: string, input: EntryInput): DraftPiece {
  const { source } = input;
  const spoken = source.transcript?.trim();
  const file = `v1${extname(path).toLowerCase()}`;
  const voice = { id: 'v1', file, ...(spoken && { transcript: 'v1.vtt' }) };
  const title = source.title || opening(spoken) || 'A recording';
  const record = { title, language: source.lang ?? 'en', kind: 'sound', voice, ...common(input) };
  return {
    id,
    label: input.label,
    body: '',
    record: async () => record,
    files: async () => [
      { name: file, from: path },
      ...(spoken
        ? [{ name: 'v1.vtt', text: await transcriptOf(spoken, path, input.mediaCache) }]
        : []),
    ],
  };
}

/** The spoken lines spread over the length of the clip, which only its decoded sound can tell. */
async function transcriptOf(spoken: string, file: string, cacheFolder: string): Promise<string> {
  const clean = await cleanSound({ file, cacheFolder });
  return plainTextToVtt(spoken, clean.ok ? clean.value.seconds : 1);
}

function opening(spoken: string | undefined): string | undefined {
  const words = spoken?.split(/\s+/).slice(0, 8).join(' ');
  return words || undefined;
}

/** Credit, licence, review and consent: open only for what was granted, held without (content-format.md). */
function common({ source, grant, day }: EntryInput): object {
  const name = source.text_by || source.creator;
  const attribution = [
    ['Text', source.text_by],
    ['Illustration', source.illustration_by],
    ['Translation', source.translation_by],
    ['By', source.text_by ? undefined : source.creator],
  ].flatMap(([label, by]) => (by ? [`${label}: ${by}`] : []));
  const licence = source.licence ?? undefined;
  const base = {
    credit: name ? { as: 'full-name', name } : { as: 'anonymous' },
    ...(licence && { licence: licenceOf(licence, attribution.join('. ')) }),
  };
  return grant === undefined
    ? { ...base, hold: true }
    : { ...base, ...granted(grant, day, licence ?? 'unknown', source.lang ?? 'en') };
}

function licenceOf(name: string, attribution: string): object {
  return {
    name,
    ...(name === 'CC-BY-4.0' && { url: 'https://creativecommons.org/licenses/by/4.0/' }),
    ...(attribution && { attribution }),
  };
}

export function granted(grant: readonly Use[], day: Day, sheet: string, language: string): object {
  const expires = `${Number(day.slice(0, 4)) + 5}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
  return {
    review: { outcome: 'cleared', on: day },
    hold: false,
    published_on: day,
    consents: [
      {
        person: 'p1',
        interest: 'contributor',
        state: 'given',
        given_on: day,
        expires_on: expires,
        information_sheet: sheet,
        language,
        method: 'licence',
        age_band: 'adult',
        grants: Object.fromEntries(grant.map((use) => [use, [...KINDS]])),
        ...(grant.includes('exhibition') && { exhibitions: 'any' }),
      },
    ],
  };
}
