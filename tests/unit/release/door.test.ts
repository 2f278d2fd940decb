import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  FALLBACK_FORMAT,
  FORMATS_OUT,
  PHOTO_FORMATS,
  type PhotoFormat,
  SOUND_FORMATS,
} from '#media/formats.ts';
import type { CleanPhoto, CleanSound } from '#media/media.ts';
import { admit } from '#release/admit.ts';
import { miningOf, openToAi } from '#release/ai-choice.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { digestOf } from '#repository/digests.ts';
import { approvalsOf, factsOf } from '#release/facts.ts';
import { originalsOf } from '#release/originals.ts';
import type { Story } from '#release/released.ts';
import {
  type CleanMedia,
  mediaPath,
  toReleasedStory,
  wordsFileOf,
} from '#release/to-released-story.ts';
import { withheldTexts } from '#release/withheld-texts.ts';
import { approved, EVERY_PART, held } from '#support/held.ts';
import type { Fields } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const ALL = ['words', 'photo', 'voice', 'artwork'];
const YES = { grants: { web: ALL, search: ALL, ai: ALL, 'open-licence': ALL } };
/** Nobody is in the photograph, so that the makers alone decide. */
const ALONE = {
  ...EVERY_PART,
  photos: (EVERY_PART['photos'] as Fields[]).map((photo) => ({
    ...photo,
    people: [],
    needs_safe: false,
    stands_alone: true,
  })),
};
const whole = (change: Fields = {}, maker: Fields = {}): HeldContribution =>
  approved(held({ ...ALONE, ...change }, { ...YES, ...maker }));

describe('what an approval is bound to', () => {
  test('is the sha256 of JSON with sorted keys and nothing absent', () => {
    const digest = createHash('sha256').update('{"a":[{"x":1,"y":2},null],"b":"c"}').digest('hex');
    expect(digestOf({ b: 'c', a: [{ y: 2, x: 1 }, null], gone: undefined })).toBe(
      `sha256:${digest}`,
    );
    expect(digestOf(['b', 'a'])).not.toBe(digestOf(['a', 'b']));
    expect(digestOf({ c: 1, a: 2, b: 3 })).toBe(digestOf({ a: 2, b: 3, c: 1 }));
  });

  test('every part but the transcript has a name to be approved under, and a safe copy its own', () => {
    expect([...approvalsOf(held(EVERY_PART)).keys()]).toEqual([
      ...['words', 'f1', 'a1', 'a1-safe', 'v1', 'v1-safe', 't1', 'm1'],
    ]);
  });

  const bound = (change: (one: HeldContribution) => Fields): readonly string[] => {
    const one = held(EVERY_PART);
    const before = approvalsOf(one);
    const fields = { ...one.fields, ...change(one) } as HeldContribution['fields'];
    const after = approvalsOf({ ...one, fields });
    return [...after].flatMap(([id, digest]) => (before.get(id) === digest ? [] : [id]));
  };
  const photo = (change: Fields) => (one: HeldContribution) => ({
    photos: one.fields.photos.map((each) => (each.id === 'a1' ? { ...each, ...change } : each)),
  });
  const voice = (change: Fields) => (one: HeldContribution) => ({
    voice: { ...one.fields.voice, ...change },
  });
  const translation = (change: Fields) => (one: HeldContribution) => ({
    translations: one.fields.translations.map((each) => ({ ...each, ...change })),
  });
  const more = (change: Fields) => (one: HeldContribution) => ({
    more: one.fields.more.map((each) => ({ ...each, ...change })),
  });
  test.each([
    ['the title', () => ({ title: 'Changed' }), ['words']],
    ['the summary', () => ({ summary: 'Changed' }), ['words']],
    ['the credit', () => ({ credit: { as: 'anonymous' } }), ['words']],
    ['a content note', () => ({ content_notes: [] }), ['words']],
    ['a theme', () => ({ themes: ['other'] }), []],
    ['the alternative text', photo({ alt: 'Changed' }), ['a1', 'a1-safe']],
    ['the caption', photo({ caption: 'Changed' }), ['a1', 'a1-safe']],
    ['the file of a picture', photo({ file: 'f1.jpg' }), ['a1']],
    ['its safe copy', photo({ safe: { file: 'f1.jpg', covers: [] } }), ['a1-safe']],
    ['the file of the voice', voice({ file: 'f1.jpg' }), ['v1']],
    ['the transcript', voice({ transcript: 'f1.jpg' }), ['v1', 'v1-safe']],
    ['the safe voice', voice({ safe: { file: 'f1.jpg', covers: [] } }), ['v1-safe']],
    ['the language of a translation', translation({ language: 'hi' }), ['t1']],
    ['its title', translation({ title: 'Changed' }), ['t1']],
    ['its summary', translation({ summary: 'Changed' }), ['t1']],
    ['its words', translation({ words: 'Changed' }), ['t1']],
    ['its credit', translation({ credit: undefined }), ['t1']],
    ['the form of further words', more({ form: 'short' }), ['m1']],
    ['their language', more({ language: 'hi' }), ['m1']],
    ['further words', more({ words: 'Changed' }), ['m1']],
  ] as const)('%s changes what was approved', (_what, change, ids) => {
    expect(bound(change)).toEqual(ids);
  });

  test('a changed body or a file that is gone is another version', () => {
    const one = held(EVERY_PART);
    const words = (body: string) => approvalsOf({ ...one, body }).get('words');
    expect(words('Other.\n')).not.toBe(words(one.body));
    const emptied = approvalsOf({ ...one, media: new Map() });
    const changed = [...approvalsOf(one)].filter(([id, digest]) => emptied.get(id) !== digest);
    expect(changed.map(([id]) => id)).toEqual(['f1', 'a1', 'a1-safe', 'v1', 'v1-safe']);
    expect(emptied.get('a1')).toBe(digestOf({ alt: 'A face' }));
  });
});

