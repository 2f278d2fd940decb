import { describe, expect, test } from 'vitest';
import { DRAWN_AS_TYPED_SINCE } from '#records/old-marks.ts';
import type { Archive } from '#repository/archive.ts';
import { renderingChanges } from '#release/rendering-changes.ts';
import { held } from '#support/held.ts';
import type { Fields } from '#support/small-archive.ts';

const OLD = '2026-11-30';

const found = (change: Fields, body = '', responses: readonly Fields[] = []) =>
  renderingChanges({
    contributions: [held({ published_on: OLD, ...change }, {}, { body })],
    responses: responses as unknown as Archive['responses'],
  } as unknown as Archive);

const told = { file: 'stories/told01/story.md' };

describe('pieces that a reader meets otherwise than before', () => {
  test('are told with the field and what is in it', () => {
    const translations = [
      { id: 't1', language: 'ur', words: 'plain' },
      { id: 't2', language: 'hi', words: '- one' },
      { id: 't3', language: 'pa', title: 'No words' },
    ];
    const more = [{ id: 'm1', form: 'easy-read', language: 'en', words: '> he said' }];
    expect(found({ translations, more }, 'see https://a.example')).toEqual([
      { ...told, field: 'body', marks: ['address made a link'] },
      { ...told, field: 'translations[1].words', marks: ['bullet list'] },
      { ...told, field: 'more[0].words', marks: ['quotation'] },
    ]);
  });

  test('and so are answers of institutions', () => {
    const answers = [
      { file: 'a', body: '- one', fields: { on: OLD } },
      { file: 'b', body: '- one', fields: { on: DRAWN_AS_TYPED_SINCE } },
      { file: 'c', body: 'plain', fields: { on: OLD } },
    ];
    expect(found({}, 'plain', answers)).toEqual([
      { file: 'a', field: 'body', marks: ['bullet list'] },
    ]);
  });

  test('but not what was first shown since, while what has no day may be older', () => {
    expect(found({ published_on: DRAWN_AS_TYPED_SINCE }, '- one')).toEqual([]);
    expect(found({ published_on: undefined }, '- one').length).toBe(1);
  });

  test('lines of a poem were meant as lines, and other marks of it are told', () => {
    expect(found({}, 'one\ntwo')).toEqual([
      { ...told, field: 'body', marks: ['lines that ran on'] },
    ]);
    expect(found({ kind: 'poem' }, 'one\ntwo')).toEqual([]);
    expect(found({ kind: 'poem' }, '- one\n- two')).toEqual([
      { ...told, field: 'body', marks: ['bullet list'] },
    ]);
  });
});
