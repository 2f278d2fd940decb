import { randomBytes } from 'node:crypto';
import type { CopyFormat } from '#export/formats.ts';
import { makeCopy } from '#export/make-copy.ts';
import type { CopyUse } from '#export/uses.ts';
import { withLock } from '#state/lock.ts';
import { stateOf } from '#state/state.ts';
import { type Common, contentOf } from './commands/command.ts';
import { type Outcome, progress, tell } from './printer.ts';
import { withContent } from './with-content.ts';
import { withRegister } from './with-register.ts';
import { copyReadMe } from './words/copy-read-me.ts';
import { copyWords } from './words/export.ts';

/** Makes a copy for somebody of what was granted for one use, and writes down who has it. */
export function exportCopy(
  options: Common & {
    readonly use: CopyUse;
    readonly format: CopyFormat;
    readonly out: string;
    readonly for?: string;
  },
): Promise<Outcome> {
  const { use, format, out, today: day, for: recipient } = options;
  return withLock(
    stateOf(contentOf(options)).lock,
    () => tell('A build is running; waiting for it to finish.'),
    () =>
      withContent(options, (content, home) =>
        withRegister(home, async ({ copies }) => {
          const made = await makeCopy({
            ...{ content, home, use, format, out, day, key: randomBytes(8).toString('hex') },
            readMe: copyReadMe,
            writeDown: (copy) => copies.add({ ...copy, recipient }),
            crossOut: ({ key }) => copies.drop(key),
            onProgress: progress('pictures looked at'),
          });
          return copyWords(made, recipient);
        }),
      ),
  );
}
