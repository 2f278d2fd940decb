import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawSite } from '#build/draw-site.ts';
import { keptPages } from '#build/kept-pages.ts';
import { saidOf } from '#cli/words/fault.ts';
import { type State, stateOf } from '#state/state.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { archive } from '#support/run-archive.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';

let state: State;
let compiled: string;
let dist: string;

beforeAll(async () => {
  const { content, story } = await smallArchive();
  await story('drawn01', openRecord({ title: canary('drawing', 'title') }));
  await archive(['approve', '--all', '--content', content]);
  dist = join(content, '..', 'dist');
  const ran = await archive(['build', '--content', content, '--out', dist, '--today', DAY]);
  expect(ran.err + ran.out).toContain('The site is in');
  state = stateOf(content);
  compiled = await keptPages('site');
});

describe('the pages that every archive is drawn with', () => {
  test('hold nothing of one that was drawn with them', async () => {
    expect([...(await canariesIn(dist)).keys()]).toEqual([canary('drawing', 'title')]);
    expect([...(await canariesIn(compiled)).keys()]).toEqual([]);
  });
});

describe('a page that cannot be drawn', () => {
  test('stops the build: no site, no word of it outside the log, no half of it left', async () => {
    await rm(join(state.release, 'contributions', 'drawn01', 'words.md'));
    const out = join(state.root, 'out');
    const fault = await drawSite(state, compiled, out).catch((error: unknown) => error);
    const log = join(state.log, 'pages.log');
    expect(fault).toMatchObject({ fault: 'pages-not-drawn', facts: { exit: 1, log } });
    expect(saidOf(fault)).toContain(`${log} says why. Nothing was published`);
    expect(await readFile(log, 'utf8')).toContain('page-not-drawn: /[...ui]/stories/[id]');
    expect(existsSync(out)).toBe(false);
    expect(await readdir(state.root)).not.toContain('drawing');
  });
});
