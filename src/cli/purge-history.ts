import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PURGE_HOOK } from '#hosting/purge-hook.ts';
import { purge, type PurgeResult } from '#withdrawal/history/purge.ts';
import { type Replaced, replaceRepository } from '#withdrawal/history/replace.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { type Outcome, tell } from './printer.ts';
import { beyondPurge } from './purge-words.ts';
import { saidOf } from './words/fault.ts';
import { stateOf } from '#state/state.ts';

export interface PurgeHistoryInput {
  readonly content: string;
  readonly id: string;
  /** A folder of the repository; the content folder when it is not said. */
  readonly repository?: string | undefined;
  /** Further paths in the repository to take out whole. */
  readonly also?: readonly string[] | undefined;
  /** Where the purged repository goes. */
  readonly out?: string | undefined;
  /** Put the purged history in the place of the old one. */
  readonly replace?: boolean | undefined;
}

/**
 * Makes a copy of the content's repository that never held a piece, proves it, and says what to do
 * with it and what no command can reach (docs/consent.md, W14 to W16). The old repository is only read,
 * unless `replace` is asked for.
 */
export async function purgeHistory(input: PurgeHistoryInput): Promise<Outcome> {
  const { id } = input;
  if (!CONTRIBUTION_ID.test(id)) return no('This is not an id. Nothing was changed.');
  const state = stateOf(input.content);
  const repository = resolve(input.repository ?? input.content);
  const out = resolve(input.out ?? join(state.root, 'purged', `${randomUUID().slice(0, 8)}.git`));
  if (existsSync(join(resolve(input.content), 'stories', id)))
    return no(
      `${id} is still in the content folder. Withdraw it first: npm run archive -- withdraw ${id} --purge-history. Nothing was changed.`,
    );
  if (existsSync(out)) return no(`There is something at ${out} already. Nothing was changed.`);
  tell(
    'Taking it out of a copy of the history, and proving the copy. The repository is only read.',
  );
  try {
    const result = await purge({
      repository,
      id,
      also: input.also ?? [],
      out,
      scratch: join(state.root, `purging-${randomUUID()}`),
      hook: PURGE_HOOK,
      onProgress: counted(),
    });
    if (!result.ok) return notPurged(result);
    const replaced = input.replace === true ? await replaceRepository(repository, out) : undefined;
    return purged({ id, repository, out, result, replaced });
  } catch (error) {
    return no(
      `The history could not be written anew. ${saidOf(error)} The copy was removed. The repository and all else are as they were.`,
    );
  }
}

const TOLD_EVERY = 2000;

function counted(): (what: 'commits' | 'objects', count: number) => void {
  const shown = { commits: 'commits written anew', objects: 'objects searched' };
  return (what, count) => {
    if (count % TOLD_EVERY === 0) tell(`  ${count} ${shown[what]}`);
  };
}

type Purged = Extract<PurgeResult, { ok: true }>;

function purged(input: {
  readonly id: string;
  readonly repository: string;
  readonly out: string;
  readonly result: Purged;
  readonly replaced: Replaced | undefined;
}): Outcome {
  const { id, repository, out, result, replaced } = input;
  const { collected, proof, changed, refs } = result;
  const left = [
    ...(collected.shared > 0
      ? [`${collected.shared} phrases were left, because a piece that stays has them too.`]
      : []),
    ...(collected.tooCommon > 0
      ? [`${collected.tooCommon} names or titles of one everyday word were left where they stand.`]
      : []),
    ...(refs.leftOut.length > 0
      ? [`${refs.leftOut.length} refs that lead to no commit were left out of the copy.`]
      : []),
  ];
  return {
    exit: replaced?.kind === 'not-replaced' ? 1 : 0,
    lines: [
      `${id} is out of the copy at ${out}: ${changed} commits written anew, ${collected.versions} versions of its record gone, ${refs.dropped.length} refs dropped.`,
      `Proved on a fresh clone: ${proof.objects} objects and ${proof.refs} refs searched, nothing found; ${proof.controls.found} of ${proof.controls.planted} planted controls found.`,
      ...left,
      '',
      ...(replaced === undefined
        ? nextSteps(repository, out)
        : replacedLines(replaced, repository, out)),
      '',
      ...beyondPurge(),
    ],
    data: { ok: true, id, out, changed, proof, shared: collected.shared },
  };
}

const NOT_REPLACED: Readonly<
  Record<Extract<Replaced, { readonly kind: 'not-replaced' }>['why'], string>
> = {
  'on-no-branch': 'HEAD is on no branch there.',
  'other-folder':
    'Another working folder hangs on the repository: take it away first (git worktree remove).',
  'not-committed': 'There is work that is not committed: commit it first.',
};

function replacedLines(replaced: Replaced, repository: string, out: string): readonly string[] {
  if (replaced.kind === 'not-replaced')
    return [`${NOT_REPLACED[replaced.why]} The repository is as it was.`];
  return [
    `The purged history is in place in ${repository}. Every other copy still has to be replaced: delete it and make a new clone.`,
    ...(replaced.hook === 'theirs'
      ? [
          `There is a pre-receive hook here already, so ours was not put in: see ${join(out, 'hooks')}.`,
        ]
      : []),
  ];
}

function nextSteps(repository: string, out: string): readonly string[] {
  return [
    `The old repository at ${repository} still holds it. To put the copy in its place:`,
    '  1. Stop the desk. Ask everybody to send what they have, and to stop for now.',
    `  2. On this machine: npm run archive -- purge-history ID --repository ${repository} --replace (makes the copy again from what is there now, and puts it in place)`,
    '  3. On a host such as GitHub: delete the repository there, make a new private one without forks, and run in the copy:',
    `       git -C ${out} push --mirror URL-OF-THE-NEW-REPOSITORY`,
    '     Pushing over the old one leaves the old commits reachable by their names there.',
    `  4. On a server of your own: move the old repository away, put ${out} in its place, and keep its hooks folder: it refuses a push from an old copy.`,
    '  5. Everybody deletes their copy and makes a new clone. Nobody merges from an old one.',
  ];
}

function notPurged(result: Exclude<PurgeResult, { ok: true }>): Outcome {
  switch (result.why) {
    case 'no-repository':
      return no('There is no git repository here. Name it with --repository. Nothing was changed.');
    case 'cut-short':
      return no(
        'This repository holds only the newest part of its history. Name a whole one with --repository. Nothing was changed.',
      );
    case 'nothing-there':
      return {
        exit: 0,
        lines: ['Nothing of it was found in this history. Nothing was changed.'],
        data: { ok: true, changed: 0 },
      };
    case 'not-proved':
      return {
        exit: 1,
        lines: [
          ...result.proof.findings.map((finding) => `still there: ${finding}`),
          result.proof.verdict === 'void'
            ? 'The search missed a planted control, so it proves nothing.'
            : 'The copy still holds something of it, in a file that is no text. Take that file out of the repository with --also PATH.',
          'The copy was removed. The repository is as it was.',
        ],
        data: { ok: false, proof: result.proof },
      };
  }
}

function no(line: string): Outcome {
  return { exit: 1, lines: [line], data: { ok: false } };
}
