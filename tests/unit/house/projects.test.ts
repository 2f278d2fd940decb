import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { filesOf, LONGEST, PROGRAMS, PROJECTS, projectOf } from '../../projects.ts';

const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly imports: Readonly<Record<string, string>>;
};

test('every test file is run by one project, and each project has some', () => {
  const files = filesOf('.');
  const all = PROJECTS.flatMap((name) => files[name]);
  expect(new Set(all).size).toBe(all.length);
  expect(all).toContain('tests/unit/house/projects.test.ts');
  for (const name of PROJECTS) expect(files[name], name).not.toEqual([]);
});

test('what is begun first is there', () => {
  expect(LONGEST.filter((file) => !existsSync(file))).toEqual([]);
});

describe('what starts a program keeps a test out of the quick ones', () => {
  test.each(PROGRAMS)('%s is there, and does', (what) => {
    if (what.startsWith('#')) {
      const [room = '', ...file] = what.split('/');
      expect(existsSync((imports[`${room}/*`] ?? '').replace('*', file.join('/')))).toBe(true);
    }
    const file = what.endsWith('/') ? `${what}any.ts` : what;
    expect(projectOf('tests/unit/a/b.test.ts', `import { a } from '${file}';`)).not.toBe('unit');
  });

  test('what opens none is quick', () => {
    expect(projectOf('tests/unit/a/b.test.ts', "import { a } from '#consent/decide.ts';")).toBe(
      'unit',
    );
  });
});
