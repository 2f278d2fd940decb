import { randomBytes } from 'node:crypto';
import type { Day } from '#consent/decision.ts';
import type { CopyUse } from '#export/uses.ts';
import { isDay } from '#records/day.ts';
import { admitForUse } from '#release/admit.ts';
import { factsOf } from '#release/facts.ts';
import { partsToCallBack } from '#schedule/call-back.ts';
import { hiddenIn } from '#hosting/hidden-ids.ts';
import { readContent } from '#repository/read-content.ts';
import { stateOf } from '#state/state.ts';
import { type Common, contentOf } from './commands/command.ts';
import type { Outcome } from './printer.ts';
import { readableSource } from './content-source.ts';
import { refusedWith, withRegister } from './with-register.ts';
import { unreadWords } from './words/build.ts';
import { copiesWords, copyDestroyedWords, outsideWords } from './words/export.ts';

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

/** A print, or another use, of which no file was made here. */
export interface OutsideUse extends Common {
  /** Of the contribution. */
  readonly id: string;
  readonly use: CopyUse | undefined;
  readonly on?: string;
  readonly for?: string;
  /** Ids of its parts, with commas between. */
  readonly parts?: string;
}

/**
 * Writes down that a contribution was printed or used elsewhere, as a copy like those that `export` makes, so
 * that whoever made it is told and a withdrawal names it. What was not granted for it is written down too: it
 * is out there, and is to be called back at once.
 */
export async function noteOutside(options: OutsideUse): Promise<Outcome> {
  const { id, use, on: day = options.today, parts: named } = options;
  if (use === undefined)
    return { ...refusedWith(`Say what for, with --use. ${UNCHANGED}`), exit: 2 };
  if (!isDay(day) || day > options.today)
    return { ...refusedWith(`--on is a day that has been, YYYY-MM-DD. ${UNCHANGED}`), exit: 2 };
  const home = contentOf(options);
  const source = await readableSource(home);
  if ('stopped' in source) return source.stopped;
  const { archive, problems } = await readContent({
    root: source.from,
    store: stateOf(home).store,
  });
  if (archive === undefined) return unreadWords(problems);
  const held = archive.contributions.find((each) => each.id === id);
  if (held === undefined) return refusedWith(`There is no contribution ${id}. ${UNCHANGED}`);
  const there = factsOf(held).parts.map((part) => part.id);
  const open = [...admitForUse(held, { use, day: options.today }).open.keys()];
  const wanted = named?.split(',').map((part) => part.trim());
  const unknown = wanted?.find((part) => !there.includes(part));
  if (unknown !== undefined)
    return refusedWith(`${id} has no such part; it has ${there.join(', ')}. ${UNCHANGED}`);
  const parts = wanted ?? (open.length > 0 ? open : there);
  const copy = { key: randomBytes(8).toString('hex'), use, format: OUTSIDE, day };
  return withRegister(home, ({ copies }) => {
    const all = [...new Set(parts)].map((part) => ({ contribution: id, part }));
    copies.add({ ...copy, recipient: options.for, parts: all });
    const closed = all.filter(({ part }) => !open.includes(part));
    return outsideWords({ ...copy, recipient: options.for, parts: all, callBack: closed });
  });
}

/** Its form in the register. */
const OUTSIDE = 'elsewhere';
const UNCHANGED = 'Nothing was written down.';

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