describe('what decide is told', () => {
  test('every part with its role, its kind, its people and its restrictions', () => {
    const { parts } = factsOf(held(EVERY_PART));
    const digests = approvalsOf(held(EVERY_PART));
    const plain = { people: [], stands_alone: false, needs_safe: false };
    const digest = (id: string) => digests.get(id);
    const covered = (id: string) => ({
      ...{ covers: [], checked_on: undefined, digest: digest(`${id}-safe`), elsewhere: [] },
    });
    expect(parts).toEqual([
      { id: 'words', role: 'words', kind: 'words', digest: digest('words'), ...plain },
      {
        ...{ id: 'f1', role: 'image', kind: 'photo', digest: digest('f1'), safe: undefined },
        ...{ people: ['p2'], stands_alone: true, needs_safe: false, described: true },
        elsewhere: [],
      },
      {
        ...{ id: 'a1', role: 'image', kind: 'artwork', digest: digest('a1'), people: [] },
        ...{ stands_alone: false, needs_safe: true, described: true, elsewhere: [] },
        safe: { ...covered('a1'), described: true },
      },
      {
        ...{ id: 'v1', role: 'voice', kind: 'voice', digest: digest('v1'), ...plain },
        ...{ safe: covered('v1'), elsewhere: [] },
      },
      {
        ...{ id: 'v1-transcript', role: 'transcript', kind: 'words', digest: digest('v1') },
        ...{ ...plain, safe: undefined },
      },
      { id: 't1', role: 'translation', kind: 'words', digest: digest('t1'), ...plain },
      { id: 'm1', role: 'more', kind: 'words', digest: digest('m1'), ...plain },
    ]);
  });

  test('nothing of parts that are not there, and every permission as it is written', () => {
    const one = held({ embargo_until: '2026-12-01' });
    const { hold, review, embargo_until, published_on, credit, consents } = one.fields;
    const { parts, ...rest } = factsOf(one);
    expect(parts.map(({ id }) => id)).toEqual(['words']);
    expect(rest).toEqual({ hold, review, embargo_until, published_on, credit, consents });
    expect(
      factsOf(held({ voice: { id: 'v1', file: 'v1.wav' } })).parts.map(({ id }) => id),
    ).toEqual(['words', 'v1']);
  });
});

