import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { build } from '#cli/build.ts';
import { check } from '#cli/check.ts';
import { importFrom } from '#cli/import.ts';
import { blocklist } from '#cli/blocklist.ts';
import { stateOf } from '#state/state.ts';
import { takenOutWords } from '#cli/words/withdraw.ts';
import { withdraw } from '#withdrawal/withdraw.ts';
import { readList } from '#blocklist/blocklist.ts';
import type { Problem } from '#records/problem.ts';
import { Register } from '#register/register.ts';
import { soundWith } from '#support/media-made-here.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

/** Real art of the example archive: two different pictures. */
const PHOTO = 'content/stories/ic1jp5zk/f1.jpg';
const OTHER_PHOTO = 'content/stories/g1sepw6z/f1.jpg';
const DAY = '2026-11-22';
const GONE = 'seeds01';
const BODY =
  'My mother kept the seeds in a tin. Every spring she counted them out on the kitchen table, one for each of us, and one for the bird.\n\nThe year she could not count any more, I did it for her, and I counted slowly.\n';
const OTHER = 'We baked, and the street came, and nobody went home before the lamps were lit.\n';

let content: string;
let state: string;
let write: (file: string, text: string | Uint8Array) => Promise<void>;
let story: (id: string, fields: Record<string, unknown>, body?: string) => Promise<void>;

beforeEach(async () => {
  ({ content, write, story } = await smallArchive());
  state = join(content, '..', 'state');
  process.env['ARCHIVE_STATE'] = state;
  delete process.env['ARCHIVE_NEVER_AGAIN_KEY'];
  await story(
    GONE,
    openRecord({
      title: 'What my mother counted in spring',
      photos: [
        { id: 'f1', file: 'f1.jpg', alt: 'A tin with a blue lid on a table, open, seeds in it' },
      ],
      voice: { id: 'v1', file: 'v1.wav' },
    }),
    BODY,
  );
  await write(`stories/${GONE}/f1.jpg`, await readFile(PHOTO));
  await write(`stories/${GONE}/v1.wav`, soundWith('m', 440));
  await story(
    'bread01',
    openRecord({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'Bread' }] }),
    OTHER,
  );
  await write('stories/bread01/f1.jpg', await readFile(OTHER_PHOTO));
  await approve({ content, ids: 'all' });
});

const gone = async (part?: string) =>
  takenOutWords(await withdraw({ content, id: GONE, part, day: DAY }));
const found = async (): Promise<readonly string[]> => {
  const { data } = await check({ content, day: DAY });
  const { problems } = data as { problems: readonly Problem[] };
  return problems.map(({ file, field, rule }) => `${file} ${field} ${rule}`);
};
const listFile = () => stateOf(content).blocklist;

/** The withdrawn photograph as somebody might find it elsewhere: smaller, saved again, renamed. */
const copyOfThePhoto = () => sharp(PHOTO).resize({ width: 500 }).webp({ quality: 55 }).toBuffer();

