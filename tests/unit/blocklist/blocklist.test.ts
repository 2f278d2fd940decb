import { createHmac } from 'node:crypto';
import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { entryOf } from '#blocklist/entry.ts';
import { counted, matcherFor } from '#blocklist/match.ts';
import {
  emptyList,
  isKeyOf,
  joined,
  type Blocklist,
  readList,
  withEntry,
  withoutEntry,
} from '#blocklist/blocklist.ts';
import { seal } from '#blocklist/seal.ts';
import { askedOf, shinglesOf, spread } from '#blocklist/shingles.ts';

const KEY = Buffer.alloc(32, 7);
const NOTHING = { shingles: new Set<string>(), picture: () => false, sounds: new Set<string>() };
const STORY =
  'My mother kept the seeds in a tin. Every spring she counted them out on the kitchen table, one for each of us, and one for the bird. The year she could not count any more, I did it for her.';

function listOf(...texts: readonly string[]): Blocklist {
  return withEntry(
    emptyList(KEY),
    entryOf({ id: 'seeds01', on: '2026-11-22', texts, pictures: [], sounds: [] }, KEY, NOTHING)
      .entry,
  );
}

const found = (list: Blocklist, text: string) =>
  matcherFor(list, KEY)
    .text(text)
    .map(({ entry }) => entry.id);

describe('words that were withdrawn', () => {
  test('are known in the middle of another text', () => {
    const pasted = `We hung this in the hall.\n\n${STORY}\n\nCome and see.`;
    expect(found(listOf(STORY), pasted)).toEqual(['seeds01']);
  });

  test('are known by one sentence of them', () => {
    const sentence = 'She counted them out on the kitchen table, one for each of us, and one more.';
    expect(found(listOf(STORY), sentence)).toEqual(['seeds01']);
  });

  test('are known whatever was done to their dress', () => {
    const dressed = STORY.toUpperCase()
      .replaceAll(' ', '\u00A0')
      .replaceAll('E', 'E\u200D')
      .replaceAll('.', ' —')
      .replaceAll('MOTHER', '**MOTHER**');
    expect(found(listOf(STORY), dressed)).toEqual(['seeds01']);
    expect(found(listOf(STORY), STORY.normalize('NFD'))).toEqual(['seeds01']);
    expect(found(listOf(STORY), STORY.replaceAll('the', '<em>the</em>'))).toEqual(['seeds01']);
  });

  test('are known in every script of the archive', () => {
    for (const text of [
      'میری ماں بیجوں کو ایک ڈبے میں رکھتی تھی اور ہر بہار انہیں گنتی تھی',
      'ਮੇਰੀ ਮਾਂ ਬੀਜਾਂ ਨੂੰ ਇੱਕ ਡੱਬੇ ਵਿੱਚ ਰੱਖਦੀ ਸੀ ਅਤੇ ਹਰ ਬਸੰਤ ਗਿਣਦੀ ਸੀ',
      'मेरी माँ बीजों को एक डिब्बे में रखती थी और हर बसंत उन्हें गिनती थी',
      'என் அம்மா விதைகளை ஒரு பெட்டியில் வைத்திருந்தார் ஒவ்வொரு வசந்தமும் எண்ணுவார்',
    ])
      expect(found(listOf(text), `Before. ${text} After.`)).toEqual(['seeds01']);
  });

  test('say nothing against a text that shares only everyday phrases', () => {
    const other =
      'My mother kept the shop open late. Every spring she painted the door. The bird in the tree sang on the kitchen side of the house, and I did it again.';
    expect(found(listOf(STORY), other)).toEqual([]);
  });

  test('of a short title are known as a whole line and not by a word of it', () => {
    const list = listOf('The seeds my mother counted');
    expect(found(list, 'Chapter one\n# The seeds my mother counted\nAnd so on')).toEqual([
      'seeds01',
    ]);
    expect(found(list, 'The seeds my mother planted')).toEqual([]);
    expect(found(listOf('Good morning'), 'Good morning')).toEqual([]);
  });

  test('of a short title say nothing alone, however often; with anything else of the piece they count', () => {
    const [title, caption] = ['The seeds my mother counted', 'A tin with a blue lid'];
    const matcher = matcherFor(listOf(title, title, title, caption, STORY), KEY);
    const signs = (...texts: string[]) => counted(texts.flatMap((text) => matcher.text(text)));
    expect(signs(title)).toEqual([]);
    expect(signs(title, `# ${title}\n\n${title}`)).toEqual([]);
    expect(signs(title, caption)).toHaveLength(2);
    expect(signs(`${title}\n${caption}`)).toHaveLength(2);
    expect(signs(title, `We hung it. ${STORY}`)).toHaveLength(2);
  });

  test('of a short title do not count beside another withdrawal', () => {
    const title = 'The seeds my mother counted';
    const other = { id: 'bread01', on: '2026-11-22', texts: [STORY], pictures: [], sounds: [] };
    const list = withEntry(listOf(title), entryOf(other, KEY, NOTHING).entry);
    const signs = [title, STORY].flatMap((text) => matcherFor(list, KEY).text(text));
    expect(counted(signs).map(({ entry }) => entry.id)).toEqual(['bread01']);
  });

  test('of which something that stays says the same are not held against it', () => {
    const shingles = new Set(shinglesOf(STORY));
    const { entry, leftOut } = entryOf(
      { id: 'seeds01', on: '2026-11-22', texts: [STORY], pictures: [], sounds: [] },
      KEY,
      { shingles, picture: () => false, sounds: new Set<string>() },
    );
    expect(entry.texts).toEqual([]);
    expect(leftOut.texts).toBe(1);
  });

  test('are found again wherever they are put (property)', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    const text = fc.array(word, { minLength: 12, maxLength: 80 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, text, (before, withdrawn, after) => {
        expect(found(listOf(withdrawn), `${before} ${withdrawn} ${after}`)).toEqual(['seeds01']);
      }),
      { numRuns: 60 },
    );
  });
});

