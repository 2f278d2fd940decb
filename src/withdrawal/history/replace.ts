import { cp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { git, gitLine } from '#repository/git.ts';

export type Replaced =
  /** `hook`: whether ours refuses a push from an old copy, or one that was there stays. */
  | { readonly kind: 'replaced'; readonly hook: 'ours' | 'theirs' }
  /** The repository is as it was. */
  | {
      readonly kind: 'not-replaced';
      readonly why: 'on-no-branch' | 'other-folder' | 'not-committed';
    };

/**
 * Puts a purged history in the place of the old one, in the repository itself: its refs, then away
 * with the reflogs and with every object that nothing leads to. Refuses when work there is not
 * committed, when HEAD is on no branch, and when another working folder hangs on it.
 */
export async function replaceRepository(repository: string, purged: string): Promise<Replaced> {
  const why = await whyNot(repository);
  if (why !== undefined) return { kind: 'not-replaced', why };
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
  return { kind: 'replaced', hook: had ? 'theirs' : 'ours' };
}

async function whyNot(
  repository: string,
): Promise<Extract<Replaced, { readonly kind: 'not-replaced' }>['why'] | undefined> {
  const head = await gitLine(repository, ['symbolic-ref', '-q', 'HEAD']);
  if (head === undefined || head === '') return 'on-no-branch';
  const trees = await git(repository, ['worktree', 'list', '--porcelain']);
  if ((trees.toString('utf8').match(/^worktree /gm) ?? []).length > 1) return 'other-folder';
  if ((await gitLine(repository, ['rev-parse', '--is-bare-repository'])) === 'true')
    return undefined;
  const status = await git(repository, ['status', '--porcelain', '--untracked-files=no']);
  return status.length > 0 ? 'not-committed' : undefined;
}
