import { describe, expect, test } from 'vitest';
import { PHOTO_FORMATS } from '#media/formats.ts';
import type { CleanPhoto, DerivedFile } from '#media/media.ts';
import { admit } from '#release/admit.ts';
import { approvalsOf, factsOf } from '#release/facts.ts';
import { photoTexts } from '#release/safe-copy.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { withheldTexts } from '#release/withheld-texts.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { digestOf } from '#repository/digests.ts';
import { approved, held } from '#support/held.ts';
import type { Fields } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const VTT = (words: string) => `WEBVTT\n\n00:00.000 --> 00:01.000\n${words}\n`;
const covering = (change: Fields = {}): Fields => ({
  ...{ file: 'f1-safe.jpg', covers: ['p2'], checked_on: DAY },
  ...change,
});
/** A photograph of somebody who was not asked; the copy hides them. */
const photo = (change: Fields = {}): Fields => ({
  ...{ id: 'f1', file: 'f1.jpg', alt: 'Sharifa', caption: 'Hers', people: ['p2'] },
  ...change,
});
const voice = (change: Fields = {}, safe: Fields = {}): Fields => ({
  ...{ id: 'v1', file: 'v1.wav', transcript: 'v1.vtt', people: ['p2'] },
  safe: { ...covering({ file: 'v1-safe.wav' }), transcript: 'v1-safe.vtt', ...safe },
  ...change,
});
const GRANTS = { grants: { web: ['words', 'photo', 'voice'], ai: ['words', 'photo', 'voice'] } };
const pictured = (...photos: readonly Fields[]): HeldContribution =>
  approved(held({ photos }, GRANTS));
const spoken = (change: Fields = {}, safe: Fields = {}): HeldContribution =>
  approved(
    held({ voice: voice(change, safe) }, GRANTS, {
      transcript: VTT('Sharifa spoke'),
      safeTranscript: VTT('Somebody spoke'),
    }),
  );
const withheld = (one: HeldContribution) =>
  withheldTexts(admit(one, DAY)).map(({ label, text }) => `${label}: ${text}`);

describe('beside the safe copy of a picture', () => {
  const derived = { name: 'a.jpg', type: 'image/jpeg', bytes: 1 } as unknown as DerivedFile;
  const copies = Object.fromEntries(PHOTO_FORMATS.map((format) => [format, [derived]]));
  const clean = { notes: [], copies } as unknown as CleanPhoto;
  const shown = (one: HeldContribution) =>
    toReleasedStory(admit(one, DAY), { photos: new Map([['f1', clean]]), sounds: new Map() }, [])
      .images;

  test('stand its own words, and those of the picture are looked for on the site', () => {
    const one = pictured(photo({ safe: covering({ alt: 'A table', caption: 'Blurred' }) }));
    expect(shown(one)).toMatchObject([{ alt: 'A table', caption: 'Blurred', saysSafe: false }]);
    expect(withheld(one)).toEqual(['told01 f1.alt: Sharifa', 'told01 f1.caption: Hers']);
  });

  test('stands that it is a safe copy, where it has no words of its own', () => {
    for (const own of [{}, { alt: ' \n' }]) {
      const one = pictured(photo({ safe: covering(own) }));
      expect(shown(one)).toMatchObject([{ saysSafe: true, caption: undefined, openToAi: true }]);
    }
    expect(shown(pictured(photo({ safe: covering() })))[0]?.alt).toBe('');
  });

  test('stands nothing of it where the picture itself is shown, and its words are looked for', () => {
    const safe = covering({ alt: 'A table', caption: 'Blurred' });
    const one = pictured(photo({ people: [], safe }));
    expect(shown(one)).toMatchObject([{ alt: 'Sharifa', caption: 'Hers', saysSafe: false }]);
    expect(withheld(one)).toEqual([
      'told01 f1.safe.alt: A table',
      'told01 f1.safe.caption: Blurred',
    ]);
    const bare = pictured(photo({ people: [], alt: undefined, decorative: true }));
    expect(shown(bare)).toMatchObject([{ alt: '', saysSafe: false }]);
  });

  test('is nothing, and all words of both are looked for, where neither is shown', () => {
    const safe = covering({ alt: 'A table', caption: 'Blurred', covers: [] });
    const one = pictured(photo({ safe }));
    expect(shown(one)).toEqual([]);
    expect(withheld(one)).toEqual([
      ...['told01 f1.alt: Sharifa', 'told01 f1.caption: Hers'],
      ...['told01 f1.safe.alt: A table', 'told01 f1.safe.caption: Blurred'],
    ]);
  });

  test('a copy that is asked for and is not there has no words', () => {
    const [bare] = held({ photos: [photo()] }).fields.photos;
    expect(bare && photoTexts(bare, 'safe')).toEqual({ alt: undefined, caption: undefined });
  });
});

describe('a picture is described', () => {
  const isDescribed = (change: Fields) => {
    const part = factsOf(held({ photos: [photo(change)] })).parts.find(({ id }) => id === 'f1');
    return [part?.described, part?.safe?.described];
  };

  test.each([
    ['where somebody wrote what can be seen in it', { alt: 'A table' }, true],
    ['where it is only a decoration', { alt: undefined, decorative: true }, true],
    ['not where nothing is written', { alt: undefined }, false],
    ['not where spaces are written', { alt: ' \n' }, false],
  ])('%s', (_name, change, answer) => {
    expect(isDescribed(change)).toEqual([answer, undefined]);
    expect(isDescribed({ ...change, safe: covering() })).toEqual([answer, answer]);
  });

  test('as its safe copy, by the words of that copy too, but not by spaces', () => {
    const bare = { alt: undefined };
    expect(isDescribed({ ...bare, safe: covering({ alt: 'A table' }) })).toEqual([false, true]);
    expect(isDescribed({ ...bare, safe: covering({ alt: ' ' }) })).toEqual([false, false]);
  });
});

