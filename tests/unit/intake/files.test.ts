import { describe, expect, test } from 'vitest';
import { type Answers, answers, MOST_PICTURES } from '#intake/contribution/answers.ts';
import { filesIn, hasRoom, withFile, withoutFile } from '#intake/contribution/files.ts';

const NOTHING = answers.parse({});
const FULL: Answers = answers.parse({
  ...{ words: 'One', others: 'nobody', counted: 3 },
  pictures: [
    { file: 'f1.jpg', alt: 'A cup', others: 'nobody' },
    { file: 'f3.jpg', alt: 'A door', others: 'somebody' },
  ],
  sound: { file: 'v2.webm', others: 'nobody' },
  grants: { web: ['words', 'pictures', 'voice'], print: ['voice'] },
});

describe('a file that was taken in', () => {
  test('comes without any answer about it: nobody said who is in it', () => {
    const one = withFile('pictures', 'f1.jpg', NOTHING);
    expect(one.pictures).toEqual([{ id: 'f1', file: 'f1.jpg', drawing: false }]);
    expect(withFile('sound', 'v4.webm', FULL).sound).toEqual({ file: 'v4.webm' });
    expect(answers.safeParse(withFile('sound', 'v4.webm', one)).success).toBe(true);
  });

  test('has a name that no file of this form had before, whatever was taken out', () => {
    const after = withoutFile('f3.jpg', FULL);
    expect([after.counted, withFile('sound', 'v4.webm', after).counted]).toEqual([3, 4]);
  });

  test('has room until there are as many as one piece holds; a recording takes the place of the last', () => {
    const many = Array.from({ length: MOST_PICTURES }, (_, at) => `f${at + 1}.jpg`);
    const full = many.reduce((given, file) => withFile('pictures', file, given), NOTHING);
    expect([hasRoom('pictures', FULL), hasRoom('pictures', full), hasRoom('sound', FULL)]).toEqual([
      ...[true, false, true],
    ]);
  });
});

describe('a file that is taken out', () => {
  test('leaves what was said of the others with the others', () => {
    const { pictures } = withoutFile('f1.jpg', FULL);
    expect(pictures).toEqual([expect.objectContaining({ file: 'f3.jpg', alt: 'A door' })]);
    expect(filesIn(withoutFile('v2.webm', FULL))).toEqual(['f1.jpg', 'f3.jpg']);
  });

  test('takes the yes to its kind with it where it was the last, and no other', () => {
    expect(withoutFile('f1.jpg', FULL).grants).toEqual(FULL.grants);
    expect(withoutFile('v2.webm', FULL).grants).toEqual({ web: ['words', 'pictures'], print: [] });
  });
});
