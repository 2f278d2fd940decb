import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { checkMdx, PAGE_COMPONENTS } from '#release/check-mdx.ts';
import { unboundAnswers } from '#release/community.ts';
import { answerLine } from '#release/gap-words.ts';
import { type DrawnOtherwise, drawnOtherwise } from '#release/drawn-otherwise.ts';
import { type HeldElsewhere, heldElsewhere } from '#release/held-elsewhere.ts';
import { hangExhibition } from '#release/hang-exhibition.ts';
import { readContent } from '#repository/read-content.ts';
import { unknownFiles } from '#repository/unknown-files.ts';
import { notAsApproved, undescribed } from '#schedule/coming.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { checkMedia, type MediaLooked } from './check-media.ts';
import { type LooksRefused, looksRefused } from '#blocklist/looks-refused.ts';
import { type NameKept, namesKept } from './names-kept.ts';
import { type Outcome, progress } from '#cli/printer.ts';
import { changedLine, undescribedLine } from '#cli/report.ts';
import { settingsNotices } from './settings-notices.ts';
import { stateOf } from '#state/state.ts';

const NO_LIST =
  'Pieces were withdrawn before, but the never-again list is not here: if one is put back, it is not noticed. Bring the list in with "npm run archive -- never-again --import FILE".';

/** Reads everything and lists every problem with file, field and rule. Changes nothing. */
export async function check(input: {
  readonly content: string;
  /** The content folder whose state is used, when `content` is a copy of it. */
  readonly home?: string | undefined;
  readonly day: Day;
  /** Look into photographs, recordings and transcripts too: seconds for each that is new. */
  readonly media?: boolean;
}): Promise<Outcome> {
  const content = resolve(input.content);
  const state = stateOf(input.home ?? content);
  const { day } = input;
  const onProgress = progress('pictures looked at');
  const {
    archive,
    part,
    problems: reading,
  } = await readContent({
    root: content,
    store: state.store,
  });
  const contributions = new Map(part?.contributions.map((held) => [held.id, held]));
  const media = input.media
    ? await checkMedia(part?.contributions ?? [], input.day, state)
    : NOT_LOOKED;
  const problems = [
    ...reading,
    ...(part?.exhibitions ?? []).flatMap(
      (exhibition) => hangExhibition({ exhibition, contributions, day: input.day }).problems,
    ),
    ...(part?.pages ?? []).flatMap(
      ({ body, file }) => checkMdx({ body, file, allowed: PAGE_COMPONENTS }).problems,
    ),
    ...media.problems,
    ...(archive === undefined ? [] : await findReturned({ archive, state, day, onProgress })),
  ];
  const changed = notAsApproved([...contributions.values()], input.day);
  const waiting = undescribed([...contributions.values()]);
  const unbound = archive === undefined ? [] : unboundAnswers(archive);
  const otherwise = archive === undefined ? [] : drawnOtherwise(archive);
  const sameFiles = heldElsewhere([...contributions.values()], input.day);
  const alike =
    archive === undefined ? [] : await looksRefused({ archive, state, day, onProgress });
  const names = archive === undefined ? [] : namesKept(archive, input.day);
  const notices = [
    ...(archive === undefined ? [] : settingsNotices(archive.settings)),
    ...(existsSync(content) ? await unknownFiles(content, archive?.contributions ?? []) : []),
  ];
  const count = problems.length;
  const unlisted = (part?.withdrawn.size ?? 0) > 0 && !existsSync(state.blocklist);
  const last =
    count === 0
      ? `${contributions.size} contributions read. No problems.`
      : `${count} problem${count === 1 ? '' : 's'}. Nothing was changed.`;
  return {
    exit: count === 0 ? 0 : 1,
    lines: [
      ...problems.map(problemLine),
      ...notices.map(problemLine),
      ...changed.map(changedLine),
      ...waiting.map(undescribedLine),
      ...unbound.map(answerLine),
      ...otherwise.map(otherwiseLine),
      ...sameFiles.map(sameFileLine),
      ...alike.map(alikeLine),
      ...names.map(nameLine),
      ...media.later.map(laterLine),
      ...media.notes.map(({ file, field, what }) => `${file}, ${field}: ${what}`),
      ...(count === 0 && unlisted ? [NO_LIST] : []),
      last,
    ],
    data: {
      ...{ ok: count === 0, contributions: contributions.size, problems, notices },
      ...{ changed, undescribed: waiting, unbound, otherwise, sameFiles, alike, names },
      ...{ later: media.later, notes: media.notes },
    },
  };
}

const NOT_LOOKED: MediaLooked = { problems: [], later: [], notes: [] };

function laterLine(problem: Problem): string {
  return `${problemLine(problem)} It is held back, so it stops nothing until it is let out.`;
}

function sameFileLine({ file, field, isShown, heldBackIn }: HeldElsewhere): string {
  const places = heldBackIn.map((other) => `${other.file}, ${other.field}`).join('; ');
  const here = isShown ? 'Here it is shown. Look whether it may be.' : 'Here it is held back too.';
  return `${file}, ${field}: The same file is held back in another place: ${places}. ${here}`;
}

function alikeLine({ file, field, like }: LooksRefused): string {
  return `${file}, ${field}: This looks like the photograph ${like.part} of ${like.id}, to which somebody said no. Here it is shown. Look whether it may be.`;
}

function nameLine({ file, field, keptIn }: NameKept): string {
  return `${file}, ${field}: A name stands here that ${keptIn} keeps back. Look whether it is the same person; then take it out.`;
}

function otherwiseLine({ file, field, marks }: DrawnOtherwise): string {
  // What nobody could read becomes readable: that is said first.
  const comment = marks.includes('comment')
    ? 'What stands between <!-- and --> was hidden, and can be read by everybody now. '
    : '';
  return `${file}, ${field}: ${comment}Every character is shown as it was typed now, so this is not drawn any more: ${marks.join(', ')}. Look at the page. If it should look otherwise, change it with its makers and approve it again.`;
}
