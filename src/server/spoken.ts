import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { whileClean } from '#intake/clean-file.ts';
import type { StepName } from '#intake/contribution/steps.ts';
import { FORMATS_OUT, MASTER_FORMAT, typeByEnding } from '#media/formats.ts';
import { filesOf, liveTip, readBlobs, type TreeFile } from '#repository/repository.ts';
import type { Desk } from './desk-context.ts';
import { findFile, type SiteFile } from './site/site-files.ts';

/** A question of the form, in the interface language in which it is read out. */
export interface SpokenQuestion {
  readonly language: string;
  readonly step: StepName;
}

type Held = Pick<Desk, 'repository'>;

/**
 * The address of the recording in which a question is read out: `content/spoken/<language>/<step>.<ending>`
 * (docs/content-format.md). Nothing where there is none, or where it cannot be looked for: no question
 * waits for its recording.
 */
export async function spokenAt(desk: Held, question: SpokenQuestion): Promise<string | undefined> {
  const found = await recordingOf(desk, question).catch(() => undefined);
  return found && `/share/spoken/${question.language}/${question.step}`;
}

/** The recording, cleaned as any sound that comes in; nothing where there is none, or it is none. */
export async function spokenFile(
  desk: Held,
  question: SpokenQuestion,
): Promise<SiteFile | undefined> {
  const found = await recordingOf(desk, question);
  if (found === undefined) return undefined;
  const folder = join(desk.repository.scratch, 'spoken');
  const name = `${found.blob}.${FORMATS_OUT[MASTER_FORMAT.sound].ending}`;
  const file = join(folder, name);
  // Its name is that of its bytes, so it is cleaned once; what cannot be cleaned is not tried at each ask.
  const making = CLEANED.get(file) ?? cleanInto(desk, found, { folder, file });
  CLEANED.set(file, making);
  making.catch(() => CLEANED.delete(file));
  return (await making) ? findFile(folder, `/${name}`) : undefined;
}

/** Whether a clean copy lies at a path, or will. */
const CLEANED = new Map<string, Promise<boolean>>();

async function cleanInto(
  desk: Held,
  { blob }: TreeFile,
  { folder, file }: { readonly folder: string; readonly file: string },
): Promise<boolean> {
  const bytes = (await readBlobs(desk.repository, [blob])).get(blob);
  if (bytes === undefined) return false;
  const body = new Blob([new Uint8Array(bytes)]).stream();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const done = await whileClean(desk, { kind: 'sound', body }, async ({ path }) => {
    await copyFile(path, file);
    return true as const;
  });
  if (done === true) return true;
  if (done.why === 'no-room') throw new Error('There is no room to clean a recording.');
  return false;
}

async function recordingOf(
  { repository }: Held,
  { language, step }: SpokenQuestion,
): Promise<TreeFile | undefined> {
  const below = `content/spoken/${language}/`;
  const files = await filesOf(repository, await liveTip(repository), below);
  return files.find(({ path }) => {
    const name = path.slice(below.length);
    return name.replace(/\.[^.]*$/, '') === step && typeByEnding(name)?.of === 'sound';
  });
}