test('a long text keeps forty shingles, from its first to its last', () => {
  const words = Array.from({ length: 900 }, (_, index) => `word${index}`);
  const runs = shinglesOf(words.join(' '));
  const kept = spread(runs, 40);
  expect(new Set(kept).size).toBe(40);
  expect([kept[0], kept.at(-1)]).toEqual([runs[0], runs.at(-1)]);
});

test('a text is asked for every run and every short line of its own', () => {
  expect([...askedOf('one two three four five six seven\na heading of some length')]).toEqual(
    expect.arrayContaining([
      'one two three four five six',
      'two three four five six seven',
      'a heading of some length',
    ]),
  );
});

test('a seal is the first 16 bytes of an HMAC-SHA256', () => {
  const full = createHmac('sha256', KEY).update('words\0a b c ü').digest();
  expect(seal(KEY, 'words', 'a b c ü')).toBe(full.subarray(0, 16).toString('base64url'));
});

describe('the list', () => {
  test('holds no word of what was withdrawn, and is read back as it was', () => {
    const list = listOf(STORY);
    const text = JSON.stringify(list);
    expect(text).not.toMatch(/mother|seeds in|spring/i);
    expect(readList(text)).toEqual(list);
  });

  test('with another key tells nothing, and says that the key is another', () => {
    const other = Buffer.alloc(32, 8);
    expect(isKeyOf(KEY, listOf(STORY))).toBe(true);
    expect(isKeyOf(other, listOf(STORY))).toBe(false);
    expect(matcherFor(listOf(STORY), other).text(STORY)).toEqual([]);
  });

  test('that is torn, or has a field nobody knows, is no list', () => {
    const text = JSON.stringify(listOf(STORY));
    expect(readList(text.slice(0, -9))).toBeUndefined();
    expect(readList(text.replace('"on"', '"name":"x","on"'))).toBeUndefined();
  });

  test('joined with another forgets nothing and keeps nothing twice', () => {
    const [one, other] = [listOf(STORY), listOf('Another text of at least six words')];
    expect(joined(one, other).entries).toHaveLength(2);
    expect(joined(one, one)).toEqual(one);
  });

  test('forgets a piece, or one part of it, that was allowed again', () => {
    const whole = listOf(STORY);
    const [entry] = whole.entries;
    const both = withEntry(whole, { ...(entry ?? fail()), part: 'f1' });
    expect(withoutEntry(both, 'seeds01').entries).toEqual([]);
    expect(withoutEntry(both, 'seeds01', 'f1').entries).toEqual(whole.entries);
    expect(withoutEntry(both, 'other01').entries).toHaveLength(2);
  });
});

function fail(): never {
  throw new Error('There is no entry.');
}
