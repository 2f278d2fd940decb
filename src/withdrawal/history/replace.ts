import { cp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { git, gitLine } from '#repository/git.ts';

export interface Replaced {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * Puts a purged history in the place of the old one, in the repository itself: its refs, then away
 * with the reflogs and with every object that nothing leads to. Refuses when work there is not
 * committed, when HEAD is on no branch, and when another working folder hangs on it.
 */
export async function replaceRepository(repository: string, purged: string): Promise<Replaced> {
  const refusal = await whyNot(repository);
  if (refusal !== undefined)
    return { ok: false, lines: [`${refusal} The repository is as it was.`] };
  const folder = (await gitLine(repository, ['rev-parse', '--absolute-git-dir'])) ?? repository;
  const bare = (await gitLine(repository, ['rev-parse', '--is-bare-repository'])) === 'true';
  const top = bare ? folder : ((await gitLine(repository, ['rev-parse', '--show-toplevel'])) ?? '');
  await git(folder, [
    'fetch',
    '--quiet',
    '--no-write-fetch-head',
    '--no-tags',
    '--update-head-ok',
    '--prune',
    '--force',
    purged,
    '+refs/*:refs/*',
  ]);
  if (!bare) await git(top, ['reset', '--quiet', '--hard']);
  for (const name of ['ORIG_HEAD', 'FETCH_HEAD', 'MERGE_HEAD', 'logs', 'COMMIT_EDITMSG'])
    await rm(join(folder, name), { recursive: true, force: true });
  await git(folder, ['reflog', 'expire', '--expire=now', '--all']);
  await git(folder, ['gc', '--quiet', '--prune=now']);
  await cp(join(purged, 'hooks', 'purged'), join(folder, 'hooks', 'purged'), { recursive: true });
  const hook = join(folder, 'hooks', 'pre-receive');
  const had = existsSync(hook);
  if (!had) await cp(join(purged, 'hooks', 'pre-receive'), hook);
  return {
    ok: true,
    lines: [
      `The purged history is in place in ${repository}. Every other copy still has to be replaced: delete it and make a new clone.`,
      ...(had
        ? [
            `There is a pre-receive hook here already, so ours was not put in: see ${join(purged, 'hooks')}.`,
          ]
        : []),
    ],
  };
}

async function whyNot(repository: string): Promise<string | undefined> {
  const head = await gitLine(repository, ['symbolic-ref', '-q', 'HEAD']);
  if (head === undefined || head === '') return 'HEAD is on no branch there.';
  const trees = await git(repository, ['worktree', 'list', '--porcelain']);
  if ((trees.toString('utf8').match(/^worktree /gm) ?? []).length > 1)
    return 'Another working folder hangs on the repository: take it away first (git worktree remove).';
  if ((await gitLine(repository, ['rev-parse', '--is-bare-repository'])) === 'true')
    return undefined;
  const status = await git(repository, ['status', '--porcelain', '--untracked-files=no']);
  return status.length > 0 ? 'There is work that is not committed: commit it first.' : undefined;
}