describe('what was withdrawn and comes back (A29)', () => {
  test('as a photograph at another size under another name stops the build, and the last site stands', async () => {
    const out = join(content, '..', 'dist');
    await mkdir(join(out, '.well-known'), { recursive: true });
    await writeFile(join(out, '.well-known', 'build.json'), '{}');
    await writeFile(join(out, 'index.html'), 'the last site');
    await gone();
    await story(
      'tinned1',
      openRecord({ photos: [{ id: 'f1', file: 'kitchen.webp', alt: 'A tin' }] }),
      'Something else is said here, in other words, by somebody else.\n',
    );
    await write('stories/tinned1/kitchen.webp', await copyOfThePhoto());
    await approve({ content, ids: 'all' });
    const built = await build({ content, out, day: DAY, at: `${DAY}T12:00:00Z` });
    expect(built.exit).toBe(1);
    expect(built.lines.join('\n')).toContain('photos[0].file · withdrawn-before');
    expect(built.lines.join('\n')).toContain(`--allow ${GONE}`);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('the last site');
  });

  test('as text in the introduction of an exhibition is found, and no word of it is told', async () => {
    await gone();
    await write(
      'exhibitions/spring/index.mdx',
      `---\ntitle: Spring\n---\nWe remember. ${BODY.replaceAll('\n', ' ')}\n`,
    );
    const { exit, lines } = await check({ content, day: DAY });
    expect(exit).toBe(1);
    expect(lines.join('\n')).toContain('exhibitions/spring/index.mdx · body · withdrawn-before');
    expect(lines.join('\n')).not.toMatch(/mother|spring she|kitchen/);
  });

  test('as words in a page, an answer, an asset, a summary, an alternative text or a translation is found', async () => {
    await gone();
    const line = 'Every spring she counted them out on the kitchen table, one for each of us';
    await write('pages/about.mdx', `---\ntitle: About\n---\n${line}\n`);
    await write('priorities/seeds.yaml', 'name: { en: Seeds }\n');
    await write(
      'responses/council.md',
      `---\ninstitution: The council\nanswers: { priority: seeds }\non: 2026-06-01\n---\n${line}\n`,
    );
    await write('assets/hall.yaml', `name: { en: Hall }\nabout: { en: "${line}" }\n`);
    await story(
      'others1',
      openRecord({
        summary: line,
        photos: [{ id: 'f1', file: 'f1.jpg', alt: line, caption: line }],
        translations: [{ id: 't1', language: 'ur', words: line }],
        more: [{ id: 'e1', form: 'easy-read', language: 'en', words: line }],
        voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
      }),
      'Nothing of it here.\n',
    );
    await write('stories/others1/f1.jpg', await readFile('content/stories/7mpxzeky/f1.jpg'));
    await write('stories/others1/v1.wav', soundWith('n', 700));
    await write('stories/others1/v1.vtt', `WEBVTT\n\n00:00.000 --> 00:01.900\n${line}\n`);
    expect((await found()).toSorted()).toEqual(
      [
        'assets/hall.yaml about.en',
        'pages/about.mdx body',
        'responses/council.md body',
        ...['summary', 'f1.alt', 'f1.caption', 't1.words', 'e1.words', 'voice.transcript'].map(
          (field) => `stories/others1/story.md ${field}`,
        ),
      ]
        .map((place) => `${place} withdrawn-before`)
        .toSorted(),
    );
  });

  test('by import of a spreadsheet under another id is refused, and nothing is written', async () => {
    await gone();
    const table = join(content, '..', 'table.csv');
    await writeFile(table, `title,language,kind,words\nSeeds,en,story,"${BODY}"\n`);
    const words = await importFrom({ content, from: table, grant: ['web'], day: DAY });
    expect(words.exit).toBe(1);
    expect(words.lines.join('\n')).toContain('row 2 of the spreadsheet · words · withdrawn-before');
    await writeFile(join(content, '..', 'x.webp'), await copyOfThePhoto());
    await writeFile(table, 'title,language,kind,photo,alt\nA thing,en,photograph,x.webp,Thing\n');
    const photo = await importFrom({ content, from: table, grant: ['web'], day: DAY });
    expect(photo.lines.join('\n')).toContain('f1.webp · withdrawn-before');
    expect(await found()).toEqual([]);
  });

  test('as its own folder put back from a copy is found, published before or never', async () => {
    const kept = join(content, '..', 'kept');
    await cp(join(content, 'stories', GONE), kept, { recursive: true });
    await gone();
    await rm(join(content, 'withdrawn'), { recursive: true });
    await cp(kept, join(content, 'stories', GONE), { recursive: true });
    expect(await found()).toEqual([
      `stories/${GONE}/story.md title withdrawn-before`,
      `stories/${GONE}/story.md body withdrawn-before`,
      `stories/${GONE}/story.md f1.alt withdrawn-before`,
      `stories/${GONE}/story.md photos[0].file withdrawn-before`,
      `stories/${GONE}/story.md voice.file withdrawn-before`,
    ]);
  });

  test('as the same recording under another name is found', async () => {
    await gone();
    await story('sounds1', openRecord({ voice: { id: 'v1', file: 'talk.wav' } }), 'Other words.\n');
    await write('stories/sounds1/talk.wav', soundWith('m', 440));
    expect(await found()).toEqual(['stories/sounds1/story.md voice.file withdrawn-before']);
  });

  test('what stays passes, and so does another archive beside it: each has a list of its own', async () => {
    await gone();
    expect(await found()).toEqual([]);
    const { lines } = await check({ content: 'content', day: DAY });
    expect(lines.join('\n')).not.toContain('withdrawn-before');
  });
});

