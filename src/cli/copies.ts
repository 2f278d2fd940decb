import type { Day } from '#consent/decision.ts';
import { partsToCallBack } from '#schedule/call-back.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { readContent } from '#repository/read-content.ts';
import { stateOf } from '#state/state.ts';
import { type Common, contentOf } from './commands/command.ts';
import type { Outcome } from './printer.ts';
import { readableSource } from './content-source.ts';
import { refusedWith, withRegister } from './with-register.ts';
import { unreadWords } from './words/build.ts';
import { copiesWords, copyDestroyedWords } from './words/export.ts';

/** The copies that others have, and which of them have to be destroyed by now. */
export async function listCopies(options: Common): Promise<Outcome> {
  const home = contentOf(options);
  const source = await readableSource(home);
  if ('stopped' in source) return source.stopped;
  const state = stateOf(home);
  const { archive, problems } = await readContent({ root: source.from, store: state.store });
  if (archive === undefined) return unreadWords(problems);
  const { contributions } = archive;
  const now = { contributions, hidden: await hiddenIn(state), day: options.today };
  return withRegister(home, ({ copies }) =>
    copiesWords(
      copies.all().map((copy) => ({
        ...copy,
        callBack: copy.destroyedOn === undefined ? partsToCallBack(copy, now) : [],
      })),
    ),
  );
}

/** Writes down that whoever had a copy said that it is destroyed. */
export function noteDestroyed(content: string, key: string, day: Day): Promise<Outcome> {
  return withRegister(content, ({ copies }) =>
    copies.destroyed({ key, day })
      ? copyDestroyedWords(key)
      : refusedWith(
          'There is no copy by this number that could still be there. Nothing was changed.',
        ),
  );
}
