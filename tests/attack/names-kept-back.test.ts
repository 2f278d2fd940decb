import { expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import { openRecord, smallArchive } from '../support/small-archive.ts';

const DAY = '2026-11-30';

test.each<readonly [string, string, object, boolean]>([
  ['an anonymous maker', 'Rashida told us so.', { as: 'anonymous', name: 'Rashida' }, true],
  ['letters without capitals', 'ਰਸ਼ੀਦਾ ਨੇ ਦੱਸਿਆ', { as: 'anonymous', name: 'ਰਸ਼ੀਦਾ' }, true],
  ['a name of two characters', '王芳 说', { as: 'anonymous', name: '王芳' }, true],
  ['a word that is no name', 'We hope so.', { as: 'anonymous', name: 'Hope' }, false],
  ['a group', 'The Friday Table said so.', { as: 'collective', name: 'The Friday Table' }, false],
  ['a name that is shown', 'Rashida told us so.', { as: 'first-name', name: 'Rashida' }, false],
])('the name of %s in what facilitators wrote is told', async (_, about, credit, told) => {
  const { content, write, story } = await smallArchive();
  await story('first1', openRecord({ credit }));
  await write('priorities/one.yaml', `name: Interpreters\nabout: ${JSON.stringify(about)}\n`);
  await approve({ content, ids: 'all' });
  const { exit, lines } = await check({ content, day: DAY });
  expect(exit).toBe(0);
  expect(lines.filter((line) => /^priorities\/one\.yaml, about.*: A name/.test(line))).toHaveLength(
    told ? 1 : 0,
  );
  expect(lines.join('\n')).not.toMatch(/Rashida|王芳/);
});

test('so is the first name of a maker whose piece is held', async () => {
  const { content, write, story } = await smallArchive();
  const credit = { as: 'first-name', name: 'Rashida' };
  await story('first1', openRecord({ credit, hold: true }));
  await write('pages/about.mdx', '---\ntitle: About\nlanguage: en\n---\n\nRashida told us so.\n');
  const { lines } = await check({ content, day: DAY });
  expect(lines.join('\n')).toContain('pages/about.mdx, body: A name stands here that first1 keeps');
});
