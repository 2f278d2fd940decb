import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { listingsOf } from '#release/addresses.ts';
import { release, type ReleaseDone } from '#release/release.ts';
import { searchRecord } from '#search/record.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

/** Somebody takes back their yes, a safe copy steps in, and what is said of the picture still names them. */
const DAY = '2026-11-22';
const NAME = 'Marwa Testname';
const ALL = { web: ['words', 'photo', 'voice'], search: ['words', 'photo', 'voice'] };
let made: Awaited<ReturnType<typeof smallArchive>>;
let state: string;

beforeEach(async () => {
  made = await smallArchive();
  state = await mkdtemp(join(tmpdir(), 'named-'));
  process.env['ARCHIVE_STATE'] = state;
  await made.write('themes/care.yaml', 'name: { en: Care of one kind }\n');
  await made.write('places/acton.yaml', '');
  await made.write('series/kitchen.yaml', '');
});

/** A piece with a photograph and a recording, each with a safe copy, and `p2` in both. */
async function pieceWith(own: { alt?: string; caption?: string; transcript?: string }) {
  const { transcript, ...ofPhoto } = own;
  const safe = { covers: ['p2'], checked_on: '2026-06-14' };
  const maker = openRecord({}, { grants: ALL })['consents'] as readonly object[];
  const friend = { ...maker[0], person: 'p2', interest: 'depicted' };
  const record: Fields = openRecord({
    photos: [
      {
        ...{ id: 'f1', file: 'f1.jpg', people: ['p2'], stands_alone: true },
        ...{ alt: `${NAME} at the stove`, caption: `Our ${NAME}` },
        safe: { file: 'f1-safe.jpg', ...ofPhoto, ...safe },
      },
    ],
    voice: {
      ...{ id: 'v1', file: 'v1.wav', transcript: 'v1.vtt', people: ['p2'] },
      safe: { file: 'v1-safe.wav', ...(transcript && { transcript: 'v1-safe.vtt' }), ...safe },
    },
    ...{ themes: ['care'], places: ['acton'], series: ['kitchen'] },
    consents: [...maker, friend],
  });
  await made.story('named01', record);
  const at = (name: string) => `stories/named01/${name}`;
  const cue = (text: string) => `WEBVTT\n\n00:00.000 --> 00:01.900\n${text}\n`;
  await made.write(at('f1.jpg'), await photographWith('a camera', 31));
  await made.write(at('f1-safe.jpg'), await photographWith('a camera', 47));
  await made.write(at('v1.wav'), soundWith('a phone', 330));
  await made.write(at('v1-safe.wav'), soundWith('a phone', 420));
  await made.write(at('v1.vtt'), cue(`This is ${NAME} speaking`));
  if (transcript !== undefined) await made.write(at('v1-safe.vtt'), cue(transcript));
  await approve({ content: made.content, ids: 'all' });
}

async function released(): Promise<ReleaseDone & { readonly text: string }> {
  const folder = join(state, 'release');
  const done = await release({
    ...{ content: made.content, store: mediaFolder(join(state, 'media')), day: DAY },
    ...{ folder, mediaCache: join(state, 'cache') },
  });
  if (!done.ok) throw new Error(done.problems.map(({ what }) => what).join(' '));
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    names
      .filter((entry) => entry.isFile() && /\.(json|md|mdx)$/.test(entry.name))
      .map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')),
  );
  return { ...done.value, text: texts.join('\n') };
}

const takeBack = () => withdraw({ content: made.content, id: 'named01', person: 'p2', day: DAY });

describe('somebody withdraws and a safe copy steps in', () => {
  test('neither description, caption, transcript nor index names them any more', async () => {
    await pieceWith({});
    expect((await released()).text).toContain(NAME);
    await takeBack();
    const { text, stories, admissions, withheld } = await released();
    expect(text).not.toContain(NAME);
    const [story] = stories;
    expect(story?.images[0]).toMatchObject({ alt: '', saysSafe: true });
    expect(story?.images[0]?.caption).toBeUndefined();
    expect(story?.sound?.part).toBe('v1');
    expect(story?.sound?.transcript).toBeUndefined();
    const index = admissions.map((each) => story && searchRecord(each, story));
    expect(JSON.stringify(index)).not.toContain(NAME);
    // The audit looks for each of them in the finished bytes.
    expect(
      withheld.filter(({ text: each }) => each.includes(NAME)).map(({ label }) => label),
    ).toEqual(['named01 f1.alt', 'named01 f1.caption', 'named01 v1.transcript']);
  });

  test('what the safe copy has of its own stands there in its place, and nowhere before', async () => {
    const own = { alt: 'A stove.', caption: 'Our kitchen.', transcript: 'Somebody speaks.' };
    await pieceWith(own);
    const before = await released();
    for (const words of Object.values(own)) expect(before.text).not.toContain(words);
    expect(before.withheld.map(({ label }) => label)).toEqual([
      'named01 f1.safe.alt',
      'named01 f1.safe.caption',
      'named01 v1.safe.transcript',
    ]);
    await takeBack();
    const { text, stories } = await released();
    expect(text).not.toContain(NAME);
    expect(stories[0]?.images[0]).toMatchObject({
      ...{ alt: own.alt, caption: own.caption, saysSafe: false },
    });
    expect(stories[0]?.sound?.transcript?.map((cue) => cue.text)).toEqual([own.transcript]);
  });

  test.each(['alt', 'caption'])(
    'the %s of a safe copy that nobody approved is not shown, nor is the copy',
    async (field) => {
      await pieceWith({ alt: 'A stove.', caption: 'Our kitchen.' });
      await takeBack();
      expect((await released()).stories[0]?.images.length).toBe(1);
      const file = join(made.content, 'stories/named01/story.md');
      const text = await readFile(file, 'utf8');
      const was = field === 'alt' ? 'A stove.' : 'Our kitchen.';
      await made.write('stories/named01/story.md', text.replace(was, `${NAME} again`));
      const after = await released();
      expect(after.stories[0]?.images).toEqual([]);
      expect(after.text).not.toContain(NAME);
    },
  );

  test('words of its own that were left out at the approval cannot be those of the picture', async () => {
    await pieceWith({});
    await takeBack();
    const text = await readFile(join(made.content, 'stories/named01/story.md'), 'utf8');
    await made.write(
      'stories/named01/story.md',
      text.replace('file: f1-safe.jpg\n', `file: f1-safe.jpg\n      alt: ${NAME} at the stove\n`),
    );
    const after = await released();
    expect(after.stories[0]?.images).toEqual([]);
    expect(after.text).not.toContain(NAME);
  });
});

describe('the words are closed and a picture stands alone', () => {
  test('themes, places and series fall with them: no card, list, count or filter says what it is about', async () => {
    await pieceWith({});
    const text = await readFile(join(made.content, 'stories/named01/story.md'), 'utf8');
    await made.write('stories/named01/story.md', text.replace('title: Bread', 'title: Loaves'));
    const { stories, site, admissions } = await released();
    const [story] = stories;
    expect(story).toMatchObject({ themes: [], places: [], series: [] });
    expect(story?.title).toBeUndefined();
    expect(story?.images.length).toBe(1);
    expect(listingsOf(site, stories).map(({ path }) => path)).toEqual([
      '/stories/',
      '/kinds/story/',
      '/languages/en/',
    ]);
    const record = admissions.flatMap((each) => (story && searchRecord(each, story)) ?? []);
    expect(
      record.map(({ filters }) => [filters['theme'], filters['place'], filters['series']]),
    ).toEqual([[[], [], []]]);
  });
});
