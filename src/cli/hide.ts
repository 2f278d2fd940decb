import { beingMadeHtml } from '#server/plain-page.ts';
import {
  type Hid,
  hide as hideNow,
  type HideInput,
  showAgain,
  type ShownAgain,
} from '#withdrawal/hide.ts';
import { type Outcome, tell } from './printer.ts';
import { withoutSearchWords } from './words/withdraw.ts';

/** `hide` and `hide --undo`: the emergency stop, and its end. */
export async function hide(
  input: HideInput & {
    readonly noTrace: boolean;
    readonly undo: boolean;
    readonly now: () => number;
  },
): Promise<Outcome> {
  if (input.undo) return shownWords(await showAgain(input));
  const done = await hideNow({ ...input, meanwhile: beingMadeHtml });
  if (done.kind === 'hidden') for (const line of withoutSearchWords(done)) tell(line);
  return hiddenWords(done);
}

const NO_ID: Outcome = {
  exit: 1,
  lines: ['This is no id. Nothing was changed.'],
  data: { ok: false },
};

function hiddenWords(done: Hid): Outcome {
  if (done.kind === 'no-id') return NO_ID;
  const { id, folders, isKnown, hosts } = done;
  return {
    exit: isKnown ? 0 : 1,
    lines: [
      ...(isKnown
        ? []
        : [
            `Nothing here knows a piece ${id}: no record and no built folder. Is it typed rightly? It is the part of the address after /stories/. It was put on the list all the same.`,
          ]),
      `${id} is hidden. A desk that is running hides it from its next answer on; ${folders} built folders were cleared.`,
      `For another web server: put the rules in ${hosts} in place and load them (src/hosting/README.md).`,
      'Nothing was withdrawn. To take it back for good: npm run archive -- withdraw ID. To show it again: npm run archive -- hide ID --undo',
    ],
    data: { ok: isKnown, id, folders },
  };
}

function shownWords(done: ShownAgain): Outcome {
  switch (done.kind) {
    case 'no-id':
      return NO_ID;
    case 'not-held':
      return {
        exit: 1,
        lines: [
          `Nothing is hidden under ${done.id}, so nothing was shown again. Is it typed rightly?`,
          ...done.held.map((id) => `${id} is hidden.`),
        ],
        data: { ok: false, id: done.id },
      };
    case 'shown':
      return {
        exit: 0,
        lines: [
          `${done.id} is not held any more. What was taken out of built folders comes back with the next build: npm run build`,
          `The rules for web servers in ${done.hosts} were written anew.`,
        ],
        data: { ok: true, id: done.id },
      };
  }
}
