import { expect, test } from 'vitest';
import { withheldIn } from '#audit/watch-list.ts';
import { watching } from './folders.ts';

const story =
  'My mother kept the ration book in a tin with the letters from home until the winter we moved';

test('finds six words in a row from the middle of a withheld text', () => {
  const watch = watching({ 's1 body': story });
  expect(withheldIn(watch, 'They said: in a tin with the letters.')).toEqual(['s1 body']);
  expect(withheldIn(watch, 'in a tin with the')).toEqual([]);
});

test('finds a short withheld text only as its whole sequence of words', () => {
  const watch = watching({ 's1 title': 'The tin box' });
  expect(withheldIn(watch, 'about the  TIN-box, again')).toEqual(['s1 title']);
  expect(withheldIn(watch, 'the box of tin')).toEqual([]);
});

test('sees through case, width, ligatures and characters that show nothing', () => {
  const watch = watching({ name: 'Straße Offices' });
  expect(withheldIn(watch, 'ＳＴＲＡＳＳＥ oﬀi\u200bces')).toEqual(['name']);
  expect(withheldIn(watching({ name: 'Zażółć' }), 'zaz\u0307o\u0301ł\u00adc\u0301')).toEqual([
    'name',
  ]);
});

test('finds words in scripts with joiners and in scripts without spaces', () => {
  const gurmukhi = watching({ name: 'ਸੁਰਿੰਦਰ ਕੌਰ' });
  expect(withheldIn(gurmukhi, 'ਸ੍ਰੀਮਤੀ ਸੁਰਿੰ\u200dਦਰ ਕੌਰ ਨੇ')).toEqual(['name']);
  const han = watching({ title: '我母亲的盒子在家里' });
  expect(withheldIn(han, '他说我母亲的盒子在家里了')).toEqual(['title']);
  expect(withheldIn(han, '他说母亲盒子')).toEqual([]);
});

test('finds a marker glued into a longer run', () => {
  const watch = watching({ mark: 'CNRY-case-field-1a2b3c4d' });
  expect(withheldIn(watch, 'xxcnry-CASE-field-1a2b3c4dyy')).toEqual(['mark']);
  expect(withheldIn(watch, 'xxcnry-CASE-field-1a2b3c4e')).toEqual([]);
});

test('finds a name that was written as one word', () => {
  const watch = watching({ name: 'Maria Lopez' });
  expect(withheldIn(watch, 'https://x.invalid/@MariaLopez')).toEqual(['name']);
});

test('does not watch what is also in a released text', () => {
  const watch = watching(
    { title: 'Home', name: 'Maria Lopez', body: story, file: 'IMG-4711.jpg' },
    [
      'Home · Search',
      'A letter to Maria Lopez',
      `She read: ${story.split(' ').slice(0, 7).join(' ')}`,
      'see IMG-4711.jpg',
    ],
  );
  expect(withheldIn(watch, 'Home MariaLopez maria lopez my mother kept the ration book')).toEqual(
    [],
  );
  expect(withheldIn(watch, 'IMG-4711.jpg')).toEqual([]);
  expect(withheldIn(watch, 'with the letters from home until')).toEqual(['body']);
});

test('watches a short first name that no released text has, and no word of two letters', () => {
  const watch = watching({ name: 'Asha', other: 'Al' }, ['We walk by the canal']);
  expect(withheldIn(watch, 'Asha said so, said Al')).toEqual(['name']);
  expect(withheldIn(watch, 'Ashais')).toEqual([]);
});

test('asks for longer hits where chance writes short words', () => {
  const watch = watching({ name: 'Asha', long: 'Ashanti-Roots' });
  expect(withheldIn(watch, 'asha ashanti roots', 8)).toEqual(['long']);
});

test('names every withheld text that a page holds, each once', () => {
  const watch = watching({ a: 'first secret', b: 'second secret' });
  expect(withheldIn(watch, 'first secret second secret first secret')).toEqual(['a', 'b']);
});

test('keeps thousands of phrases apart', () => {
  const texts: Record<string, string> = {};
  for (let n = 0; n < 5000; n += 1) texts[`t${n}`] = `word${n} beside word${n + 1}`;
  const watch = watching(texts);
  expect(watch.phrases.size).toBe(10_000);
  expect(withheldIn(watch, 'word4321 beside word4322')).toEqual(['t4321']);
  expect(withheldIn(watch, 'word4321 beside word4323')).toEqual([]);
});

test('does not stumble over empty and odd entries', () => {
  const watch = watching({ empty: '', blank: ' \n', marks: '!!! …', broken: '\ud800 x' });
  expect(withheldIn(watch, '')).toEqual([]);
  expect(withheldIn(watch, '!!! … \ud800')).toEqual([]);
});
