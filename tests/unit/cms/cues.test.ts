import { describe, expect, test } from 'vitest';
import {
  addCue,
  canBeKept,
  cueFaults,
  type EditCue,
  joinCue,
  readTime,
  removeCue,
  splitCue,
  timeText,
  withCue,
} from '#cms/browser/cues.ts';
import { fc } from '#support/properties.ts';

/** The lines of a transcript as they are changed: what nobody touched stays the very same. */
const cue = (key: number, start?: number, end?: number, text = `line ${key}`): EditCue => ({
  ...{ key, start, end, text },
});
const THREE = [cue(1, 0, 1000), cue(2, 1000, 2500), cue(3, 3000, 4000)];
const anyTime = fc.integer({ min: 0, max: 5 * 3_600_000 });
const anyCues = fc
  .array(fc.tuple(anyTime, fc.integer({ min: 2, max: 20_000 }), fc.string()), { maxLength: 12 })
  .map((all) => all.map(([start, long, text], at) => cue(at + 1, start, start + long, text)));
const bare = (text: string): string => text.replace(/\s/g, '');
const wordsOf = (cues: readonly EditCue[]): string => bare(cues.map(({ text }) => text).join(''));

describe('times', () => {
  test('are read as they are shown, and as people type them', () => {
    fc.assert(fc.property(anyTime, (time) => readTime(timeText(time)) === time));
    const typed = { '1:02.5': 62_500, '62': 62_000, ' 0:01:02,05 ': 62_050, '75:00': 4_500_000 };
    for (const [text, time] of Object.entries(typed))
      expect([text, readTime(text)]).toEqual([text, time]);
    expect([timeText(62_500), timeText(3_600_000)]).toEqual(['1:02.500', '1:00:00.000']);
  });

  test.each(['', 'soon', '1:60', '1:60:00', '-1', '1:2:3:4', '1.2345', '1 02', '٣'])(
    '“%s” is none',
    (typed) => expect(readTime(typed)).toBe(undefined),
  );
});

describe('what is wrong stands beside its line', () => {
  test.each<readonly [string, readonly EditCue[], readonly string[]]>([
    ['nothing', THREE, []],
    ['a time that is none', [cue(1, undefined, 5)], ['not-a-time']],
    ['an end at its start', [cue(1, 500, 500)], ['ends-early']],
    ['a line before the one above', [cue(1, 2000, 3000), cue(2, 1999, 2500)], ['out-of-order']],
    ['a line over the one above', [cue(1, 0, 3000), cue(2, 2999, 3500)], ['overlaps']],
    ['a line after the end', [cue(1, 59_000, 60_251)], ['past-end']],
    ['a line without words', [cue(1, 0, 5, ' \n')], ['no-words']],
  ])('%s', (_, cues, faults) => {
    expect(cueFaults(cues, 60_000).at(-1)).toEqual(faults);
  });

  test('what has no time or no words cannot be kept; what lies over another line can', () => {
    const kept = (cues: readonly EditCue[]) => canBeKept(cueFaults(cues, 60_000));
    expect([THREE, [cue(1, 0, 3000), cue(2, 2000, 70_000)]].map(kept)).toEqual([true, true]);
    expect([[], [cue(1, undefined, 5)], [cue(1, 9, 5)], [cue(1, 0, 5, '')]].map(kept)).toEqual([
      ...[false, false, false, false],
    ]);
  });
});

describe('a change', () => {
  test('of one line leaves all others the very same', () => {
    fc.assert(
      fc.property(anyCues, fc.nat(), fc.nat(), anyTime, (cues, where, part, time) => {
        const at = cues.length === 0 ? 0 : where % cues.length;
        const place = part % ((cues[at]?.text.length ?? 0) + 1);
        const changes: readonly (readonly [readonly EditCue[], readonly number[]])[] = [
          [withCue(cues, at, { text: 'other' }), [at]],
          [addCue(cues, time), []],
          [removeCue(cues, at), [at]],
          [splitCue(cues, at, { place, time }), [at]],
          [joinCue(cues, at), [at, at + 1]],
        ];
        for (const [changed, touched] of changes) {
          const untouched = cues.filter((_, index) => !touched.includes(index));
          const left = new Set(changed);
          // joining the last line with none changes nothing
          expect(untouched.every((each) => left.has(each))).toBe(true);
          const order = changed.filter((each) => untouched.includes(each));
          expect(order).toEqual(untouched);
          expect(new Set(changed.map(({ key }) => key)).size).toBe(changed.length);
        }
      }),
    );
  });

  test('that splits or joins loses no letter and no time', () => {
    fc.assert(
      fc.property(anyCues, fc.nat(), fc.nat(), anyTime, (cues, where, part, time) => {
        fc.pre(cues.length > 0);
        const at = where % cues.length;
        const { text, start, end } = cues[at] ?? cue(0);
        const split = splitCue(cues, at, { place: part % (text.length + 1), time });
        expect(wordsOf(split)).toBe(wordsOf(cues));
        const [one, two] = [split[at], split[at + 1]];
        expect([one?.start, two?.end, one?.end === two?.start]).toEqual([start, end, true]);
        expect((one?.end ?? 0) > (start ?? 0) && (two?.start ?? 0) < (end ?? 0)).toBe(true);
        const joined = joinCue(split, at);
        expect([wordsOf(joined), joined[at]?.start, joined[at]?.end]).toEqual([
          ...[wordsOf(cues), start, end],
        ]);
      }),
    );
  });

  test('that parts words where the caret is takes the time of the player where that is inside the line', () => {
    const cues = [cue(1, 1000, 5000, 'We baked bread.')];
    expect(splitCue(cues, 0, { place: 8, time: 2000 })).toEqual([
      cue(1, 1000, 2000, 'We baked'),
      cue(2, 2000, 5000, 'bread.'),
    ]);
    expect(splitCue(cues, 0, { place: 5, time: 9000 })[0]?.end).toBe(2333);
  });

  test('that adds a line puts it in its order, and ends it before the next', () => {
    expect(addCue(THREE, 2600).map(({ start, end }) => [start, end])).toEqual([
      [0, 1000],
      [1000, 2500],
      [2600, 3000],
      [3000, 4000],
    ]);
    expect(addCue([], 7)).toEqual([cue(1, 7, 2007, '')]);
  });
});
