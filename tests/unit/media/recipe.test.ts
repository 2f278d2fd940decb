import { expect, test } from 'vitest';
import { PHOTO_FORMATS } from '#media/formats.ts';
import { problemOf } from '#media/problems.ts';
import {
  cacheKey,
  photoTimeLimit,
  earnedBySize,
  soundTimeLimit,
  widthsFor,
} from '#media/recipe.ts';

test('a photograph is never enlarged', () => {
  expect(widthsFor('avif', 4000)).toEqual([480, 960, 1600]);
  expect(widthsFor('avif', 1600)).toEqual([480, 960, 1600]);
  expect(widthsFor('avif', 1599)).toEqual([480, 960]);
  expect(widthsFor('avif', 480)).toEqual([480]);
  expect(widthsFor('avif', 479)).toEqual([479]);
  expect([widthsFor('jpeg', 4000), widthsFor('jpeg', 700)]).toEqual([[960], [700]]);
  for (const format of PHOTO_FORMATS)
    expect(Math.max(...widthsFor(format, 300)), format).toBeLessThanOrEqual(300);
});

test('the key changes with the source, the recipe and any encoder, and with nothing else', () => {
  const base = { sourceSha256: 'aa', recipe: { q: 50 }, versions: { a: '1', b: '2' } };
  const key = cacheKey(base);
  expect(cacheKey({ ...base, versions: { b: '2', a: '1' } })).toBe(key);
  expect(cacheKey({ ...base, sourceSha256: 'ab' })).not.toBe(key);
  expect(cacheKey({ ...base, recipe: { q: 51 } })).not.toBe(key);
  expect(cacheKey({ ...base, versions: { a: '1', b: '3' } })).not.toBe(key);
});

test('only work already done earns more time', () => {
  expect(photoTimeLimit(0)).toBeLessThan(10_000);
  const claims = { pixels: 120e6, bytes: 4000 };
  expect(photoTimeLimit(earnedBySize(claims))).toBeLessThan(10_000);
  expect(earnedBySize({ pixels: 48e6, bytes: 3e6 })).toBeGreaterThan(30_000);
  expect(soundTimeLimit(0)).toBeLessThan(10_000);
  expect(soundTimeLimit(3600)).toBeGreaterThan(10 * 60_000);
});

test('every refusal says what happened, what to do, and that nothing was published', () => {
  for (const kind of ['photo', 'sound'] as const) {
    for (const rule of [
      'media-unreadable',
      'media-type-not-taken',
      'media-too-large',
      'media-took-too-long',
    ] as const) {
      const problem = problemOf(rule, kind);
      expect(problem.what).toMatch(/^This /);
      expect(problem.next).toMatch(/Nothing was published\.$/);
    }
  }
});
