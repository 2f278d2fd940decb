import { mkdir, realpath } from 'node:fs/promises';
import { gitLine } from './git.ts';
import {
  type Repository,
  isAncestor,
  liveTip,
  readersOf,
  resolveRef,
  updateRefs,
} from './repository.ts';
import { Fault } from '#records/fault.ts';

interface RepositoryInput {
  readonly content: string;
  readonly branch: string;
  readonly scratch: string;
}

/** Opens the repository for the desk: its branch is there, and as far on as HEAD where it can be. */
export async function openRepository(input: RepositoryInput): Promise<Repository | undefined> {
  const repository = await findRepository(input);
  if (repository === undefined) return undefined;
  await mkdir(repository.scratch, { recursive: true, mode: 0o700 });
  await followHead(repository);
  await liveTip(repository);
  return repository;
}

/** Finds the repository that holds a content folder, or says nothing when there is none with a commit; changes nothing. */
export async function findRepository(input: RepositoryInput): Promise<Repository | undefined> {
  const { content, branch, scratch } = input;
  const folder = await gitLine(content, ['rev-parse', '--show-toplevel']).catch(() => undefined);
  if (folder === undefined || folder === '') return undefined;
  const prefix = (await gitLine(await realpath(content), ['rev-parse', '--show-prefix'])) ?? '';
  if ((await gitLine(folder, ['rev-parse', '--verify', '-q', 'HEAD'])) === undefined)
    return undefined;
  const live = `refs/heads/${branch}`;
  if ((await gitLine(folder, ['check-ref-format', live])) === undefined)
    throw new Fault('not-a-branch', {});
  return { folder, prefix, live, scratch, ...readersOf(folder) };
}

/** Creates the live branch from HEAD, or takes it forward to HEAD when nothing of it would be lost. */
async function followHead(repository: Repository): Promise<void> {
  const head = await resolveRef(repository, 'HEAD');
  const live = await resolveRef(repository, repository.live);
  if (head === undefined || head === live) return;
  if (live === undefined || (await isAncestor(repository, live, head)))
    await updateRefs(repository, [{ ref: repository.live, to: head, from: live }]);
}
