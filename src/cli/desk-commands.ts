import type { Day } from '#consent/decision.ts';
import type { Commands } from '#server/commands.ts';
import { buildWatch } from './words/build.ts';
import { build } from '#build/build.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { check } from '#build/check.ts';
import { clearBuiltFolders } from '#withdrawal/clear-built-folders.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { preview } from '#release/preview.ts';
import { progress, tell } from './printer.ts';
import { withoutSearchWords } from './words/withdraw.ts';
import { beingMadeHtml } from '#server/plain-page.ts';
import { stateOf } from '#state/state.ts';
import { withdraw } from '#withdrawal/withdraw.ts';

/**
 * The commands of the archive as the desk calls them: on a folder made from git, with the clean
 * copies of the content folder `home`, so that they are not all made again.
 */
export function deskCommands(
  home: string,
  today: () => Day,
  now: () => number = Date.now,
): Commands {
  return {
    async build(content, out) {
      const done = await build({
        content,
        out,
        home,
        forDesk: true,
        day: today(),
        at: new Date(now()).toISOString(),
        watch: buildWatch,
      });
      if (done.kind !== 'built') return done;
      const {
        tombstones = [],
        fragments,
        frame,
      } = (await buildRecordOf(stateOf(home).built, out)) ?? {};
      return { kind: 'built', tombstones, fragments, frame };
    },
    async check(content) {
      const { problems } = await check({
        ...{ content, home, day: today() },
        onProgress: progress('pictures looked at'),
      });
      return problems;
    },
    async withdraw(content, what) {
      const onProgress = progress('pictures looked at');
      return withdraw({ content, ...what, day: today(), home, onProgress });
    },
    async preview(asked) {
      const state = stateOf(home);
      // What a preview looked at, and the copies made for it, lie beside its tree and go with it.
      const own = {
        imageHashes: `${asked.folder}.greys.json`,
        mediaCache: `${asked.folder}.media`,
      };
      const beside = { ...state, ...own };
      return preview({
        ...asked,
        ...{ store: state.store, mediaCache: own.mediaCache, madeBefore: state.mediaCache },
        findReturned: (archive) => findReturned({ archive, state: beside, day: asked.day }),
      });
    },
    async forget(pieces, served) {
      const cleared = await clearBuiltFolders({
        ...{ state: stateOf(home), content: home, out: 'dist', pieces, served },
        meanwhile: beingMadeHtml,
      });
      for (const line of withoutSearchWords(cleared)) tell(line);
    },
  };
}
