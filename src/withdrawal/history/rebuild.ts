import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { git, readObjects, startGit } from '#repository/git.ts';
import { commandBytes, type Command, commandsIn } from './fast-stream.ts';
import type { Refs } from './refs.ts';
import { redactedBytes, rewriterFor } from './rewrite.ts';
import type { Wanted } from './wanted.ts';
import { Fault } from '#records/fault.ts';

/** The name an object had, to the name it has now; for commits and files that are still there. */
export type NewNames = ReadonlyMap<string, string>;

/**
 * Writes the history of one repository into another, empty one, with what is wanted taken out of
 * every file, message, name and note. The first is only read. Throws when git says no.
 */
export async function rebuild(input: {
  readonly from: string;
  readonly to: string;
  readonly refs: Refs;
  readonly wanted: Wanted;
  readonly onProgress: (commits: number) => void;
}): Promise<NewNames> {
  const { from, to, refs, wanted, onProgress } = input;
  const marks = join(to, 'purge-marks');
  const names = await pour(from, to, marks, input);
  onProgress(names.commits);
  const now = await newNames(marks, names.byMark);
  for (const ref of refs.texts) await copyText(from, to, ref, wanted);
  for (const ref of refs.notes) await copyNotes(from, to, ref, now, wanted);
  return now;
}

async function pour(
  from: string,
  to: string,
  marks: string,
  {
    refs,
    wanted,
    onProgress,
  }: { readonly refs: Refs; readonly wanted: Wanted; readonly onProgress: (n: number) => void },
): Promise<{ byMark: ReadonlyMap<string, string>; commits: number }> {
  const out = startGit(from, [
    '--no-replace-objects',
    'fast-export',
    '--stdin',
    '--signed-tags=strip',
    '--tag-of-filtered-object=rewrite',
    '--reencode=no',
    '--show-original-ids',
  ]);
  const into = startGit(to, [
    'fast-import',
    '--quiet',
    '--force',
    '--date-format=raw-permissive',
    `--export-marks=${marks}`,
  ]);
  into.stdout.resume();
  into.stdin.on('error', () => undefined);
  const ends = [ended(out), ended(into)];
  out.stdin.end(refs.commits.map((ref) => `${ref}\n`).join(''));
  const rewrite = rewriterFor(wanted);
  const byMark = new Map<string, string>();
  let commits = 0;
  try {
    for await (const command of commandsIn(out.stdout)) {
      note(command, byMark);
      if (command.kind === 'commit') onProgress(++commits);
      const after = rewrite(command);
      if (after === undefined) continue;
      const room = into.stdin.write(commandBytes(after));
      if (!room) await Promise.race([once(into.stdin, 'drain'), ends[1]]);
    }
    into.stdin.end();
    const codes = await Promise.all(ends);
    if (codes.some((code) => code !== 0)) throw new Fault('history-not-written', {});
    return { byMark, commits };
  } finally {
    out.kill();
    into.kill();
  }
}

function ended(child: ReturnType<typeof startGit>): Promise<number> {
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? -1));
  });
}

function note(command: Command, byMark: Map<string, string>): void {
  if (command.kind === 'blob' || command.kind === 'commit')
    byMark.set(command.mark.slice('mark '.length), command.original);
}

async function newNames(marks: string, byMark: ReadonlyMap<string, string>): Promise<NewNames> {
  const lines = (await readFile(marks, 'utf8')).split('\n').filter(Boolean);
  return new Map(
    lines.flatMap((line) => {
      const [mark = '', name = ''] = line.split(' ');
      const old = byMark.get(mark);
      return old === undefined ? [] : [[old, name] as const];
    }),
  );
}

async function copyText(from: string, to: string, ref: string, wanted: Wanted): Promise<void> {
  const bytes = redactedBytes(await git(from, ['cat-file', 'blob', ref]), wanted);
  const name = await git(to, ['hash-object', '-w', '--stdin'], { input: bytes });
  await git(to, ['update-ref', ref, name.toString('utf8').trim()]);
}

/** Notes as they are now, on the new names of what they were about; their own history is not kept. */
async function copyNotes(
  from: string,
  to: string,
  ref: string,
  now: NewNames,
  wanted: Wanted,
): Promise<void> {
  const tree = (await git(from, ['ls-tree', '-r', '-z', ref])).toString('utf8');
  const notes = tree.split('\0').flatMap((line) => {
    const [, blob, path] = /^\d+ blob ([0-9a-f]+)\t([0-9a-f/]+)$/.exec(line) ?? [];
    const about = now.get((path ?? '').replaceAll('/', ''));
    return blob === undefined || about === undefined ? [] : [{ blob, about }];
  });
  const texts = await readObjects(
    from,
    notes.map(({ blob }) => blob),
  );
  const time = (await git(from, ['log', '-1', '--format=%ct', ref])).toString('utf8').trim();
  const parts = notes.flatMap(({ blob, about }) => {
    const bytes = redactedBytes(texts.get(blob) ?? Buffer.alloc(0), wanted);
    return [Buffer.from(`N inline ${about}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')];
  });
  const message = 'Notes\n';
  const head = `commit ${ref}\ncommitter Archive <archive@no-reply.invalid> ${time} +0000\ndata ${message.length}\n${message}`;
  await git(to, ['fast-import', '--quiet', '--force'], {
    input: Buffer.concat([Buffer.from(head), ...parts, Buffer.from('\n')]),
  });
}
