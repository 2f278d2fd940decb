import { randomBytes } from 'node:crypto';
import { entryOf } from '#blocklist/entry.ts';
import { matcherFor } from '#blocklist/match.ts';
import { emptyList, withEntry } from '#blocklist/blocklist.ts';

/**
 * How long it takes to hold 1,300 pieces (500 words, one picture each) against a list of 1,000
 * withdrawals: `node tests/bench/never-again.ts`. Stated as measured here, now; never asserted.
 */
const WITHDRAWN = 1000;
const PIECES = 1300;
const WORDS = 500;

const key = randomBytes(32);
const words = Array.from({ length: 8000 }, () => randomBytes(4).toString('hex'));
const some = (): string => words[Math.floor(Math.random() * words.length)] ?? '';
const text = (): string => Array.from({ length: WORDS }, some).join(' ');
const grey = (): readonly number[] => [...randomBytes(17 * 16)];
const pieces = Array.from({ length: PIECES }, () => ({ text: text(), grey: grey() }));

let list = emptyList(key);
const stays = { shingles: new Set<string>(), picture: () => false, sounds: new Set<string>() };
const noting = timed(() => {
  for (let index = 0; index < WITHDRAWN; index += 1) {
    const gone = { id: `gone${String(index).padStart(4, '0')}`, on: '2026-11-22' };
    const { entry } = entryOf(
      { ...gone, texts: [text()], pictures: [grey()], sounds: [] },
      key,
      stays,
    );
    list = withEntry(list, entry);
  }
});
let found = 0;
const holding = timed(() => {
  const matcher = matcherFor(list, key);
  for (const piece of pieces)
    found += matcher.text(piece.text).length + matcher.picture(piece.grey).length;
});
const size = (JSON.stringify(list).length / 1e6).toFixed(1);
process.stdout.write(
  `${WITHDRAWN} withdrawals noted in ${noting}, ${size} MB; ${PIECES} pieces held against them in ${holding}; ${found} taken for one of them\n`,
);

/** Seconds by the clock, and seconds of the processor: on a busy machine they are far apart. */
function timed(work: () => void): string {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  const wall = (performance.now() - began) / 1000;
  return `${wall.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor)`;
}
