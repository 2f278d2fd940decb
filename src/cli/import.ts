import { mkdir, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { stringify } from 'yaml';
import type { Day, Use } from '#consent/decision.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { fileDigest } from '#release/content-files.ts';
import { inFlight } from '#release/in-flight.ts';
import { approve } from './approve.ts';
import { cameBackInDrafts } from './came-back-in-drafts.ts';
import { type DraftPiece, draftFromEntry } from './import-draft.ts';
import { importManifest, piecesOf } from './import-manifest.ts';
import { draftsFromSpreadsheet } from './import-spreadsheet.ts';
import { type Outcome, progress, tell } from './printer.ts';
import { stateOf } from './state.ts';

export interface ImportInput {
  readonly content: string;
  /** A folder with `manifest.json`, or a spreadsheet saved as CSV. */
  readonly from: string;
  /** Uses the licence allows; without it every piece is held. */
  readonly grant?: readonly Use[] | undefined;
  readonly day: Day;
}

/**
 * Makes contributions from a folder or a spreadsheet. What is there already is left as it is, so an
 * import that was broken off can be run again. On any problem in the source nothing is written.
 */
export async function importFrom(input: ImportInput): Promise<Outcome> {
  const read = await readSource(input);
  if (read.problems.length > 0) return refused(read.problems);
  const content = resolve(input.content);
  const before = await cameBackInDrafts(read.drafts, stateOf(content));
  if (before.length > 0) return refused(before);
  await begin(content);
  const report = progress('pieces imported');
  let count = 0;
  const results = await inFlight(2, read.drafts, async (draft) => {
    const made = await place(content, draft);
    report(++count, read.drafts.length);
    return made ? draft.id : undefined;
  });
  const made = results.filter((id): id is string => id !== undefined);
  if (input.grant !== undefined && made.length > 0) {
    tell('Writing the approvals');
    await approve({ content, ids: made });
  }
  const state =
    input.grant === undefined
      ? 'held: nobody has said yes yet'
      : `granted for ${input.grant.join(', ')} by their licence`;
  return {
    exit: 0,
    lines: [
      `${made.length} contributions imported, ${state}.`,
      ...(made.length < results.length
        ? [`${results.length - made.length} were here already and were left as they are.`]
        : []),
    ],
    data: { ok: true, imported: made, alreadyHere: results.length - made.length },
  };
}

interface Source {
  readonly drafts: readonly DraftPiece[];
  readonly problems: readonly Problem[];
}

async function readSource(input: ImportInput): Promise<Source> {
  const from = resolve(input.from);
  if (/\.csv$/i.test(from)) return draftsFromSpreadsheet({ ...input, from });
  return readFolder(from, input);
}

async function readFolder(from: string, input: ImportInput): Promise<Source> {
  const file = 'manifest.json';
  let data: unknown;
  try {
    data = JSON.parse(await readFile(join(from, file), 'utf8'));
  } catch {
    return { drafts: [], problems: [unreadable(file)] };
  }
  const parsed = parseRecord(importManifest, data, file);
  if (!parsed.ok) return { drafts: [], problems: parsed.problems };
  const pieces = piecesOf(parsed.value.entries);
  const problems: Problem[] = [];
  const drafts: DraftPiece[] = [];
  const root = await realpath(from);
  const mediaCache = stateOf(resolve(input.content)).mediaCache;
  for (const [index, { source, illustrations }] of pieces.entries()) {
    const paths = await Promise.all(
      [source, ...illustrations].map(({ path }) => inside(root, path)),
    );
    if (paths.some((path) => path === undefined)) problems.push(missingFile(file, index));
    else
      drafts.push(
        await draftFromEntry({
          source,
          illustrations,
          paths: paths as string[],
          mediaCache,
          label: `${file}, piece ${index + 1}`,
          ...input,
        }),
      );
  }
  return { drafts, problems };
}

/** The file a manifest names, if it is a plain file within the folder: a path may not lead out of it. */
async function inside(root: string, path: string): Promise<string | undefined> {
  const full = resolve(root, path);
  const real = await realpath(full).catch(() => undefined);
  if (real === undefined || !real.startsWith(root + sep)) return undefined;
  return (await fileDigest(real)) === undefined ? undefined : real;
}

async function begin(content: string): Promise<void> {
  await mkdir(join(content, 'stories'), { recursive: true });
  const names = await readdir(content);
  if (!names.includes('settings.yaml')) {
    await writeFile(join(content, 'settings.yaml'), stringify({ name: 'Imported archive' }));
  }
}

/** Writes one contribution to the side, then puts it in place whole. Says whether it was new. */
async function place(content: string, draft: DraftPiece): Promise<boolean> {
  const folder = join(content, 'stories', draft.id);
  if ((await fileDigest(join(folder, 'story.md'))) !== undefined) return false;
  const side = join(content, 'stories', `.${draft.id}.new`);
  await rm(side, { recursive: true, force: true });
  await mkdir(side, { recursive: true });
  for (const { from, name, text } of await draft.files()) {
    await writeFile(join(side, name), from === undefined ? (text ?? '') : await readFile(from));
  }
  const matter = stringify(await draft.record(), { lineWidth: 0 });
  await writeFile(join(side, 'story.md'), `---\n${matter}---\n${draft.body}`);
  await rename(side, folder);
  return true;
}

function refused(problems: readonly Problem[]): Outcome {
  return {
    exit: 1,
    lines: [
      ...problems.map(problemLine),
      `${problems.length} problem${problems.length === 1 ? '' : 's'}. Nothing was imported.`,
    ],
    data: { ok: false, problems },
  };
}

function unreadable(file: string): Problem {
  return {
    file: basename(file),
    rule: 'unreadable',
    what: 'It is not there, or is not JSON.',
    next: 'Name a folder with a manifest.json, or a .csv file.',
  };
}

function missingFile(file: string, index: number): Problem {
  return {
    file,
    field: `entries (piece ${index + 1})`,
    rule: 'file-missing',
    what: 'A file named here is not in the folder.',
    next: 'Put it there, or take the entry out.',
  };
}
