import { expect, test } from 'vitest';
import { parseTranscript } from '#media/transcript.ts';
import { withoutCueTags } from '#media/transcript-tags.ts';
import { spoken } from '#release/withheld-texts.ts';

/**
 * A transcript of `<c.` repeated took time by the square of its length. There is no clock here: what is
 * given is so long that a reading by the square would not end within the time a test has.
 */
const OPEN_TAGS = '<c.'.repeat(600_000);
const HEAD = 'WEBVTT\n\n00:01.000 --> 00:02.000\n';

test('a transcript of tags that are never closed is read once, by every reader of it', () => {
  expect(withoutCueTags(OPEN_TAGS)).toBe(OPEN_TAGS);
  expect(parseTranscript(HEAD + OPEN_TAGS).ok).toBe(true);
  expect(spoken(HEAD + OPEN_TAGS)).toBe(OPEN_TAGS);
  // One that cannot be read is still looked through for what is withheld.
  expect(spoken(`no transcript\n${OPEN_TAGS}`)).toContain('no transcript');
});

test('a transcript longer than any recording is refused before it is read', () => {
  expect(parseTranscript(HEAD + 'a'.repeat(2_000_001))).toMatchObject({
    ok: false,
    problem: { rule: 'media-too-large' },
  });
});