describe('what is admitted', () => {
  test('every part that is open, with every use it is granted for', () => {
    const { open, withWords, searchable, decision } = admit(
      whole({}, { grants: { web: ALL, search: ['words'], print: ALL } }),
      DAY,
    );
    expect(decision.outcome).toBe('publish');
    expect([...open.keys()]).toEqual(['words', 'f1', 'a1', 'v1', 'v1-transcript', 't1', 'm1']);
    expect(open.get('words')).toMatchObject({
      copy: 'as-approved',
      uses: ['web', 'search', 'print'],
    });
    expect(open.get('f1')).toMatchObject({ copy: 'as-approved', uses: ['web', 'print'] });
    expect(open.get('f1')?.part).toMatchObject({ id: 'f1', role: 'image' });
    expect([withWords, searchable]).toEqual([true, true]);
  });

  test('nothing at all without a yes to the site, whatever else was granted', () => {
    const { open, withWords, searchable } = admit(
      whole({}, { grants: { search: ALL, print: ALL } }),
      DAY,
    );
    expect([open.size, withWords, searchable]).toEqual([0, false, false]);
  });

  test('a page that leads with its words is searched only if the words are', () => {
    const photoOnly = admit(whole({}, { grants: { web: ALL, search: ['photo'] } }), DAY);
    expect([photoOnly.withWords, photoOnly.searchable]).toEqual([true, false]);
  });

  test('a page without words is searched if anything on it is', () => {
    const grants = { web: ['photo', 'voice'], search: ['voice'] };
    const quiet = admit(whole({}, { grants }), DAY);
    expect([quiet.withWords, quiet.searchable]).toEqual([false, false]);
    const heard = admit(whole({}, { grants: { ...grants, search: ['photo'] } }), DAY);
    expect([...heard.open.keys()]).toEqual(['f1']);
    expect([heard.withWords, heard.searchable]).toEqual([false, true]);
  });

  test('a use that is open for the safe copy only does not cover the approved one', () => {
    const consents = (uses: Fields) => [
      { ...(held({}, YES).fields.consents[0] as unknown as Fields) },
      {
        ...{ person: 'p2', interest: 'depicted', state: 'given', given_on: '2026-06-01' },
        ...{ expires_on: '2031-06-01', information_sheet: 'v1', language: 'en', method: 'paper' },
        ...{ age_band: 'adult', grants: uses },
      },
    ];
    const safe = { file: 'a1-safe.png', covers: ['p2'], checked_on: DAY };
    const photos = [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.', people: ['p2'], safe }];
    const shown = (uses: Fields) =>
      admit(approved(held({ photos, consents: consents(uses) })), DAY).open.get('f1');
    expect(shown({ web: ['photo'] })).toMatchObject({ copy: 'as-approved', uses: ['web'] });
    expect(shown({ search: ['photo'] })).toMatchObject({
      copy: 'safe',
      uses: ['web', 'search', 'ai', 'open-licence'],
    });
  });
});

describe('what machines are told of one part', () => {
  test.each([
    [['web'], 'prohibited'],
    [['web', 'search'], 'search-only'],
    [['web', 'ai'], 'allowed'],
    [['web', 'search', 'ai'], 'allowed'],
    [[], 'prohibited'],
  ] as const)('%s', (uses, answer) => {
    expect(miningOf(uses)).toBe(answer);
  });

  test('addresses are named for what was granted, in every language, and for nothing else', () => {
    const file = (path: string) => ({ path, type: 'image/avif', bytes: 1 });
    const image = (name: string, isOpen: boolean) => ({
      ...{ part: name, kind: 'photo', alt: '', openToAi: isOpen },
      ...{ notes: [], sources: [[file(`/m/${name}.avif`)]], fallback: file(`/m/${name}.jpg`) },
    });
    const sound = (isOpen: boolean) => ({
      openToAi: isOpen,
      ...{ sources: [file('/m/v.webm')], fallback: file('/m/v.mp3') },
    });
    const TOLD = { language: 'pa', translations: [], more: [] };
    const stories = [
      { id: 'aaa111', ...TOLD, openToAi: true, images: [image('x', true)] },
      {
        id: 'bbb222',
        ...TOLD,
        openToAi: false,
        images: [image('y', false), image('z', true)],
        sound: sound(true),
      },
      { id: 'ccc333', ...TOLD, openToAi: false, images: [], sound: sound(false) },
    ] as unknown as Story[];
    expect(openToAi(stories, { languages: ['en', 'ur'] })).toEqual({
      pages: ['/stories/aaa111/', '/ur/stories/aaa111/'],
      media: ['/m/x.avif', '/m/x.jpg', '/m/z.avif', '/m/z.jpg', '/m/v.webm', '/m/v.mp3'],
    });
  });
});

/** A copy as it lies in the cache, and as the story names it. */
const copyOf = (format: keyof typeof FORMATS_OUT, stem: string) => {
  const { of, ending, type, source } = FORMATS_OUT[format];
  const name = `${stem}.${ending}`;
  const size = of === 'photo' ? { width: 480, height: 320 } : {};
  return {
    clean: { ...{ file: `/cache/${name}`, name, sha256: `of ${name}`, bytes: 7, type }, ...size },
    shown: {
      ...{ path: `/media/told01/${name}`, type: source, bytes: 7 },
      ...{ width: undefined, height: undefined, ...size },
    },
  };
};
const { photo: LAST_PHOTO, sound: LAST_SOUND } = FALLBACK_FORMAT;
/** Two copies in each coding, but one in the last. */
const stems = (format: PhotoFormat, id: string) =>
  format === LAST_PHOTO ? [id] : [`${id}s`, `${id}l`];
const copies = (format: PhotoFormat, id: string) =>
  stems(format, id).map((stem) => copyOf(format, stem));
const picture = (id: string) => {
  const all = PHOTO_FORMATS.map((each) => [each, copies(each, id).map(({ clean }) => clean)]);
  return { notes: [], copies: Object.fromEntries(all) as CleanPhoto['copies'] };
};
const shownPicture = (id: string) => ({
  sources: PHOTO_FORMATS.filter((each) => each !== LAST_PHOTO).map((each) =>
    copies(each, id).map(({ shown }) => shown),
  ),
  fallback: copyOf(LAST_PHOTO, id).shown,
});
const spoken = SOUND_FORMATS.map((each) => [each, copyOf(each, 'v1').clean]);
const MEDIA: CleanMedia = {
  photos: new Map([
    ['f1', picture('f1')],
    ['a1', picture('a1')],
  ]),
  sounds: new Map([
    [
      'v1',
      {
        ...{ notes: [], seconds: 9, peaks: [1, 20] },
        copies: Object.fromEntries(spoken) as CleanSound['copies'],
      },
    ],
  ]),
  cues: [{ start: 0, end: 1, text: 'spoken' }],
};
const shownSound = {
  sources: SOUND_FORMATS.filter((each) => each !== LAST_SOUND).map(
    (each) => copyOf(each, 'v1').shown,
  ),
  fallback: copyOf(LAST_SOUND, 'v1').shown,
};

describe('the story that is told', () => {
  const sibling = { id: 'other1', language: 'ur', title: 'The other' };
  const tell = (one: HeldContribution, media = MEDIA): Story =>
    toReleasedStory(admit(one, DAY), media, [sibling]);

  test('is everything that was let out, and nothing else', () => {
    const change = {
      ...{ themes: ['care'], places: ['southall'], series: ['kitchen'], told: '2023-05' },
      licence: { name: 'CC-BY-4.0', attribution: 'Somebody' },
    };
    expect(tell(whole(change))).toEqual({
      ...{ id: 'told01', kind: 'story', language: 'en', title: 'Bread on a Friday' },
      ...{ summary: 'A summary of it', credit: { as: 'chosen-name', name: 'Somebody Chosen' } },
      ...{ wordsFile: 'contributions/told01/words.md', told: '2023-05' },
      ...{ series: ['kitchen'], themes: ['care'], places: ['southall'], siblings: [sibling] },
      contentNotes: [
        { topic: 'illness', words: 'a note of theirs' },
        { topic: 'racism', words: undefined },
      ],
      images: [
        {
          ...{ part: 'f1', kind: 'photo', alt: 'A table', caption: 'Ours', openToAi: true },
          saysSafe: false,
          ...shownPicture('f1'),
        },
        {
          ...{ part: 'a1', kind: 'artwork', alt: 'A face', caption: undefined, openToAi: true },
          saysSafe: false,
          ...shownPicture('a1'),
        },
      ],
      sound: {
        ...{ part: 'v1', seconds: 9, peaks: [1, 20], openToAi: true },
        ...shownSound,
        transcript: [{ start: 0, end: 1, text: 'spoken' }],
      },
      translations: [
        {
          ...{ part: 't1', language: 'ur', title: 'Another title', summary: 'Another summary' },
          wordsFile: 'contributions/told01/t1.md',
          credit: { as: 'full-name', name: 'Somebody Translating' },
        },
      ],
      more: [
        {
          ...{ part: 'm1', form: 'easy-read', language: 'en' },
          wordsFile: 'contributions/told01/m1.md',
        },
      ],
      ...{ publishedOn: '2026-06-20', searchable: true, openToAi: true, openLicence: true },
      uses: Object.fromEntries(
        ['words', 'photo', 'voice', 'artwork'].map((kind) => [
          kind,
          ['web', 'search', 'ai', 'open-licence'],
        ]),
      ),
      example: false,
      thanks: false,
      licence: { name: 'CC-BY-4.0', attribution: 'Somebody' },
    });
  });

  test('has no picture, voice, transcript, translation or further words that are closed', () => {
    const words = tell(whole({}, { grants: { web: ['words'] } }));
    expect([words.images, words.sound, words.openToAi, words.openLicence]).toEqual([
      ...[[], undefined, false, false],
    ]);
    expect([words.translations.length, words.more.length]).toEqual([1, 1]);
    const standing = {
      ...ALONE,
      ...{ themes: ['care'], places: ['southall'], series: ['kitchen'] },
      voice: { id: 'v1', file: 'v1.wav', stands_alone: true, transcript: 'v1.vtt' },
    };
    const voice = tell(approved(held(standing, { grants: { web: ['voice'], ai: ['voice'] } })));
    expect([voice.title, voice.wordsFile, voice.images, voice.translations, voice.more]).toEqual([
      ...[undefined, undefined, [], [], []],
    ]);
    expect([voice.contentNotes, voice.themes, voice.places, voice.series]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(voice.sound).toMatchObject({ part: 'v1', transcript: undefined, openToAi: true });
    expect(voice.openToAi).toBe(true);
  });

  test('has no picture or recording of which there is no clean copy', () => {
    const story = tell(whole(), { photos: new Map(), sounds: new Map() });
    expect([story.images, story.sound]).toEqual([[], undefined]);
    const silent = approved(held({}, YES));
    expect(
      tell(silent, { photos: new Map(), sounds: new Map([['', MEDIA.sounds.get('v1')!]]) }).sound,
    ).toBe(undefined);
  });

  test('says yes to machines only when every part does', () => {
    const grants = { web: ALL, ai: ['words', 'voice', 'artwork'], 'open-licence': ['words'] };
    const story = tell(whole({}, { grants }));
    expect([story.openToAi, story.openLicence]).toEqual([false, false]);
    expect(story.images.map(({ openToAi: isOpen }) => isOpen)).toEqual([false, true]);
    expect(story.sound?.openToAi).toBe(true);
  });

  test('has no words where there are none, and no credit where nobody wrote one', () => {
    expect(tell({ ...whole(), body: ' \n' }).wordsFile).toBe(undefined);
    const blank = approved({ ...held(ALONE, YES), body: ' \n' });
    expect(tell(blank)).toMatchObject({ title: 'Bread on a Friday', wordsFile: undefined });
    const translations = [
      { id: 't1', language: 'ur', words: 'x', credit: { as: 'anonymous', name: 'HIDDEN' } },
      { id: 't2', language: 'hi', words: 'y' },
      { id: 't3', language: 'pa', words: 'z', credit: { name: 'NOT SAID HOW' } },
    ];
    expect(tell(whole({ translations })).translations.map(({ credit }) => credit)).toEqual([
      { as: 'anonymous' },
      undefined,
      undefined,
    ]);
  });

  test('names a licence only while something is shown', () => {
    const licence = { name: 'CC-BY-4.0' };
    expect(tell(whole({ licence }, { grants: { web: ['photo'] } })).licence).toEqual(licence);
    expect(tell(whole({ licence }, { grants: {} })).licence).toBe(undefined);
    expect(tell(whole({ licence }, { grants: {} })).openToAi).toBe(false);
  });

  test('keeps its words and its media under addresses that say nothing', () => {
    expect(wordsFileOf('told01', 't1')).toBe('contributions/told01/t1.md');
    expect(mediaPath('told01', copyOf('jpeg', 'ab12').clean)).toBe('/media/told01/ab12.jpg');
  });
});

describe('what the audit must not find', () => {
  const texts = (one: HeldContribution): readonly string[] =>
    withheldTexts(admit(one, DAY)).map(({ label, text }) => `${label}: ${text}`);
  const VTT =
    'WEBVTT - a title\n\nNOTE nothing\n\n1\n00:00.000 --> 00:01.000\n<v Somebody>Spoken <i>words</i></v>\r\n7 of us came\n';

  test('is nothing where everything is let out', () => {
    expect(texts(whole())).toEqual([]);
  });

  test('is words with marks both as they were typed and as they are read', () => {
    const body = 'Ask [the library](https://library.example) and *her*.\n';
    const more = [{ id: 'm1', form: 'short', language: 'en', words: 'A **short** one' }];
    const held = approved({ ...whole({ more, hold: true }), body });
    expect(texts(held).filter((text) => / (?:body|m1\.words):/.test(text))).toEqual([
      `told01 body: ${body}`,
      'told01 body: Ask the library and her.',
      'told01 m1.words: A **short** one',
      'told01 m1.words: A short one',
    ]);
  });

  test('is every word of what is held, and the id', () => {
    expect(texts(whole({ hold: true })).concat()).toEqual([
      'told01 title: Bread on a Friday',
      'told01 summary: A summary of it',
      'told01 body: We baked, and the street came.\n',
      'told01 credit.name: Somebody Chosen',
      'told01 content_notes: a note of theirs',
      'told01 f1.alt: A table',
      'told01 f1.caption: Ours',
      'told01 a1.alt: A face',
      'told01 t1.title: Another title',
      'told01 t1.summary: Another summary',
      'told01 t1.words: Other words',
      'told01 t1.credit.name: Somebody Translating',
      'told01 m1.words: Easy words',
      // It had been public, so its address says so and its id is no secret.
    ]);
  });

  test('is the id too, where no trace may be seen and the id is no plain word', () => {
    const never = whole({ hold: true, published_on: undefined });
    expect(texts(never)).toContain('told01 id: told01');
    expect(texts({ ...never, id: 'abcdef' })).not.toContain('abcdef id: abcdef');
    const gone = whole({}, { withdrawn_on: DAY, on_withdrawal: 'no-trace' });
    expect(texts(gone)).toContain('told01 id: told01');
    expect(texts(whole({ hold: true }))).not.toContain('told01 id: told01');
  });

  test('is nothing where a field is empty or was never written', () => {
    const bare = { credit: undefined, summary: ' \n', content_notes: [], published_on: undefined };
    const translations = [{ id: 't1', language: 'ur', words: 'x' }];
    const one = held({ ...bare, translations }, {}, { id: 'abcdef', body: '\n' });
    expect(texts(one)).toEqual(['abcdef title: Bread on a Friday', 'abcdef t1.words: x']);
  });

  test('is what was spoken, also where a line only looks like a mark', () => {
    const transcript = 'WEBVTT\n\n12\n00:00.000 --> 00:01.000\nat 7\nTHE WEBVTT\na NOTE of it\n';
    expect(texts(approved(held({}, YES, { transcript })))).toEqual([
      'told01 .transcript: at 7\nTHE WEBVTT\na NOTE of it',
    ]);
  });

  test('is only the picture’s words where only the picture is closed', () => {
    expect(texts(whole({}, { grants: { web: ['words', 'voice', 'artwork'] } }))).toEqual([
      'told01 f1.alt: A table',
      'told01 f1.caption: Ours',
    ]);
  });

  test('is what was spoken, line by line, where the transcript is closed', () => {
    const closed = approved(held(ALONE, { grants: { web: ['words'] } }, { transcript: VTT }));
    expect(texts(closed)).toContain('told01 v1.transcript: Spoken words\n7 of us came');
    const open = approved(held(ALONE, YES, { transcript: VTT }));
    expect(texts(open)).toEqual([]);
    expect(texts(approved(held({}, YES, { transcript: VTT })))).toEqual([
      'told01 .transcript: Spoken words\n7 of us came',
    ]);
  });

  test('is the name of a contributed file, unless it says nothing', () => {
    const names = [
      ...[
        'Maria Ward.jpg',
        'f1.jpg',
        'f1-safe.jpg',
        'story.vtt',
        'safe.jpeg',
        'abcd1.jpg',
        'f123456.jpg',
      ],
      ...[
        'xf1.jpg.x',
        'IMG_4711.jpg',
        'F1.JPG',
        'f1.j',
        'f1.jpegxx',
        'f1 .jpg',
        'a1.mp3',
        'abc1.jpg',
        'f12345.jpg',
        'my story.jpg',
      ],
    ];
    const media = new Map(names.map((name) => [name, { path: `/kept/${name}`, sha256: name }]));
    const found = withheldTexts(admit({ ...whole(), media }, DAY)).filter(({ label }) =>
      label.endsWith(' file'),
    );
    expect(found.map(({ text }) => text)).toEqual([
      ...['Maria Ward.jpg', 'abcd1.jpg', 'f123456.jpg', 'xf1.jpg.x', 'IMG_4711.jpg'],
      ...['f1.j', 'f1.jpegxx', 'f1 .jpg', 'my story.jpg'],
    ]);
  });

  test('is a name written beside an anonymous credit, of the maker or a translator', () => {
    const credit = { as: 'anonymous', name: 'Somebody Hidden' };
    const translations = [
      { id: 't1', language: 'ur', words: 'x', credit: { as: 'anonymous', name: 'Another Hidden' } },
      { id: 't2', language: 'hi', words: 'y', credit: { as: 'full-name', name: 'Not Hidden' } },
      { id: 't3', language: 'pa', words: 'z' },
    ];
    expect(texts(whole({ credit, translations }))).toEqual([
      'told01 credit.name: Somebody Hidden',
      'told01 credit.name: Another Hidden',
    ]);
  });

  test('is every contributed file as it came', () => {
    const one = held({ photos: [{ id: 'f1', file: 'f1.jpg', alt: 'A picture.' }] });
    const two = held(
      { photos: [{ id: 'f1', file: 'f9.jpg', alt: 'A picture.' }] },
      {},
      { id: 'other1' },
    );
    expect([...originalsOf([one, two])]).toEqual([
      ['of f1.jpg', 'told01 original file'],
      ['of f9.jpg', 'other1 original file'],
    ]);
  });
});
