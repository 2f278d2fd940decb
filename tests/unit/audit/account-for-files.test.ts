import { expect, test } from 'vitest';
import { accountForFiles, type ExpectedFiles } from '#audit/account-for-files.ts';

const expected: ExpectedFiles = {
  exact: new Map([['media/a.jpg', 'aa']]),
  present: new Set(['index.html']),
  allowed: [/_astro\/[\w.-]+\.css/],
};

test('passes a folder that is exactly what was expected', () => {
  const found = new Map([
    ['media/a.jpg', 'aa'],
    ['index.html', 'any'],
    ['_astro/base.3f2c.css', 'any'],
  ]);
  expect(accountForFiles({ expected, found })).toEqual([]);
});

test('A30: reports a file that nothing explains', () => {
  const found = new Map([
    ['media/a.jpg', 'aa'],
    ['index.html', 'any'],
    ['_astro/photo.3f2c.jpg', 'any'],
  ]);
  expect(accountForFiles({ expected, found })).toEqual([
    { file: '_astro/photo.3f2c.jpg', rule: 'unexplained-file' },
  ]);
});

test('reports a released file whose bytes have changed', () => {
  const found = new Map([
    ['media/a.jpg', 'bb'],
    ['index.html', 'any'],
  ]);
  expect(accountForFiles({ expected, found })).toEqual([
    { file: 'media/a.jpg', rule: 'changed-file' },
  ]);
});

test('reports a page and a media file that are missing', () => {
  expect(accountForFiles({ expected, found: new Map() })).toEqual([
    { file: 'index.html', rule: 'missing-file' },
    { file: 'media/a.jpg', rule: 'missing-file' },
  ]);
});

test('lets an allowed pattern explain only whole paths, however often it is asked', () => {
  const open: ExpectedFiles = { exact: new Map(), present: new Set(), allowed: [/a\.css/gm] };
  const found = new Map([
    ['a.css', '1'],
    ['a.css.map', '2'],
    ['a.css\nb', '3'],
    ['deep/a.css', '4'],
  ]);
  for (let time = 0; time < 2; time += 1) {
    expect(accountForFiles({ expected: open, found }).map(({ file }) => file)).toEqual([
      'a.css\nb',
      'a.css.map',
      'deep/a.css',
    ]);
  }
});

test('lets a longer alternative of a pattern explain the whole path', () => {
  const open: ExpectedFiles = { exact: new Map(), present: new Set(), allowed: [/a\.js|a\.json/] };
  expect(accountForFiles({ expected: open, found: new Map([['a.json', '1']]) })).toEqual([]);
});
