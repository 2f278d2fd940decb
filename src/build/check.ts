import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import type { Problem } from '#records/problem.ts';
import { checkMdx, PAGE_COMPONENTS } from '#release/check-mdx.ts';
import { type UnboundAnswer, unboundAnswers } from '#release/community.ts';
import { type RenderingChange, renderingChanges } from '#release/rendering-changes.ts';
import { type HeldDuplicate, heldDuplicates } from '#release/held-duplicates.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { readContent } from '#repository/read-content.ts';
import { unknownFiles } from '#repository/unknown-files.ts';
import {
  type NotAsApproved,
  notAsApproved,
  type Undescribed,
  undescribed,
} from '#schedule/coming.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { checkMedia, type MediaLooked } from './check-media.ts';
import { type RefusedLookalike, refusedLookalikes } from '#blocklist/refused-lookalikes.ts';
import { type WithheldName, withheldNames } from './withheld-names.ts';
import { hardPages } from './reading-age.ts';
import { settingsNotices } from './settings-notices.ts';
import type { Progress } from '#state/progress.ts';
import { stateOf } from '#state/state.ts';

/** All that a check found; only `problems` keep a site from being built. */
export interface Checked {
  readonly contributions: number;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
  /** Parts that are not the version approved. */
  readonly changed: readonly NotAsApproved[];
  readonly undescribed: readonly Undescribed[];
  /** Answers of institutions that are bound to no words, or to others than those of now. */
  readonly unbound: readonly UnboundAnswer[];
  readonly otherwise: readonly RenderingChange[];
  readonly sameFiles: readonly HeldDuplicate[];
  readonly alike: readonly RefusedLookalike[];
  readonly names: readonly WithheldName[];
  /** What is wrong in media that are held back: it stops nothing until they are let out. */
  readonly later: MediaLooked['later'];
  readonly notes: MediaLooked['notes'];
  /** Pieces were withdrawn, and the list by which they are known again is not on this machine. */
  readonly listIsMissing: boolean;
}

export interface CheckInput {
  readonly content: string;
  /** The content folder whose state is used, when `content` is a copy of it. */
  readonly home?: string | undefined;
  readonly day: Day;
  /** Look into photographs, recordings and transcripts too: seconds for each that is new. */
  readonly media?: boolean;
  /** Of pictures that are compared with those that were withdrawn or refused. */
  readonly onProgress: Progress;
}

/** Reads everything and lists every problem with file, field and rule. Changes nothing. */
export async function check(input: CheckInput): Promise<Checked> {
  const content = resolve(input.content);
  const state = stateOf(input.home ?? content);
  const { day, onProgress } = input;
  const {
    archive,
    partial,
    problems: reading,
  } = await readContent({
    root: content,
    store: state.store,
  });
  const contributions = new Map(partial?.contributions.map((held) => [held.id, held]));
  const media = input.media
    ? await checkMedia(partial?.contributions ?? [], input.day, state)
    : NOT_LOOKED;
  const problems = [
    ...reading,
    ...(partial?.exhibitions ?? []).flatMap(
      (exhibition) => checkExhibition({ exhibition, contributions, day: input.day }).problems,
    ),
    ...(partial?.pages ?? []).flatMap(
      ({ body, file }) => checkMdx({ body, file, allowed: PAGE_COMPONENTS }).problems,
    ),
    ...media.problems,
    ...(archive === undefined ? [] : await findReturned({ archive, state, day, onProgress })),
  ];
  const changed = notAsApproved([...contributions.values()], input.day);
  const waiting = undescribed([...contributions.values()]);
  const unbound = archive === undefined ? [] : unboundAnswers(archive);
  const otherwise = archive === undefined ? [] : renderingChanges(archive);
  const sameFiles = heldDuplicates([...contributions.values()], input.day);
  const alike =
    archive === undefined ? [] : await refusedLookalikes({ archive, state, day, onProgress });
  const names = archive === undefined ? [] : withheldNames(archive, input.day);
  const notices = [
    ...(archive === undefined ? [] : settingsNotices(archive.settings)),
    ...hardPages(partial?.pages ?? []),
    ...(existsSync(content) ? await unknownFiles(content, archive?.contributions ?? []) : []),
  ];
  return {
    ...{ contributions: contributions.size, problems, notices },
    ...{ changed, undescribed: waiting, unbound, otherwise, sameFiles, alike, names },
    ...{ later: media.later, notes: media.notes },
    listIsMissing: (partial?.withdrawn.size ?? 0) > 0 && !existsSync(state.blocklist),
  };
}

const NOT_LOOKED: MediaLooked = { problems: [], later: [], notes: [] };
