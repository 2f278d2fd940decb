import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '#i18n/languages.ts';
import { cutLetters, LETTERS } from '#styles/cut-letters.ts';

/** Of each file that a page may bring; a language's own name is 3 at most. */
const MOST_KILOBYTES = {
  ...{ latin: 7, 'latin-bold': 7, 'latin-accents': 7, 'latin-accents-bold': 7 },
  ...{ 'latin-further': 5, 'latin-further-bold': 5 },
  ...{ gurmukhi: 11, tamil: 15, naskh: 15, farsi: 15, nastaliq: 117 },
  ...{ devanagari: 22, gujarati: 19, bengali: 27 },
};

describe('the letters of the site', () => {
  let cut: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    cut = await cutLetters();
  });

  test('are, byte for byte, what the script cuts from the open typefaces', () => {
    for (const [name, bytes] of cut) {
      if (!name.endsWith('.woff2')) continue;
      expect(Buffer.from(bytes).equals(readFileSync(join(LETTERS, name))), name).toBe(true);
    }
  });

  test('are all there and nothing else is, but the licence', () => {
    expect(readdirSync(LETTERS).sort()).toEqual([...cut.keys(), 'OFL.txt'].sort());
  });

  test('are asked for by the style sheet that the script writes', () => {
    const plain = (style: string) => style.replaceAll(/\s+/g, '').toLowerCase();
    const kept = readFileSync(join(LETTERS, 'letters.css'), 'utf8');
    expect(plain(kept)).toBe(plain(Buffer.from(cut.get('letters.css') ?? []).toString()));
  });

  test('are asked for in both weights, so that no browser makes a bold of its own', () => {
    const style = readFileSync(join(LETTERS, 'letters.css'), 'utf8');
    const faces = style.matchAll(
      /font-family: '([^']+)';\s*src: url\('\.\/([^']+)'[^;]*;\s*font-weight: ([\d ]+);/g,
    );
    const weights = new Map<string, string[]>();
    for (const [, family = '', file = '', weight = ''] of faces) {
      const letters = `${family} ${file.replace(/-bold\.woff2$|\.woff2$/, '')}`;
      weights.set(letters, [...(weights.get(letters) ?? []), ...weight.split(' ')]);
    }
    expect(weights.size).toBeGreaterThan(12);
    expect(readFileSync('src/styles/scripts.css', 'utf8')).toContain('font-synthesis-weight: none');
    for (const [letters, has] of weights) expect([letters, has]).toEqual([letters, ['400', '700']]);
  });

  test('of one family name one set of weights, for a browser takes the letters of no other', () => {
    const style = readFileSync(join(LETTERS, 'letters.css'), 'utf8');
    const families = new Map<string, Map<string, Set<string>>>();
    const faces = style.matchAll(
      /font-family: '([^']+)';\s*src: url\('\.\/([^']+)'[^;]*;\s*font-weight: ([\d ]+);/g,
    );
    for (const [, family = '', file = '', weight = ''] of faces) {
      const letters = file.replace(/-bold\.woff2$|\.woff2$/, '');
      const files = families.get(family) ?? new Map<string, Set<string>>();
      files.set(letters, (files.get(letters) ?? new Set()).add(weight));
      families.set(family, files);
    }
    expect(families.size).toBeGreaterThan(8);
    for (const [family, files] of families) {
      const sets = new Set([...files.values()].map((weights) => [...weights].sort().join(', ')));
      expect([family, sets.size]).toEqual([family, 1]);
    }
  });

  test('draw a language’s own name out of one file, whose letters join, and in its own hand', () => {
    const style = readFileSync(join(LETTERS, 'letters.css'), 'utf8');
    for (const [tag, { script }] of Object.entries(LANGUAGES)) {
      if (script === 'Latn') continue;
      const family = new RegExp(`\\[lang='${tag}'\\] \\{\\s*--own-name: '([^']+)'`).exec(
        style,
      )?.[1];
      const files = style.matchAll(
        new RegExp(`font-family: '${family}';\\s*src: url\\('\\./([^']+)'`, 'g'),
      );
      expect([...files].map(([, file]) => file)).toEqual([`name-${tag}.woff2`]);
    }
  });

  test('keep within what each script may weigh', () => {
    const kilobytes = (name: string) => (cut.get(name)?.length ?? Infinity) / 1000;
    const limits = new Map(
      Object.entries(MOST_KILOBYTES).map(([name, most]) => [`${name}.woff2`, most]),
    );
    const files = [...cut.keys()].filter((name) => name.endsWith('.woff2'));
    // The whole of a script is what only a page with rare letters brings.
    const everyday = files.filter((name) => !name.endsWith('-whole.woff2'));
    for (const name of everyday) {
      const most = name.startsWith('name-') ? 3 : limits.get(name);
      expect(most, `${name} has no limit`).toBeDefined();
      expect(kilobytes(name), name).toBeLessThan(most ?? 0);
    }
    expect([...limits.keys()].filter((name) => !files.includes(name))).toEqual([]);
  });
});
