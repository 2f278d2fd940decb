import type { MediaStore } from '#media/store.ts';
import { basename, join } from 'node:path';
import { type ContributionFields, contribution } from '#records/contribution.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { readTranscriptText } from '#media/transcript-text.ts';
import { parseRecord } from '#records/parse-record.ts';
import { mediaProblemAt, type Problem, problemAt } from '#records/problem.ts';
import { characterProblem } from '#records/text-rules.ts';
import type { HeldContribution, HeldMedia } from './archive.ts';
import { fileDigest, isLinked, list, nameOnDisk, readText } from './content-files.ts';
import { recordedIn } from './same-files.ts';
import { readFrontMatter } from './front-matter.ts';

type ReadContribution = {
  readonly held?: HeldContribution;
  readonly problems: readonly Problem[];
};

/** Where a contribution's records and its media files are looked for. */
export interface Places {
  readonly root: string;
  readonly store: MediaStore;
}

const RESERVED_PARTS = new Set(['words']);

/** Reads one folder of `content/stories/`. All its problems are gathered. */
export async function readContribution(places: Places, id: string): Promise<ReadContribution> {
  const { root } = places;
  const folder = join('stories', id);
  const file = join(folder, 'story.md');
  const listing = await list(root, folder);
  const problems = [...listing.problems, ...nameProblems(id, folder, listing.files)];
  if (!listing.files.includes('story.md')) {
    return {
      problems: [...problems, problemAt({ file }, 'no-record-here')],
    };
  }
  const read = await readText(root, file);
  if (!read.ok) return { problems: [...problems, read.problem] };
  const matter = readFrontMatter(read.text, file);
  if (!matter.ok) return { problems: [...problems, matter.problem] };
  problems.push(...bodyProblems(matter.body, file));
  const parsed = parseRecord(contribution, matter.data, file);
  if (!parsed.ok) return { problems: [...problems, ...parsed.problems] };
  const media = await readMedia(places, folder, file, parsed.value);
  problems.push(...partIdProblems(file, parsed.value), ...media.problems);
  const whole = { id, file, folder, fields: parsed.value, body: matter.body };
  return { held: { ...whole, media: media.files, ...media.spoken }, problems };
}

/** What is wrong with the words below a record, whoever wrote them. */
export function bodyProblems(body: string, file: string): readonly Problem[] {
  return [characterProblem(body, { file, field: 'words' }) ?? []].flat();
}

/** What is wrong with the name of a contribution's folder, or of a file in it. */
export function nameProblems(
  id: string,
  folder: string,
  files: readonly string[],
): readonly Problem[] {
  return [
    ...(CONTRIBUTION_ID.test(id) ? [] : [problemAt({ file: folder }, 'folder-not-an-id')]),
    ...(files.some((name) => /\.mdx$/i.test(name))
      ? [problemAt({ file: folder }, 'mdx-here')]
      : []),
  ];
}

/** Each media file named must be there; what it holds is only looked at when consent lets it out. */
async function readMedia(
  places: Places,
  folder: string,
  file: string,
  fields: ContributionFields,
): Promise<{
  files: Map<string, HeldMedia>;
  spoken: Pick<HeldContribution, 'transcript' | 'safeTranscript'>;
  problems: readonly Problem[];
}> {
  const files = new Map<string, HeldMedia>();
  const problems: Problem[] = [];
  for (const { field, name } of namedFiles(fields)) {
    const found = await findMedia(places, folder, name);
    if (found !== undefined) files.set(name, found);
    else problems.push(problemAt({ file, field }, 'media-file-missing'));
  }
  const { transcript, safe } = fields.voice ?? {};
  const textIn = async (name: string | undefined, field: string): Promise<string | undefined> => {
    const found = files.get(name ?? '');
    if (found === undefined) return undefined;
    const read = await readTranscriptText(found.path);
    if (!read.ok) problems.push(mediaProblemAt({ file, field }, read.problem));
    else problems.push(...[characterProblem(read.text, { file, field }) ?? []].flat());
    return read.ok ? read.text : undefined;
  };
  const spoken = {
    transcript: await textIn(transcript, 'voice.transcript'),
    safeTranscript: await textIn(safe?.transcript, 'voice.safe.transcript'),
  };
  return { files, problems, spoken };
}

/** Beside the record, or in the media store under the same id and name. */
async function findMedia(
  { root, store }: Places,
  folder: string,
  name: string,
): Promise<HeldMedia | undefined> {
  const place = join(root, folder);
  const onDisk = await nameOnDisk(place, name);
  if (!(await isLinked(root, join(folder, onDisk)))) {
    const beside = await heldAt(join(place, onDisk));
    if (beside !== undefined) return beside;
  }
  const id = basename(folder);
  // A store that cannot be read stops the reading: what is missing might be what somebody said no to.
  const names = await store.filesOf(id);
  const wanted = name.normalize('NFC');
  const stored = names.includes(name)
    ? name
    : names.find((each) => each.normalize('NFC') === wanted);
  const path = stored === undefined ? undefined : await store.localFile(id, stored);
  return path === undefined ? undefined : heldAt(path);
}

async function heldAt(path: string): Promise<HeldMedia | undefined> {
  const sha256 = await fileDigest(path);
  return sha256 === undefined ? undefined : { path, sha256 };
}

/** Every media file a record names, and the field that names it. */
export function namedFiles(fields: ContributionFields): readonly { field: string; name: string }[] {
  const recorded = recordedIn(fields);
  const { voice } = fields;
  return [
    ...recorded.map(({ field, file }) => ({ field: `${field}.file`, name: file })),
    ...recorded.flatMap(({ field, safe }) =>
      safe ? [{ field: `${field}.safe.file`, name: safe.file }] : [],
    ),
    ...(voice?.transcript ? [{ field: 'voice.transcript', name: voice.transcript }] : []),
    ...(voice?.safe?.transcript
      ? [{ field: 'voice.safe.transcript', name: voice.safe.transcript }]
      : []),
  ];
}

/** Part ids name decisions and approvals, so no two may be the same, nor look like a safe copy's or a transcript's. */
function partIdProblems(file: string, fields: ContributionFields): readonly Problem[] {
  const ids = [
    ...fields.photos.map(({ id }, index) => ({ id, field: `photos[${index}].id` })),
    ...(fields.voice ? [{ id: fields.voice.id, field: 'voice.id' }] : []),
    ...fields.translations.map(({ id }, index) => ({ id, field: `translations[${index}].id` })),
    ...fields.more.map(({ id }, index) => ({ id, field: `more[${index}].id` })),
  ];
  const seen = new Set(RESERVED_PARTS);
  return ids.flatMap(({ id, field }) => {
    const taken = seen.has(id) || /-(?:safe|transcript)$/.test(id);
    seen.add(id);
    return taken ? [problemAt({ file, field }, 'part-id-taken')] : [];
  });
}
