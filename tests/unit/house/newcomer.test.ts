import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n');

describe('somebody new to the archive', () => {
  test('finds in the first screen of the README where it is decided what may be published', () => {
    expect(lines('README.md').slice(0, 40).join('\n')).toContain('src/consent/decide.ts');
  });

  test('can read that decision in one sitting', () => {
    expect(lines('src/consent/decide.ts').length).toBeLessThanOrEqual(120);
  });

  test('finds no dead link in any README or page', () => {
    const readmes = [
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'content/README.md',
      ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => join('docs', name)),
      'src/README.md',
      ...readdirSync('src').map((room) => join('src', room, 'README.md')),
    ].filter((file) => existsSync(file));
    const dead = readmes.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => ({ file, target: match[1] ?? '' }))
        .filter(({ target }) => !existsSync(join(file, '..', target))),
    );
    expect(dead).toEqual([]);
  });

  test('meets only the agreed names at the top level', () => {
    const allowed = [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'astro.config.mjs',
      'astro.desk.config.mjs',
      'astro.site.config.mjs',
      'src',
      'content',
      'public',
      'tests',
      'docs',
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'LICENSE',
    ];
    const made = ['node_modules', 'dist'];
    const found = readdirSync('.').filter((name) => !name.startsWith('.') && !made.includes(name));
    expect(found.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('meets no room called utils, no index files and no long file without a reason', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((name) =>
      join('src', name),
    );
    expect(
      files.filter((file) => /\b(utils|helpers|manager)\b/.test(file) || /\/index\.ts$/.test(file)),
    ).toEqual([]);
    const long = files.filter((file) => /\.(ts|astro)$/.test(file) && lines(file).length > 250);
    expect(long).toEqual([]);
  });
});
