import { describe, expect, test } from 'vitest';
import {
  addressOf,
  COLLECTION_NAMES,
  isCollection,
  recordAt,
  recordPath,
} from '#records/collections.ts';

const idOf = (name: string) => (name === 'settings' ? 'settings' : 'bread01');

describe('the table of collections', () => {
  test.each(COLLECTION_NAMES)(
    'a record of %s is found again by its path, and by no other',
    (name) => {
      const id = idOf(name);
      const path = recordPath(name, id);
      expect(recordAt(path)).toEqual({ collection: name, id });
      for (const other of [
        `${path}.kept`,
        `x/${path}`,
        path.replace(/\.\w+$/, '.txt'),
        `${path}\n`,
      ])
        expect(recordAt(other)).toBeUndefined();
    },
  );

  test('a page may carry a language, and nothing may climb', () => {
    expect(recordAt('pages/about.ur.mdx')).toEqual({ collection: 'pages', id: 'about.ur' });
    for (const path of ['pages/../secret.mdx', 'stories/../story.md', 'themes/a/b.yaml', ''])
      expect(recordAt(path)).toBeUndefined();
  });

  test('a name that every object has is no collection', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'withdrawn'])
      expect(isCollection(name)).toBe(false);
    expect(addressOf('constructor', 'bread01')).toBeUndefined();
  });

  test('only settings have no page to look at', () => {
    expect(COLLECTION_NAMES.filter((name) => addressOf(name, 'bread01') === undefined)).toEqual([
      'settings',
    ]);
  });
});
