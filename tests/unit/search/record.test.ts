import { describe, expect, test } from 'vitest';
import type { CleanPhoto } from '#media/media.ts';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { type SearchRecord, searchRecord } from '#search/record.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const COPY = { name: 'f1.jpg', sha256: '', bytes: 1, width: 1, height: 1, type: 'image/jpeg' };
const CLEAN = { copies: { avif: [COPY], webp: [COPY], jpeg: [COPY] } } as unknown as CleanPhoto;

async function recordWith(grants: object) {
  const { content, story, write } = await smallArchive();
  const parts = {
    title: 'A title',
    summary: 'A summary',
    photos: [{ id: 'f1', file: 'f1.jpg', alt: 'Alternative' }],
    translations: [{ id: 't1', language: 'ur', title: 'Translated', words: 'Turned' }],
  };
  await story('find01', openRecord(parts, { grants }), 'The **body** of it.\n');
  await write('stories/find01/f1.jpg', 'x');
  await approve({ content, ids: 'all' });
  const { archive } = await readContent({ root: content, store: mediaFolder(content) });
  const admission = admit(archive!.contributions[0]!, '2026-11-22');
  return searchRecord(
    admission,
    toReleasedStory(admission, { photos: new Map([['f1', CLEAN]]), sounds: new Map() }, []),
  );
}

function textOf(record: SearchRecord | undefined): string {
  return record?.lines.map(({ text }) => text).join('\n') ?? '';
}

describe('what the index holds of a piece', () => {
  test('nothing without a yes to search', async () => {
    expect(await recordWith({ web: ['words', 'photo'] })).toBeUndefined();
  });
  test('the words, without their marks, and the translations', async () => {
    const record = await recordWith({ web: ['words', 'photo'], search: ['words'] });
    expect(record?.lines.map(({ text, language }) => `${language}: ${text}`)).toEqual([
      'en: A title',
      'en: A summary',
      'en: The body of it.',
      'ur: Translated',
      'ur: Turned',
    ]);
    expect(record?.url).toBe('/stories/find01/');
    expect(record?.card).toMatchObject({ title: 'A title', also: ['ur'] });
    expect(record?.card.picture).toBeUndefined();
  });
  test('what is said of a photograph only when the photograph was granted too', async () => {
    const record = await recordWith({ web: ['words', 'photo'], search: ['words', 'photo'] });
    expect(textOf(record)).toContain('Alternative');
    expect(record?.card.picture?.alt).toBe('Alternative');
  });
  test('nothing of what is not on the site, whatever search says', async () => {
    const record = await recordWith({ web: ['words'], search: ['words', 'photo'] });
    expect(textOf(record)).not.toContain('Alternative');
  });
});