describe('beside the safe copy of a voice', () => {
  test('stands its own transcript, and what was said in full is looked for', () => {
    const one = spoken();
    expect(admit(one, DAY).open.get('v1-transcript')).toMatchObject({ copy: 'safe' });
    expect(withheld(one)).toEqual(['told01 v1.transcript: Sharifa spoke']);
  });

  test('stands none where it has none, and both are looked for', () => {
    const one = spoken({}, { transcript: undefined });
    expect([...admit(one, DAY).open.keys()]).toEqual(['words', 'v1']);
    expect(withheld(one)).toEqual([
      ...['told01 v1.transcript: Sharifa spoke', 'told01 v1.safe.transcript: Somebody spoke'],
    ]);
  });

  test('stands its own where the voice itself has none', () => {
    const one = spoken({ transcript: undefined });
    expect(admit(one, DAY).open.get('v1-transcript')).toMatchObject({ copy: 'safe' });
  });

  test('stands nothing of it where the voice itself is heard, with its own transcript or none', () => {
    const one = spoken({ people: [] });
    expect(admit(one, DAY).open.get('v1-transcript')).toMatchObject({ copy: 'as-approved' });
    expect(withheld(one)).toEqual(['told01 v1.safe.transcript: Somebody spoke']);
    const bare = admit(spoken({ people: [], transcript: undefined }), DAY);
    expect(bare.decision.parts.get('v1-transcript')).toEqual({
      verdict: 'withhold',
      refusals: [{ reason: 'nothing-to-show' }],
    });
  });
});

describe('the approval of a safe copy is bound', () => {
  const ofPhoto = (safe: Fields, change: Fields = {}) =>
    approvalsOf(held({ photos: [photo({ ...change, safe: covering(safe) })] })).get('f1-safe');
  const ofVoice = (change: Fields, safe: Fields, id = 'v1-safe') =>
    approvalsOf(held({ voice: voice(change, safe) })).get(id);
  const file = 'of f1-safe.jpg';
  const sound = 'of v1-safe.wav';
  const none = { transcript: undefined };

  test('to its file and its own words where it has any, and not to those of the picture', () => {
    for (const own of [{ alt: 'A', caption: 'B' }, { alt: 'A' }, { caption: 'B' }])
      expect(ofPhoto(own)).toBe(digestOf({ file, own }));
  });

  test('to its file and the words of the picture where it has none', () => {
    expect(ofPhoto({}, { alt: 'A', caption: 'B' })).toBe(
      digestOf({ file, alt: 'A', caption: 'B' }),
    );
  });

  test('to its file and its own transcript, or that of the voice where it has none', () => {
    expect(ofVoice({}, {})).toBe(digestOf({ file: sound, own: { transcript: 'of v1-safe.vtt' } }));
    expect(ofVoice({}, none)).toBe(digestOf({ file: sound, transcript: 'of v1.vtt' }));
    expect(ofVoice(none, none)).toBe(digestOf({ file: sound }));
    expect(ofVoice(none, none, 'v1')).toBe(digestOf({ file: 'of v1.wav' }));
  });
});

describe('the name of a whole', () => {
  const names = (change: Fields) =>
    withheldTexts(admit(held({ hold: true, ...change }), DAY))
      .filter(({ isName }) => isName)
      .map(({ label }) => label);

  test('may be that of something else too: a title, and a group’s; a person’s may not', () => {
    const credit = (as: string) => ({ credit: { as, name: 'Sharifa' } });
    const part = { id: 't1', language: 'ur', title: 'T', words: 'x' };
    expect(names(credit('chosen-name'))).toEqual(['told01 title']);
    expect(names({ translations: [{ ...part, ...credit('full-name') }] })).toEqual([
      ...['told01 title', 'told01 t1.title'],
    ]);
    expect(
      names({ ...credit('collective'), translations: [{ ...part, ...credit('collective') }] }),
    ).toEqual(['told01 title', 'told01 credit.name', 'told01 t1.title', 'told01 t1.credit.name']);
  });
});

describe('of a transcript that cannot be read', () => {
  test('all that may be words is looked for, and no times, numbers or notes', () => {
    const transcript = [
      ...['WEBVTT a title', '', '12', '00:00 --> nowhere', 'NOTE of ours', '<v Her>Spoken', 'at 7'],
      ...['7 came', 'THE WEBVTT', 'a NOTE'],
    ];
    for (const end of ['\n', '\r\n']) {
      const one = held({ voice: voice(), hold: true }, {}, { transcript: transcript.join(end) });
      expect(withheld(one)).toContain(
        'told01 v1.transcript: \nSpoken\nat 7\n7 came\nTHE WEBVTT\na NOTE',
      );
    }
  });

  test('each line of one that can be read is told from the next', () => {
    const two = `${VTT('one')}\n00:01.000 --> 00:02.000\ntwo\n`;
    const one = held({ voice: voice(), hold: true }, {}, { transcript: two });
    expect(withheld(one)).toContain('told01 v1.transcript: one\ntwo');
  });
});
