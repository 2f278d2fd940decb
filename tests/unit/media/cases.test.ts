/** One test for each fault that people reported of tools which do the same job: files of sound, pictures and speech. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cleanPhoto } from '#media/clean-photo.ts';
import { cleanSound } from '#media/clean-sound.ts';
import { parseTranscript, writeTranscript } from '#media/transcript.ts';
import { areCasesThere, caseBytes, caseText } from '#support/cases.ts';
import { m4aOf, withEdits } from '#support/edited-sound.ts';

// Each job starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const FILES = resolve('tests/support/media-files');

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('sound', () => {
  const edited = async (): Promise<Buffer> =>
    withEdits(await m4aOf(new Float32Array(5.7 * 8000).fill(0.25)), [{ from: 0, seconds: 2.5 }]);
  const own = (name: string) => (): Promise<Buffer> => readFile(join(FILES, name));
  test.each<readonly [string, string, () => Promise<Buffer>, number]>([
    ['sound-edit-list/trim-end.m4a', 'as long as its maker left it', edited, 2.5],
    ['sound-chained-ogg/chained.opus', 'heard to the end', own('joined.opus'), 9.73],
    ['sound-alac-amr/a.amr', 'taken', own('quiet-left-out.amr'), 5.68],
    ['sound-alac-amr/amr.3gp', 'taken', own('phone.3gp'), 5.68],
    ['sound-alac-amr/alac.m4a', 'taken', own('voice-memo.m4a'), areCasesThere ? 5.672 : 1],
    ['sound-alac-amr/aac.aac', 'taken', own('recorder.aac'), areCasesThere ? 5.7 : 1.088],
    ['sound-vbr-no-xing/vbr-noxing.mp3', 'taken, all of it', own('no-length.mp3'), 5.747],
  ])('%s: is %s', async (name, _what, made, seconds) => {
    const file = join(home, name.replace('/', '-'));
    await writeFile(file, await caseBytes(name, made));
    const result = await cleanSound({ file, cacheFolder: join(home, 'cache') });
    if (!result.ok) throw new Error(result.problem.what);
    expect(result.value.notes).toEqual([]);
    expect(Math.abs(result.value.seconds - seconds)).toBeLessThan(0.07);
  });
});

describe('photographs', () => {
  test.each([
    ['photo-samsung-sos/samsung-sos.jpg', 'is taken', 'samsung.jpg', []],
    [
      'photo-multipage-tiff/multi.tiff',
      'is taken, and it is said that the second page is left out',
      'two-pages.tiff',
      ['first-page-only'],
    ],
  ])('%s: %s', async (name, _what, own, notes) => {
    const file = join(home, name.replace('/', '-'));
    await writeFile(file, await caseBytes(name, () => readFile(join(FILES, own))));
    expect(await cleanPhoto({ file, cacheFolder: join(home, 'cache') })).toMatchObject({
      ok: true,
      value: { notes },
    });
  });
});

describe('transcripts', () => {
  test('vtt-blank-line: a paragraph inside a cue is in what is kept', async () => {
    const vtt = await caseText(
      'vtt-blank-line/v1.vtt',
      'WEBVTT\n\n00:00:01.000 --> 00:00:20.000\nI told the nurse my name.\n\nShe wrote it down wrong.\n',
    );
    const read = parseTranscript(vtt);
    if (!read.ok) throw new Error(read.problem.what);
    const kept = writeTranscript(read.cues);
    for (const line of vtt.split('\n').filter((each) => /^[A-Z][a-z ]/.test(each)))
      expect(kept).toContain(line);
    expect(parseTranscript(kept)).toEqual(read);
  });

  test('srt: is taken and made into WebVTT', async () => {
    const read = parseTranscript(
      await caseText('srt/x.srt', '1\n00:00:01,000 --> 00:00:03,000\nHello\n'),
    );
    if (!read.ok) throw new Error(read.problem.what);
    expect(read.cues).toMatchObject([{ start: 1, end: 3, text: 'Hello' }]);
    expect(writeTranscript(read.cues)).toMatch(
      /^WEBVTT\n\n[\d:.]*01\.000 --> [\d:.]*03\.000\nHello/,
    );
  });
});