describe('noting a withdrawal', () => {
  test('writes a list of seals for its owner alone', async () => {
    const { lines } = await gone();
    expect(lines.join('\n')).toContain('never-again list');
    const text = await readFile(listFile(), 'utf8');
    expect(text).not.toMatch(/mother|f1\.jpg|"p1"/);
    expect((await stat(listFile())).mode & 0o777).toBe(0o600);
    const entry = readList(text)?.entries[0];
    expect([entry?.id, entry?.on, entry?.pictures.length]).toEqual([GONE, DAY, 1]);
  });

  test('of a part notes that part and leaves the rest of the piece alone', async () => {
    await gone('f1');
    expect(await found()).toEqual([]);
    await write('stories/bread01/f1.jpg', await copyOfThePhoto());
    expect(await found()).toEqual(['stories/bread01/story.md photos[0].file withdrawn-before']);
  });

  test('of the words leaves them closed in their own record, and finds them anywhere else', async () => {
    const file = `stories/${GONE}/story.md`;
    const text = await readFile(join(content, file), 'utf8');
    await write(file, text.replace('file: v1.wav', 'file: v1.wav\n  transcript: v1.vtt'));
    await write(`stories/${GONE}/v1.vtt`, `WEBVTT\n\n00:00.000 --> 00:01.900\n${BODY.trim()}\n`);
    await approve({ content, ids: 'all' });
    await gone('words');
    expect(await found()).toEqual([]);
    await story('bread01', openRecord(), BODY);
    expect(await found()).toEqual(['stories/bread01/story.md body withdrawn-before']);
  });

  test('does not take what another piece that stays says or shows too', async () => {
    const shared = 'Every spring she counted them out on the kitchen table, one for each of us';
    await story(
      'shared1',
      openRecord({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }] }),
      `${shared}\n`,
    );
    await write('stories/shared1/f1.jpg', await copyOfThePhoto());
    const { lines } = await gone();
    expect(lines.join('\n')).toContain('1 of its pictures were not noted');
    expect(await found()).toEqual([]);
    await story('bread01', openRecord(), BODY);
    expect(await found()).toEqual(['stories/bread01/story.md body withdrawn-before']);
  });

  test('at the desk, of a part, does not take what the rest of the piece says too', async () => {
    const copy = join(content, '..', 'copy');
    await cp(content, copy, { recursive: true });
    await rm(join(content, 'stories', GONE), { recursive: true });
    const file = join(copy, 'stories', GONE, 'story.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('file: v1.wav', 'file: v1.wav\n  transcript: v1.vtt'));
    const spoken = `WEBVTT\n\n00:00.000 --> 00:01.900\n${BODY.trim()}\n`;
    await writeFile(join(copy, 'stories', GONE, 'v1.vtt'), spoken);
    await withdraw({ content: copy, home: content, id: GONE, part: 'v1', day: DAY });
    const { data } = await check({ content: copy, home: content, day: DAY });
    expect(data).toMatchObject({ problems: [] });
  });

  test('at the desk does not take what another piece says that is on its branch alone', async () => {
    const desk = join(stateOf(content).desk, 'content');
    await cp(content, desk, { recursive: true });
    const shared = join(desk, 'stories', 'shared1');
    await cp(join(content, 'stories', GONE), shared, { recursive: true });
    const text = await readFile(join(shared, 'story.md'), 'utf8');
    await writeFile(join(shared, 'story.md'), text.replace(/^voice:\n( +.*\n)+/m, ''));
    await gone();
    await rm(join(desk, 'stories', GONE), { recursive: true });
    const { data } = await check({ content: desk, home: content, day: DAY });
    expect(data).toMatchObject({ problems: [] });
  });

  test('takes what was in two pieces when both were withdrawn, though the desk shows one still', async () => {
    const desk = join(stateOf(content).desk, 'content');
    await story('twofold', openRecord(), `${BODY}\n${OTHER}`);
    await cp(content, desk, { recursive: true });
    await withdraw({ content, id: 'twofold', day: DAY });
    await gone();
    await story('tinned1', openRecord(), BODY);
    expect(await found()).toEqual(['stories/tinned1/story.md body withdrawn-before']);
  });

  test('does not take a recording that another piece of the same work has too', async () => {
    await story('shared1', openRecord({ voice: { id: 'v1', file: 'talk.wav' } }), OTHER);
    await write('stories/shared1/talk.wav', soundWith('m', 440));
    const { lines } = await gone();
    expect(lines.join('\n')).toContain('A recording of it was not noted');
    expect(await found()).toEqual([]);
  });

  test('does not take the name of a series or the title of a wall, though it may quote the piece', async () => {
    const [short, long] = ['Lessons from the Lockdown', 'What we learned when the doors were shut'];
    const line = 'Every spring she counted them out on the kitchen table, one for each of us';
    await story('lesson1', openRecord({ title: short, photos: [] }), `${BODY}\n`);
    await story('lesson2', openRecord({ title: long, photos: [] }), OTHER);
    await write('series/lessons.yaml', `name: { en: ${short} }\n`);
    await write('exhibitions/doors/index.mdx', `---\ntitle: ${long}\n---\n${line}\n`);
    await rm(join(content, 'stories', GONE), { recursive: true });
    await withdraw({ content, id: 'lesson1', day: DAY });
    await withdraw({ content, id: 'lesson2', day: DAY });
    expect(await found()).toEqual(['exhibitions/doors/index.mdx body withdrawn-before']);
  });

  test('does not take short words that a series has too, though there are two of them', async () => {
    const [title, alt] = ['Lessons from the Lockdown', 'The tin with blue lids'];
    await story('lesson1', openRecord({ title, summary: alt }), BODY);
    await write('series/lessons.yaml', `about: { en: "${title}\\n${alt}" }\n`);
    await withdraw({ content, id: 'lesson1', day: DAY });
    expect(await found()).toEqual([]);
  });

  test('of no more than a short title notes nothing, and says so', async () => {
    await story('lesson1', openRecord({ title: 'Lessons from the Lockdown' }), 'Be kind.\n');
    const { lines } = takenOutWords(await withdraw({ content, id: 'lesson1', day: DAY }));
    expect(lines.join('\n')).toContain('nothing in it to know it by');
    expect(existsSync(listFile())).toBe(false);
  });

  test('of a short title stops no later series or piece of that title, and tells the piece itself', async () => {
    const title = 'Lessons from the Lockdown';
    await story('lesson1', openRecord({ title }), BODY);
    await rm(join(content, 'stories', GONE), { recursive: true });
    await withdraw({ content, id: 'lesson1', day: DAY });
    await write('series/lessons.yaml', `name: { en: ${title} }\nabout: { en: ${title} }\n`);
    await story('lesson2', openRecord({ title }), OTHER);
    expect(await found()).toEqual([]);
    await story('lesson2', openRecord({ title }), BODY);
    expect(await found()).toEqual(
      ['title', 'body'].map((field) => `stories/lesson2/story.md ${field} withdrawn-before`),
    );
  });

  test('goes on when a file cannot be read, and says so', async () => {
    await write(`stories/${GONE}/f1.jpg`, 'no picture');
    const { exit, lines } = await gone();
    expect(exit).toBe(0);
    expect(lines.join('\n')).toContain('1 file could not be read');
    expect(existsSync(join(content, 'stories', GONE))).toBe(false);
  });

  test('goes on when the record is broken, and knows its words and pictures all the same', async () => {
    const file = `stories/${GONE}/story.md`;
    const text = await readFile(join(content, file), 'utf8');
    await write(file, text.replace('title:', 'title: [\n'));
    expect((await gone()).exit).toBe(0);
    await story(
      'bread01',
      openRecord({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }] }),
      BODY,
    );
    await write('stories/bread01/f1.jpg', await copyOfThePhoto());
    expect(await found()).toHaveLength(2);
  });

  test('goes on when there is no place for the list, and says so', async () => {
    await mkdir(listFile(), { recursive: true });
    const { exit, lines } = await gone();
    expect(exit).toBe(0);
    expect(lines.join('\n')).toContain('could not be noted');
    expect(existsSync(join(content, 'stories', GONE))).toBe(false);
  });

  test('tells at once where the archive still says it', async () => {
    await write('pages/about.mdx', `---\ntitle: About\n---\n${BODY}\n`);
    const { lines } = await gone();
    expect(lines.join('\n')).toContain('Before the next build: pages/about.mdx · body');
  });
});

