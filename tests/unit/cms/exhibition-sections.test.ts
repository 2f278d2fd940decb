import { readFileSync, readdirSync } from 'node:fs';
import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import {
  type Section,
  stepped,
  textOf,
  sectionsOf,
  withItem,
  without,
} from '#cms/browser/exhibition-sections.ts';

const bodies = readdirSync('content/exhibitions').map((id) => {
  const text = readFileSync(`content/exhibitions/${id}/index.mdx`, 'utf8');
  return text.split('\n---\n').slice(1).join('\n---\n');
});
const keysIn = (sections: readonly Section[]): readonly number[] =>
  sections.flatMap(({ items }) => items.map(({ key }) => key));

describe('what hangs in an exhibition', () => {
  test('is told apart, and comes back word for word', () => {
    for (const body of bodies) {
      const wall = sectionsOf(body);
      expect(textOf(wall).trim()).toBe(body.trim());
      expect(wall.filter(({ title }) => title !== undefined).length).toBeGreaterThan(1);
      expect(wall.flatMap(({ items }) => items).some(({ kind }) => kind === 'work')).toBe(true);
    }
  });

  test('loses nothing of any text, whatever tags stand in it and however badly', () => {
    const piece = fc.constantFrom(
      ...['<Chapter title="One">\n', '</Chapter>\n', '<Work id="abc123" />\n', '<Note>'],
      ...[
        '</Note>',
        '<Quote id="abc123">',
        '</Quote>\n',
        'words ',
        '\n\n',
        'I <3 {this}',
        '  - a\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const plain = (each: string): string => each.replace(/\s+/g, ' ').trim();
        expect(plain(textOf(sectionsOf(text)))).toBe(plain(text));
      }),
    );
  });

  test('is moved through every place, and nothing else moves or is lost', () => {
    const wall = sectionsOf(bodies[0] ?? '');
    const key = keysIn(wall)[0] ?? 0;
    let at = wall;
    const all = [...keysIn(wall)].sort();
    for (let step = 0; step < keysIn(wall).length + wall.length; step += 1) {
      at = stepped(at, key, 1);
      expect([...keysIn(at)].sort()).toEqual(all);
      expect(keysIn(without(at, key))).toEqual(keysIn(without(wall, key)));
    }
    expect(at.at(-1)?.items.at(-1)?.key).toBe(key);
    expect(stepped(at, key, 1)).toEqual(at);
    for (let step = 0; step < keysIn(wall).length + wall.length; step += 1)
      at = stepped(at, key, -1);
    expect(keysIn(at)[0]).toBe(key);
  });

  test('is taken out and put back where it was', () => {
    const wall = sectionsOf(bodies[0] ?? '');
    const [section, at] = [1, 2];
    const item = wall[section]?.items[at];
    if (item === undefined) throw new Error('There is nothing to take out.');
    const rest = without(wall, item.key);
    expect(keysIn(rest)).not.toContain(item.key);
    expect(textOf(withItem(rest, item, { section, at }))).toBe(textOf(wall));
  });
});
