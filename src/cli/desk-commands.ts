import type { Day } from '#consent/decision.ts';
import type { Commands } from '#server/commands.ts';
import { problemLine } from '#records/problem.ts';
import { answered } from './answered.ts';
import { approve } from '#intake/approve.ts';
import { approvalWords } from './approve.ts';
import { buildWatch, buildWords } from './words/build.ts';
import { build } from '#build/build.ts';
import { buildRecordOf } from '#hosting/build-record.ts';
import { check } from '#build/check.ts';
import { clearBuiltFolders } from '#withdrawal/clear-built-folders.ts';
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
      const record = await buildRecordOf(stateOf(home).built, out);
      const { tombstones, fragments, frame } = record ?? {};
      return {
        ok: done.kind === 'built',
        lines: buildWords(done).lines,
        ...{ tombstones, fragments, frame },
      };
    },
    async check(content) {
      const { problems } = await check({
        ...{ content, home, day: today() },
        onProgress: progress('pictures looked at'),
      });
      return { ok: problems.length === 0, lines: problems.map(problemLine) };
    },
    async approve(content, id) {
      const done = await approve({ content, ids: [id] });
      const { lines } = approvalWords(done, content);
      if (done.kind !== 'looked') return { ok: false, lines, parts: 0 };
      const [{ records, parts } = { records: 0, parts: 0 }] = done.approved;
      return { ok: done.problems.length === 0 && records > 0, lines, parts };
    },
    async answered(content, id) {
      const done = await answered({ content, ids: [id] });
      return { ok: done.exit === 0, lines: done.lines };
    },
    async withdraw(content, what) {
      const onProgress = progress('pictures looked at');
      return withdraw({ content, ...what, day: today(), home, onProgress });
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
