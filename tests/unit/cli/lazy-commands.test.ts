import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '#cli/commands.ts';

/** Writes the address of every module that a program loads into a file. */
const WATCH = `
  import { appendFileSync } from 'node:fs';
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      appendFileSync(process.env.LOADED, url + '\\n');
      return next(url, context);
    },
  });
`;

function loadedBy(...args: string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
  const watch = join(folder, 'watch.mjs');
  writeFileSync(watch, WATCH);
  const loaded = join(folder, 'loaded');
  spawnSync(process.execPath, ['--import', pathToFileURL(watch).href, 'src/cli/main.ts', ...args], {
    env: { ...process.env, LOADED: loaded, ARCHIVE_STATE: join(folder, 'state') },
    stdio: 'pipe',
  });
  return readFileSync(loaded, 'utf8').trim().split('\n');
}

/** What a command that is to be quick does without: reading content, media, pages, the index. */
const HEAVY =
  /node_modules\/(?:(?:zod|astro|sharp|pagefind|mediabunny|yaml)\/|hono\/(?!dist\/(?:helper|utils)\/html))/;

const EMPTY = join(mkdtempSync(join(tmpdir(), 'empty-')), 'content');
mkdirSync(EMPTY);

describe('a command loads what it needs and no more', () => {
  test.each([['--help'], ['hide', '--help'], ['hide', 'bread01', '--content', EMPTY]])(
    'archive %s %s',
    (...args) => {
      const loaded = loadedBy(...args);
      expect(loaded.length).toBeGreaterThan(10);
      expect(loaded.filter((url) => HEAVY.test(url))).toEqual([]);
    },
  );

  test('every file of a command is in the table, and every command of the table has its file', () => {
    const files = readdirSync('src/cli/commands').map((file) => file.replace(/\.ts$/, ''));
    const helpers = ['command', 'values'];
    expect(Object.keys(COMMANDS).toSorted()).toEqual(
      files.filter((file) => !helpers.includes(file)).toSorted(),
    );
  });
});