describe('the list', () => {
  test('goes to a machine without the register, with its key, and works there', async () => {
    await gone();
    await write('pages/about.mdx', `---\ntitle: About\n---\n${BODY}\n`);
    const [list, key] = [join(content, '..', 'l.json'), join(content, '..', 'k')];
    await blocklist({ content, exportTo: list, exportKeyTo: key });
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    process.env['ARCHIVE_STATE'] = join(content, '..', 'elsewhere');
    expect((await blocklist({ content, importFrom: list })).exit).toBe(1);
    expect(await found()).toEqual(['archive-id undefined lists-missing']);
    process.env['ARCHIVE_NEVER_AGAIN_KEY'] = await readFile(key, 'utf8');
    expect((await blocklist({ content, importFrom: list })).exit).toBe(0);
    expect(await found()).toEqual(['pages/about.mdx body withdrawn-before']);
  });

  test('without its key, with another, or torn stops everything', async () => {
    await gone();
    process.env['ARCHIVE_NEVER_AGAIN_KEY'] = 'a'.repeat(64);
    expect(await found()).toEqual(['never-again.json undefined unreadable']);
    delete process.env['ARCHIVE_NEVER_AGAIN_KEY'];
    await rm(join(state, 'register.sqlite'));
    expect(await found()).toEqual(['never-again.json undefined unreadable']);
    await writeFile(listFile(), (await readFile(listFile(), 'utf8')).slice(0, -20));
    expect(await found()).toEqual(['never-again.json undefined unreadable']);
  });

  test('lets a piece back in when its person said yes again, and the log keeps that', async () => {
    await gone();
    await write('pages/about.mdx', `---\ntitle: About\n---\n${BODY}\n`);
    expect(await found()).toHaveLength(1);
    expect((await blocklist({ content, allow: 'nobody1' })).exit).toBe(1);
    const { exit, lines } = await blocklist({ content, allow: GONE });
    expect([exit, lines.join('\n')]).toEqual([0, expect.stringContaining('taken off')]);
    expect(await found()).toEqual([]);
    const register = Register.open(join(state, 'register.sqlite'), () => 0);
    expect(register.events().at(-1)).toMatchObject({
      event: 'never-again-allowed',
      contribution: GONE,
    });
    register.close();
  });
});
