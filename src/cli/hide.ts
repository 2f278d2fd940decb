import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HideList } from '#hosting/hide-list.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { giveId } from '#state/archive-id.ts';
import { clearBuiltFolders } from '#withdrawal/clear-built-folders.ts';
import { writeHostFiles } from '#hosting/host-files.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import type { Outcome } from './printer.ts';
import { beingMadeHtml } from '#server/plain-page.ts';
import { stateOf } from '#state/state.ts';

/**
 * The emergency stop (docs/consent.md, A25): one piece is hidden on a running desk, in the built folders
 * and in the rules for hosts, and stays so until `undo`. Needs no content that can be read, no git and
 * no build. It takes nothing back: `withdraw` does that.
 */
export async function hide(input: {
  readonly content: string;
  readonly id: string;
  readonly out: string;
  readonly noTrace: boolean;
  readonly undo: boolean;
  readonly now: () => number;
}): Promise<Outcome> {
  const { id, undo, now } = input;
  if (!CONTRIBUTION_ID.test(id))
    return { exit: 1, lines: ['This is no id. Nothing was changed.'], data: { ok: false } };
  const content = resolve(input.content);
  const state = stateOf(content);
  const hidden = await HideList.open(state.desk);
  const held = hidden.entries.filter((entry) => entry.id === id && entry.hold === true);
  if (undo && held.length === 0)
    return {
      exit: 1,
      lines: [
        `Nothing is hidden under ${id}, so nothing was shown again. Is it typed rightly?`,
        ...hidden.entries.flatMap((each) => (each.hold === true ? [`${each.id} is hidden.`] : [])),
      ],
      data: { ok: false, id },
    };
  if (undo) {
    await hidden.forget(held);
    await writeHostFiles(state, await buildRecordOf(state.built, resolve(input.out)), input.out);
    return {
      exit: 0,
      lines: [
        `${id} is not held any more. What was taken out of built folders comes back with the next build: npm run build`,
        `The rules for web servers in ${state.hosts} were written anew.`,
      ],
      data: { ok: true, id },
    };
  }
  giveId(state, content);
  const trace = input.noTrace ? ('no-trace' as const) : ('notice' as const);
  if (held.length === 0) {
    const at = new Date(now()).toISOString();
    const entry = hidden.mustBeWritten(await hidden.add({ id, trace, at, hold: true }));
    await hidden.markDone(entry);
  }
  const off = await clearBuiltFolders({
    ...{ state, content, out: input.out, meanwhile: beingMadeHtml },
    pieces: new Map([[id, trace]]),
  });
  const places = [join(content, 'stories', id), join(resolve(input.out), 'stories', id)];
  const isKnown = off.folders.length > 0 || places.some((place) => existsSync(place));
  return {
    exit: isKnown ? 0 : 1,
    lines: [
      ...(isKnown
        ? []
        : [
            `Nothing here knows a piece ${id}: no record and no built folder. Is it typed rightly? It is the part of the address after /stories/. It was put on the list all the same.`,
          ]),
      `${id} is hidden. A desk that is running hides it from its next answer on; ${off.folders.length} built folders were cleared.`,
      `For another web server: put the rules in ${state.hosts} in place and load them (src/hosting/README.md).`,
      'Nothing was withdrawn. To take it back for good: npm run archive -- withdraw ID. To show it again: npm run archive -- hide ID --undo',
    ],
    data: { ok: isKnown, id, folders: off.folders.length },
  };
}
