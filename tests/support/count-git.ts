import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface StartedGit {
  /** Its process id. */
  readonly pid: number;
  /** What it was called with, without settings. */
  readonly args: string;
}

/**
 * Puts a `git` before the real one on the path: it writes down what it was called with, then is the
 * real one. Answers with what tells which were started, in order, since it was asked last.
 */
export function countGit(): () => readonly StartedGit[] {
  const folder = mkdtempSync(join(tmpdir(), 'count-git-'));
  const log = join(folder, 'started.txt');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(log, '');
  writeFileSync(
    join(folder, 'git'),
    `#!/bin/sh\nprintf '%s %s\\n' "$$" "$*" >> '${log}'\nexec '${real}' "$@"\n`,
    { mode: 0o755 },
  );
  process.env['PATH'] = `${folder}${delimiter}${process.env['PATH']}`;
  return () => {
    const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    writeFileSync(log, '');
    return lines.map((line) => {
      const [pid = '', ...args] = line.split(' ');
      return { pid: Number(pid), args: args.join(' ').replace(/-c \S+ /g, '') };
    });
  };
}
