import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type InterfaceLanguage, LANGUAGES } from '#i18n/languages.ts';
import { cutLetters, LETTERS } from '#styles/cut-letters.ts';

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

  test('keep within what each script may weigh', () => {
    const kilobytes = (name: string) => (cut.get(`${name}.woff2`)?.length ?? Infinity) / 1000;
    expect(kilobytes('latin')).toBeLessThan(7);
    expect(kilobytes('latin-bold')).toBeLessThan(7);
    expect(kilobytes('gurmukhi')).toBeLessThan(11);
    expect(kilobytes('tamil')).toBeLessThan(15);
    expect(kilobytes('naskh')).toBeLessThan(15);
    expect(kilobytes('farsi')).toBeLessThan(15);
    expect(kilobytes('devanagari')).toBeLessThan(20);
    expect(kilobytes('gujarati')).toBeLessThan(18);
    expect(kilobytes('nastaliq')).toBeLessThan(117);
    for (const [language] of Object.entries<InterfaceLanguage>(LANGUAGES).filter(
      ([, { script }]) => script !== 'Latn',
    ))
      expect(kilobytes(`name-${language}`)).toBeLessThan(3);
  });
});
