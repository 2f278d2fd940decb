import { mkdir, realpath } from 'node:fs/promises';
import { git, gitLine } from './git.ts';
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

/** Letters, digits and hyphens are a name of a branch, and no git is started to say so. */
const PLAIN_NAME = /^[a-z0-9][a-z0-9-]*$/i;

/** Finds the repository that holds a content folder, or says nothing when there is none with a commit; changes nothing. */
export async function findRepository(input: RepositoryInput): Promise<Repository | undefined> {
  const { content, branch, scratch } = input;
  // One question, answered by a line each: where it begins, where the content lies in it, its commit.
  const where = ['rev-parse', '--show-toplevel', '--show-prefix', '--verify', '-q', 'HEAD'];
  const found = await git(await realpath(content).catch(() => content), where).catch(
    () => undefined,
  );
  const [folder = '', prefix = ''] = found?.toString('utf8').split('\n') ?? [];
  if (folder === '') return undefined;
  const live = `refs/heads/${branch}`;
  const isName =
    PLAIN_NAME.test(branch) || (await gitLine(folder, ['check-ref-format', live])) !== undefined;
  if (!isName) throw new Fault('not-a-branch', {});
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
