import type { Interface } from '#i18n/words.ts';
import type { MadeSafeCopy, NoSafeCopy } from '#intake/safe-copy.ts';
import { NotDone, type WhyNotDone } from '#server/not-done.ts';

/** The safe copy that was made; a refusal in the language of whoever asked where there is none. @throws NotDone */
export function safeCopyTold(done: MadeSafeCopy | NoSafeCopy, { words }: Interface) {
  if (done.kind === 'made') {
    const { kind: _, ...facts } = done;
    return facts;
  }
  throw new NotDone(STATUS[done.why], words.cover.problem[done.why]);
}

const STATUS = {
  'not-boxes': 'not-valid',
  outside: 'not-valid',
  'too-many': 'not-valid',
  'too-small': 'not-valid',
  'nothing-hidden': 'not-valid',
  'no-picture': 'not-there',
  'not-read': 'not-valid',
  'no-room': 'no-room',
} as const satisfies Readonly<Record<NoSafeCopy['why'], WhyNotDone>>;
