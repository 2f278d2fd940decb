import { describe, expect, test } from 'vitest';
import { recordFormat, withoutId } from '#cms/browser/record-format.ts';

describe('how a record travels between the editor and the server', () => {
  test('fields and words are apart, in the order of the form', () => {
    const sent = recordFormat.toFile(
      { body: '---\nhold: false\n---\n', b: 1, rev: 'abc', a: 2, z: 3 },
      ['a', 'b'],
    );
    expect(sent).toBe(
      '{"record":{"a":2,"b":1,"z":3},"words":"---\\nhold: false\\n---\\n","rev":"abc"}',
    );
    expect(recordFormat.fromFile(sent)).toEqual({
      a: 2,
      b: 1,
      z: 3,
      body: '---\nhold: false\n---\n',
      rev: 'abc',
    });
  });

  test('the number of a new record is taken off its top, and nothing else is', () => {
    const sent = recordFormat.toFile({
      id: 'ab12cd34ef',
      photos: [{ id: 'f1' }],
      body: 'id: mine',
    });
    expect(JSON.parse(withoutId(sent))).toEqual({
      record: { photos: [{ id: 'f1' }] },
      words: 'id: mine',
    });
  });
});
