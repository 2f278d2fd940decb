import { existsSync, readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { REASON_WORDS } from '#consent/reasons.ts';
import { approve } from '#intake/approve.ts';
import { canariesIn, canary } from '#support/canary.ts';
import { soundWith } from '#support/media-made-here.ts';
import { type Fields, openRecord } from '#support/small-archive.ts';
import { stateOf } from '#state/state.ts';
import { asForm, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const noted = canary;

/** A photograph with a marker in what it carries beside the picture. */
async function photograph(name: string, red: number): Promise<Buffer> {
  const plain = {
    width: 60,
    height: 40,
    channels: 3,
    background: { r: red, g: 90, b: 40 },
  } as const;
  return sharp({ create: plain })
    .withExif({ IFD0: { ImageDescription: noted(name, 'exif') } })
    .jpeg()
    .toBuffer();
}

const depicted: Fields = {
  ...{ person: 'p2', interest: 'depicted', state: 'requested', information_sheet: 'v1' },
  ...{ language: 'en', method: 'paper', age_band: 'adult' },
};

/** A new piece: nobody reviewed it, and nobody approved it yet. */
function fresh(change: Fields = {}, maker: Fields = {}): Fields {
  const { published_on: _day, ...record } = openRecord({ review: undefined, ...change }, maker);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** With somebody in the first photograph, who answered so. */
function withPhotographs(state: string, names: readonly string[], people = ['p2']): Fields {
  const photos = names.map((name, at) => ({
    ...{ id: `f${at + 1}`, file: `${name}.jpg`, kind: 'photo' },
    ...(at === 0 ? { people, alt: noted(name, 'alt') } : { alt: 'A table with bread on it' }),
  }));
  const record = fresh({ photos });
  return { ...record, consents: [...(record['consents'] as Fields[]), { ...depicted, state }] };
}

const SPOKEN = `WEBVTT\n\n00:00.000 --> 00:01.000\n${noted('voice', 'spoken')}\n`;

/** With a voice, a name beside a credit without one, and a yes to these kinds. */
function withVoice(web: readonly string[], as = 'anonymous'): Fields {
  const voice = { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' };
  const credit = { as, name: noted('voice', 'name') };
  return fresh({ voice, credit }, { grants: { web } });
}

let desk: SmallDesk;
const text = (fields: Fields, body = 'We baked, and the street came.\n') =>
  `---\n${stringify(fields)}---\n${body}`;
const storyAt = (id: string) => `content/stories/${id}/story.md`;
const WALL = 'content/exhibitions/spring/index.mdx';
const wall = (works: readonly string[], fields: object = {}) =>
  text(
    { title: 'Spring', language: 'en', ...fields },
    works.map((id) => `<Work id="${id}" />\n`).join('\n'),
  );

async function save(path: string, record: string, slug: string): Promise<void> {
  const saved = await desk.cms('persistEntry', saving(path, record, { slug }));
  expect([saved.status, saved.body.error]).toEqual([200, undefined]);
}
const draft = (id: string, fields: Fields, body?: string) =>
  save(storyAt(id), text(fields, body), id);
const pageOf = async (address: string, cookie?: string) =>
  (await desk.get(`/desk/preview/${address}`, cookie)).text();
const typed = (path: string, record: string, cookie?: string) =>
  desk.post('/api/preview', { path, raw: asForm(record, path) }, cookie);
/** The folders of all previews that lie there. */
const lying = () => {
  const folder = join(desk.folder, `run-${process.pid}`, 'previews');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const mediaIn = (html: string) => [
  ...new Set(
    [...html.matchAll(/\/desk\/preview\/files\/[\w-]+\/media\/[\w/.]+/g)].map(([path]) => path),
  ),
];
const articleIn = (html: string) => /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '';
const picturesIn = (html: string) => [...articleIn(html).matchAll(/<img/g)].length;

beforeAll(async () => {
  desk = await smallDesk(async ({ write, story, content }) => {
    const pictures = {
      photos1: ['shut', 'open'],
      shared1: ['shared', 'plain'],
      refused: ['shared'],
    };
    const bytes = new Map<string, Buffer>();
    for (const [id, names] of Object.entries(pictures))
      for (const name of names) {
        bytes.set(name, bytes.get(name) ?? (await photograph(name, 30 * (bytes.size + 1))));
        await write(`stories/${id}/${name}.jpg`, bytes.get(name) ?? '');
      }
    await story('photos1', withPhotographs('requested', pictures.photos1));
    await story('shared1', withPhotographs('given', pictures.shared1, []));
    await story('refused', withPhotographs('refused', pictures.refused));
    await write('stories/voice01/v1.wav', soundWith(noted('voice', 'tag'), 220));
    await write('stories/voice01/v1.vtt', SPOKEN);
    await story('voice01', withVoice(['words']));
    await story('blank01', fresh({}, { grants: {} }), noted('blank', 'body'));
    await story('hung001', openRecord({ title: 'Hung in spring' }));
    const web = { grants: { web: ['words'] } };
    await story('nothung', openRecord({ title: noted('nothung', 'title') }, web));
    await approve({ content, ids: 'all' });
  });
});
afterAll(() => desk.register.close());
beforeEach(() => {
  desk.reported.length = 0;
});

describe('what would be public, as it is typed', () => {
  const decided = (record: string, language = 'en') =>
    desk.post('/api/decide', {
      ...{ path: storyAt('photos1'), language },
      raw: asForm(record, storyAt('photos1')),
    });
  const record = (state: string) => text(withPhotographs(state, ['shut', 'open']));

  test('a yes that is typed opens it in the answer, and nothing of it is saved', async () => {
    const refs = desk.git('for-each-ref');
    const before = (await decided(record('requested'))).body;
    expect(before.later.at(-1)).toMatch(
      /^Not public: .*Picture 1.*one person in it has not said yes/,
    );
    const after = (await decided(record('given'))).body;
    expect(after.later.join()).not.toContain('has not said yes');
    const urdu = (await decided(record('requested'), 'ur')).body;
    expect([urdu.lang, urdu.dir]).toEqual(['ur', 'rtl']);
    expect(desk.git('for-each-ref')).toBe(refs);
  });

  test('what cannot be read is named as a save names it, and only a story is answered', async () => {
    const wrong = await decided(text(fresh({ kind: 'novel' })));
    expect([wrong.status, wrong.body.problems.length]).toEqual([422, 1]);
    const other = { path: WALL, raw: asForm(wall([]), WALL) };
    expect((await desk.post('/api/decide', other)).status).toBe(422);
  });
});

describe('a preview of a story', () => {
  test('is its page as the public would see it, with a band that says it is not published', async () => {
    const html = await pageOf('stories/photos1/');
    expect(desk.reported).toEqual([]);
    expect(html).toContain('Preview: as it is published');
    expect(articleIn(html)).toContain('We baked, and the street came.');
    expect(html).not.toContain('rel="canonical"');
    expect(html).toContain('content="noindex');
  });

  test('holds nothing of a photograph of somebody who has not answered, and says why', async () => {
    const html = await pageOf('stories/photos1/');
    expect(html).not.toContain(noted('shut', 'alt'));
    expect(picturesIn(html)).toBe(1);
    expect(html).toContain('Picture 1');
    expect(html).toContain(REASON_WORDS['not-yet-answered']);
    for (const folder of lying()) expect([...(await canariesIn(folder)).keys()]).toEqual([]);
  });

  test('shows nothing of a piece to which nobody said yes to anything', async () => {
    const html = await pageOf('stories/blank01/');
    expect(html).toContain('Nothing of this would be shown');
    expect(html).toContain(REASON_WORDS['not-granted']);
    expect(html).not.toContain(noted('blank', 'body'));
    expect([articleIn(html), mediaIn(html)]).toEqual(['', []]);
    for (const folder of lying()) expect([...(await canariesIn(folder)).keys()]).toEqual([]);
  });

  test('does not show a photograph to which somebody said no in another piece', async () => {
    const html = await pageOf('stories/shared1/');
    expect(picturesIn(html)).toBe(1);
    expect(html).toContain(REASON_WORDS['said-no-elsewhere']);
    expect(html).not.toContain(noted('shared', 'alt'));
  });

  test.each([
    ['a reviewer said no to', { review: { outcome: 'refused', on: '2026-06-14' } }, 'not-reviewed'],
    ['is on hold', { hold: true }, 'held'],
    ['nobody wrote is not on hold', { hold: undefined }, 'held'],
  ] as const)('shows nothing of what %s', async (_what, change, reason) => {
    await draft('closed1', fresh(change));
    const html = await pageOf('stories/closed1/');
    expect(html).toContain('Nothing of this would be shown');
    expect(html).toContain(REASON_WORDS[reason]);
    expect(html).not.toContain('the street came');
    await desk.cms('deleteUnpublishedEntry', { collection: 'stories', slug: 'closed1' });
  });

  test('is drawn as on the first day on which it may be shown', async () => {
    await draft('later01', fresh({ embargo_until: '2026-12-24' }));
    const html = await pageOf('stories/later01/');
    expect(html).toContain('It may be shown from 24 December 2026');
    expect(articleIn(html)).toContain('We baked');
  });

  test('says when it was saved, in the language that is asked for', async () => {
    await draft('saved01', fresh());
    expect(await pageOf('stories/saved01/')).toContain(
      'as it was saved on 22 November 2026 at 12:00',
    );
    expect(await pageOf('stories/saved01/')).toMatch(
      /Preview: not published[\s\S]*It is not on the website/,
    );
    const urdu = await pageOf('stories/saved01/?lang=ur');
    expect(urdu).toContain('<html lang="ur" dir="rtl"');
    expect(urdu).toContain('پیش نظارہ');
    expect(urdu).toContain('href="/desk/preview/stories/saved01/?lang=en"');
  });

  test('says what has to be put right in a record that cannot be read', async () => {
    await draft('theme01', fresh({ themes: ['no-such-theme'] }));
    const html = await pageOf('stories/theme01/');
    expect(html).toContain('This cannot be shown yet');
    expect(html).toContain('does-not-exist');
    expect(html).not.toContain('the street came');
  });
});

describe('a preview of an exhibition', () => {
  test('shows what hangs in it, and says of a work that is not open that it would not', async () => {
    const made = await typed(WALL, wall(['hung001', 'nothung']));
    expect([made.status, made.body.error]).toEqual([200, undefined]);
    const html = await (await desk.get(made.body.address)).text();
    expect(articleIn(html)).toContain('Hung in spring');
    expect(html).not.toContain(noted('nothung', 'title'));
    expect(html).toContain('<bdi>nothung</bdi>');
    expect(html).toContain(REASON_WORDS['not-granted']);
  });

  test('is as on the day it opens, and its works are as they are live', async () => {
    await save(WALL, wall(['hung001'], { opens: '2026-12-24' }), 'spring');
    const html = await pageOf('exhibitions/spring/');
    expect(articleIn(html)).toContain('Hung in spring');
    expect(html).toContain('24 December 2026');
    const live = (await desk.cms('getEntry', { path: storyAt('hung001') })).body.data;
    await draft('hung001', { rev: JSON.parse(live).rev, ...fresh({ title: 'Not live yet' }) });
    expect(articleIn(await pageOf('exhibitions/spring/'))).toContain('Hung in spring');
    await desk.cms('deleteUnpublishedEntry', { collection: 'stories', slug: 'hung001' });
  });
});

describe('a record as it is typed', () => {
  test('can be looked at before it is saved, and is not saved', async () => {
    const before = desk.git('for-each-ref');
    const made = await typed(storyAt('typed01'), text(fresh(), 'Typed just now.\n'));
    expect(made.body.address).toMatch(/^\/desk\/preview\/typed\/[\w-]{32}\/$/);
    const html = await (await desk.get(made.body.address)).text();
    expect(articleIn(html)).toContain('Typed just now.');
    expect(html).toContain('It is not saved yet');
    const again = await typed(storyAt('typed01'), text(fresh(), 'And again.\n'));
    expect(again.body.address).toBe(made.body.address);
    expect(articleIn(await (await desk.get(made.body.address)).text())).toContain('And again.');
    expect(desk.git('for-each-ref')).toBe(before);
  });

  test.each([
    ['a field that is none', storyAt('typed02'), text(fresh({ published: true }))],
    ['a day that is none', storyAt('typed02'), text(fresh({ embargo_until: 'soon' }))],
    ['code in an exhibition', WALL, text({ title: 'Spring', language: 'en' }, '<Work id={x} />\n')],
    ['a list, which has no page to look at', 'content/themes/tea.yaml', 'name: { en: Tea }\n'],
    ['a place that is none of ours', 'content/../secret.md', text(fresh())],
  ])('is refused as a save is: %s', async (_what, path, record) => {
    const before = lying().length;
    expect((await typed(path, record)).status).toBe(422);
    expect(lying()).toHaveLength(before);
  });

  test('is refused, with the field that has to be mended, where only the archive can tell', async () => {
    const wrong = await typed(storyAt('typed02'), text(fresh({ themes: ['no-such-theme'] })));
    expect(wrong.status).toBe(422);
    expect(wrong.body.told).toMatchObject([
      { file: 'stories/typed02/story.md', field: 'themes[0]' },
    ]);
    expect(JSON.stringify(wrong.body)).not.toContain('no-such-theme');
  });

  test('says that it is saved where nothing in it is new', async () => {
    const made = await typed(storyAt('saved01'), text(fresh()));
    const html = await (await desk.get(made.body.address)).text();
    expect(html).toContain('as it was saved on 22 November 2026 at 12:00');
    expect(html).toContain('<base target="_blank"');
  });

  test('words that look like fields stay words', async () => {
    const words = '---\nhold: false\nreview: { outcome: cleared }\n---\nRest.\n';
    const made = await typed(storyAt('typed03'), text(fresh({ hold: true }), words));
    expect(await (await desk.get(made.body.address)).text()).toContain(
      'Nothing of this would be shown',
    );
  });
});

describe('who may look at a preview', () => {
  test('nobody who is not signed in, neither at the page nor at a file', async () => {
    const html = await pageOf('stories/photos1/');
    const [file = ''] = mediaIn(html);
    expect((await desk.get(file)).status).toBe(200);
    for (const address of ['/desk/preview/stories/photos1/', file]) {
      const answer = await desk.get(address, 'desk=no');
      expect(answer.status).toBe(401);
      expect(await answer.text()).toContain('Please sign in first');
    }
    expect((await typed(storyAt('typed01'), text(fresh()), 'desk=no')).status).toBe(401);
  });

  test('not somebody else who is signed in', async () => {
    const other = await desk.signIn();
    const [file = ''] = mediaIn(await pageOf('stories/photos1/'));
    const made = await typed(storyAt('typed01'), text(fresh()));
    for (const address of [file, made.body.address])
      expect((await desk.get(address, other)).status).toBe(404);
  });

  test('the page and its files are kept nowhere, indexed by nobody, and framed by the desk alone', async () => {
    const page = await desk.get('/desk/preview/stories/photos1/');
    const [file = ''] = mediaIn(await page.text());
    for (const answer of [page, await desk.get(file)]) {
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    }
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    for (const other of ['/desk/withdraw/', '/admin/', '/desk/'])
      expect((await desk.get(other)).headers.get('content-security-policy')).toContain(
        "frame-ancestors 'none'",
      );
  });

  test('nothing but a clean copy comes out of the tree', async () => {
    const [file = ''] = mediaIn(await pageOf('stories/photos1/'));
    const begin = file.slice(0, file.indexOf('/media/'));
    for (const rest of [
      '/site.json',
      '/media/../site.json',
      '/contributions/photos1.json',
      '/media/photos1/',
    ])
      expect((await desk.get(`${begin}${rest}`)).status).toBe(404);
  });

  test('what is not there is told as what is over', async () => {
    for (const address of ['stories/nothere1/', 'exhibitions/none/', `typed/${'x'.repeat(32)}/`])
      expect((await desk.get(`/desk/preview/${address}`)).status).toBe(404);
  });
});

/** Every file below a folder; none where it is not there. */
const filesBelow = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
    : [];
/** Of all copies that lie for previews, those that are not in a tree. */
const copiesKept = () =>
  lying()
    .flatMap(filesBelow)
    .filter((file) => file.includes('.media/') && !file.endsWith('.json'));

describe('a draft with a voice and a name that are withheld', () => {
  const draftWith = async (web: readonly string[], as?: string) => {
    const live = (await desk.cms('getEntry', { path: storyAt('voice01') })).body.data;
    await draft('voice01', { rev: JSON.parse(live).rev, ...withVoice(web, as) });
    const html = await pageOf('stories/voice01/');
    await desk.cms('deleteUnpublishedEntry', { collection: 'stories', slug: 'voice01' });
    return html;
  };

  test('shows both where they are let out, so that what follows proves something', async () => {
    const html = await draftWith(['words', 'voice'], 'chosen-name');
    expect(html).toContain(noted('voice', 'name'));
    expect(html).toContain(noted('voice', 'spoken'));
    expect(mediaIn(html).some((path) => /\.(webm|mp3)$/.test(path))).toBe(true);
  });

  test('has neither in its page or in a file of it, and leaves neither on the disk', async () => {
    const html = await draftWith(['words']);
    expect(articleIn(html)).toContain('We baked, and the street came.');
    expect(html).not.toMatch(/CNRY-voice/);
    expect(mediaIn(html)).toEqual([]);
    // The register is another's, and holds no content.
    const left = [...(await canariesIn(desk.state))].filter(([marker]) => /voice/.test(marker));
    expect(left).toEqual([]);
    const [own = ''] = lying().filter((folder) =>
      filesBelow(folder).some((file) => /voice01/.test(file)),
    );
    expect(filesBelow(own).filter((file) => /\.(webm|mp3|wav|vtt)$/.test(file))).toEqual([]);
  });

  test('keeps no copy of a picture that closed while it was typed, nor any once its sign-in ends', async () => {
    const cookie = await desk.signIn();
    const before = new Set(copiesKept());
    const kept = () => copiesKept().filter((file) => !before.has(file)).length;
    const as = async (people: readonly string[]) => {
      const record = text(withPhotographs('requested', ['shut', 'open'], [...people]));
      expect((await typed(storyAt('photos1'), record, cookie)).status).toBe(200);
      return kept();
    };
    const both = await as([]);
    const one = await as(['p2']);
    expect(one).toBeGreaterThan(0);
    expect(both).toBe(2 * one);
    expect((await desk.post('/api/logout', {}, cookie)).status).toBe(200);
    expect(kept()).toBe(0);
  });

  test('puts no copy among those of the archive', async () => {
    await pageOf('stories/photos1/');
    expect(copiesKept().length).toBeGreaterThan(0);
    expect(filesBelow(stateOf(desk.content).mediaCache)).toEqual([]);
  });
});

describe('the tree of a preview', () => {
  test('is for this account alone, and nothing of it is in the site or the release', async () => {
    await pageOf('stories/photos1/');
    for (const folder of lying()) expect((await stat(folder)).mode & 0o077).toBe(0);
    expect(lying().length).toBeGreaterThan(0);
    const others = readdirSync(desk.state, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /photos1/.test(name),
    );
    expect(others.filter((name) => !name.includes('previews'))).toEqual([]);
  });

  test('goes when its sign-in ends', async () => {
    const cookie = await desk.signIn();
    const before = new Set(lying());
    const [file = ''] = mediaIn(await pageOf('stories/photos1/', cookie));
    const own = lying().filter((folder) => !before.has(folder));
    expect(own).toHaveLength(1);
    expect((await desk.post('/api/logout', {}, cookie)).status).toBe(200);
    expect(existsSync(own[0] ?? '')).toBe(false);
    expect((await desk.get(file)).status).toBe(404);
  });

  test('goes after a while, and a fifth one takes the place of the oldest', async () => {
    const cookie = await desk.signIn();
    const before = new Set(lying());
    for (const id of ['photos1', 'shared1', 'hung001', 'saved01', 'later01'])
      await pageOf(`stories/${id}/`, cookie);
    await desk.open.desk.previews.sweep();
    expect(lying().filter((folder) => !before.has(folder))).toHaveLength(4);
    desk.clock.now += 21 * 60_000;
    await desk.open.desk.previews.sweep();
    expect(lying()).toEqual([]);
  });

  test('goes when a piece in it is hidden, which is shown in no preview from then on', async () => {
    const [file = ''] = mediaIn(await pageOf('stories/shared1/'));
    const made = await typed(WALL, wall(['hung001']));
    expect(await (await desk.get(made.body.address)).text()).toContain('Hung in spring');
    for (const id of ['shared1', 'hung001'])
      expect((await desk.post('/api/withdraw', { id })).status).toBe(200);
    for (const address of [file, made.body.address])
      expect((await desk.get(address)).status).toBe(404);
    await desk.open.desk.publisher.settled();
    expect(lying()).toEqual([]);
    expect(await pageOf('stories/shared1/')).not.toContain('the street came');
    expect(await pageOf('exhibitions/spring/')).not.toContain('Hung in spring');
  });

  test('holds nothing of a piece that is hidden and not taken out of the content yet', async () => {
    await desk.open.desk.hidden.add({ id: 'photos1', hold: true });
    const html = await pageOf('stories/photos1/');
    expect(html).toContain(REASON_WORDS.held);
    expect(html).not.toContain('the street came');
  });
});
