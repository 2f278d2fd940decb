import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { USES } from '#consent/uses.ts';
import { canary } from '#support/canary.ts';
import { photographWith, soundWith } from '#support/media-made-here.ts';

/** The day the archive of every state is built for. */
export const BUILT_FOR = '2026-11-22';

// biome-ignore lint/suspicious/noExplicitAny: a record is changed freely here, also into wrong ones.
type Fields = any;

/** One contribution: what is changed in a record that would be let out whole, and what is then shown. */
export interface Case {
  readonly name: string;
  readonly change?: (fields: Fields) => void;
  /** Made after the approvals were written. */
  readonly after?: (fields: Fields, body: string) => string | undefined;
  /** Fields whose marker must be on the site; all others must be nowhere. */
  readonly shows: readonly string[];
  /** What the address answers. */
  readonly address: 'page' | 'tombstone' | 'nothing';
}

const WORDS = ['title', 'summary', 'body', 'note', 'credit', 'words1', 'easy'];
const PHOTO = ['alt', 'caption'];
const VOICE = ['transcript'];
const ALL = [...WORDS, ...PHOTO, ...VOICE];

const maker = (fields: Fields): Fields => fields.consents[0];
const set = (change: object) => (fields: Fields) => Object.assign(fields, change);
const setMaker = (change: object) => (fields: Fields) => Object.assign(maker(fields), change);
const add = (record: object) => (fields: Fields) =>
  fields.consents.push({ ...maker(fields), person: 'p2', ...record });
const never = (change: (fields: Fields) => void) => (fields: Fields) => {
  change(fields);
  fields.published_on = undefined;
};

const hidden = (
  name: string,
  change: Case['change'],
  address: Case['address'] = 'nothing',
): Case => ({ name, change, shows: [], address });
const whole = (name: string, change?: Case['change']): Case => ({
  name,
  change,
  shows: ALL,
  address: 'page',
});

const STOPS = ['refused', 'expired', 'withdrawn', 'revoked', 'invalidated'] as const;
const WAITS = ['unknown', 'requested', 'deferred'] as const;
const OTHER_USES = USES.filter((use) => use !== 'web');
const MAKER_NEEDS = [
  'given_on',
  'expires_on',
  'information_sheet',
  'language',
  'method',
  'age_band',
  'grants',
  'approved',
  'state',
] as const;
const CHILD = {
  age_band: 'child',
  assent_on: '2026-06-01',
  guardian_on: '2026-06-01',
  reconsent_due: '2028-01-01',
};

/** One case for each state and each refusal (docs/consent.md, A02 to A15), and some that are let out. */
export const CASES: readonly Case[] = [
  whole('whole'),
  whole('renewed', setMaker({ state: 'renewed' })),
  whole('child', setMaker(CHILD)),
  whole('embargotoday', set({ embargo_until: BUILT_FOR })),
  whole('expirestomorrow', setMaker({ expires_on: '2026-11-23' })),
  whole('nosearch', (fields) => {
    maker(fields).grants = { web: ['words', 'photo', 'voice'] };
  }),
  {
    ...whole('anonymous', (fields) => {
      fields.credit.as = 'anonymous';
    }),
    shows: ALL.filter((field) => field !== 'credit'),
  },
  ...STOPS.map((state) => hidden(`stop${state}`, setMaker({ state }), 'tombstone')),
  ...STOPS.map((state) => hidden(`never${state}`, never(setMaker({ state })))),
  ...WAITS.map((state) => hidden(`wait${state}`, setMaker({ state }))),
  ...MAKER_NEEDS.map((field) => ({
    ...hidden(`without${field.replaceAll('_', '')}`, () => {}),
    after: (fields: Fields) => {
      delete maker(fields)[field];
      return undefined;
    },
  })),
  ...OTHER_USES.map((use) =>
    hidden(
      `only${use.replaceAll('-', '')}`,
      setMaker({ grants: { [use]: ['words', 'photo', 'voice'] }, exhibitions: 'any' }),
    ),
  ),
  hidden('heldtrue', set({ hold: true }), 'tombstone'),
  hidden('heldabsent', set({ hold: undefined }), 'tombstone'),
  hidden('heldnever', never(set({ hold: true }))),
  hidden('embargoed', set({ embargo_until: '2026-11-23' })),
  hidden('expirestoday', setMaker({ expires_on: BUILT_FOR }), 'tombstone'),
  hidden('withdrawntoday', setMaker({ withdrawn_on: BUILT_FOR }), 'tombstone'),
  hidden('withdrawnquietly', setMaker({ withdrawn_on: BUILT_FOR, on_withdrawal: 'no-trace' })),
  hidden('noreview', set({ review: undefined })),
  hidden('reviewpending', set({ review: { outcome: 'pending', on: '2026-06-14' } })),
  hidden('reviewrefused', set({ review: { outcome: 'refused', on: '2026-06-14' } })),
  hidden('reviewtomorrow', set({ review: { outcome: 'cleared', on: '2026-11-23' } })),
  hidden('nocredit', set({ credit: undefined })),
  hidden('noconsents', set({ consents: [] })),
  hidden('giventomorrow', setMaker({ given_on: '2026-11-23' })),
  hidden('childassentonly', setMaker({ ...CHILD, guardian_on: undefined })),
  hidden('childguardianonly', setMaker({ ...CHILD, assent_on: undefined })),
  hidden('childgrown', setMaker({ ...CHILD, reconsent_due: BUILT_FOR })),
  hidden('youngnoassent', setMaker({ age_band: 'young-person', reconsent_due: '2028-01-01' })),
  hidden('indoubt', setMaker({ capacity: 'in-doubt' })),
  hidden('cocreatorwaits', add({ interest: 'co-creator', state: 'requested' })),
  hidden('named', add({ interest: 'identifiable-in-words', state: 'refused' })),
  { ...hidden('bodychanged', () => {}), after: (_fields, body) => `${body} One letter more.` },
  {
    ...hidden('titlechanged', () => {}),
    after: (fields) => {
      fields.title += '.';
      return undefined;
    },
  },
  {
    ...hidden('creditchanged', () => {}),
    after: (fields) => {
      fields.credit = { as: 'full-name', name: `${fields.credit.name} Other` };
      return undefined;
    },
  },
  {
    ...hidden('notechanged', () => {}),
    after: (fields) => {
      fields.content_notes[0].words += ' More.';
      return undefined;
    },
  },
  {
    name: 'novoice',
    change: setMaker({ grants: { web: ['words', 'photo'], search: ['words'] } }),
    shows: [...WORDS, ...PHOTO],
    address: 'page',
  },
  {
    name: 'nowords',
    change: (fields) => {
      maker(fields).grants = { web: ['photo'] };
      fields.photos[0].stands_alone = true;
    },
    shows: PHOTO,
    address: 'page',
  },
  {
    name: 'bystander',
    change: (fields) => {
      fields.photos[0].people = ['p9'];
    },
    shows: [...WORDS, ...VOICE],
    address: 'page',
  },
  {
    name: 'bystanderwithdrew',
    change: (fields) => {
      fields.photos[0].people = ['p2'];
      add({ interest: 'depicted', withdrawn_on: BUILT_FOR })(fields);
    },
    shows: [...WORDS, ...VOICE],
    address: 'page',
  },
  {
    name: 'safecopy',
    change: (fields) => {
      fields.photos[0].people = ['p9'];
      fields.photos[0].safe = { file: 'f1-safe.jpg', covers: ['p9'], checked_on: '2026-06-14' };
    },
    // What is said of the photograph may name whom the safe copy hides.
    shows: ALL.filter((field) => !PHOTO.includes(field)),
    address: 'page',
  },
  {
    name: 'safeown',
    change: (fields) => {
      const own = { alt: canary('safeown', 'safealt'), caption: canary('safeown', 'safecaption') };
      const safe = { file: 'f1-safe.jpg', covers: ['p9'], checked_on: '2026-06-14' };
      Object.assign(fields.photos[0], { people: ['p9'], safe: { ...safe, ...own } });
    },
    shows: [...WORDS, ...VOICE, 'safealt', 'safecaption'],
    address: 'page',
  },
  {
    name: 'undescribed',
    change: (fields) => {
      fields.photos[0].alt = ' ';
    },
    shows: [...WORDS, ...VOICE],
    address: 'page',
  },
  {
    name: 'needssafe',
    change: (fields) => {
      fields.photos[0].needs_safe = true;
    },
    shows: [...WORDS, ...VOICE],
    address: 'page',
  },
  {
    name: 'altchanged',
    change: () => {},
    after: (fields) => {
      fields.photos[0].alt += '.';
      return undefined;
    },
    shows: [...WORDS, ...VOICE],
    address: 'page',
  },
  {
    name: 'translationchanged',
    change: () => {},
    after: (fields) => {
      fields.translations[0].words += '.';
      return undefined;
    },
    shows: ALL.filter((field) => field !== 'words1'),
    address: 'page',
  },
  {
    name: 'voicerefused',
    change: add({ interest: 'voice', state: 'refused' }),
    shows: [...WORDS, ...PHOTO],
    address: 'page',
  },
];

const FIELDS = [...ALL, 'exif', 'tag', 'filename', 'sheet', 'work'] as const;

/** The markers of one case: those that must be on the site, and those that must not. */
export function markersOf({ name, shows }: Case): {
  readonly shown: readonly string[];
  readonly kept: readonly string[];
} {
  const marker = (field: string): string => canary(name, field);
  return {
    shown: shows.map(marker),
    kept: FIELDS.filter((field) => !shows.includes(field)).map(marker),
  };
}

/** An id for a case that says nothing of it. */
export function idOf({ name }: Case): string {
  return `c${canary(name, 'id').slice(-8)}`;
}

/** Writes the archive before anything is approved. */
export async function writeEveryState(content: string): Promise<void> {
  for (const folder of ['themes', 'places', 'stories'])
    await mkdir(join(content, folder), { recursive: true });
  await writeFile(
    join(content, 'settings.yaml'),
    'name: An archive of every state\nurl: https://archive.example\n',
  );
  await writeFile(join(content, 'themes', 'care.yaml'), 'name: { en: Care }\n');
  await writeFile(join(content, 'places', 'southall.yaml'), 'name: { en: Southall }\n');
  for (const [index, each] of CASES.entries()) await writeCase(content, each, index + 1);
}

async function writeCase(content: string, each: Case, seed: number): Promise<void> {
  const folder = join(content, 'stories', idOf(each));
  await mkdir(folder, { recursive: true });
  const fields = recordOf(each.name);
  each.change?.(fields);
  await writeRecord(content, each, fields, bodyOf(each.name));
  const exif = canary(each.name, 'exif');
  await writeFile(join(folder, fields.photos[0].file), await photographWith(exif, seed));
  await writeFile(join(folder, 'f1-safe.jpg'), await photographWith(exif, seed + 100));
  await writeFile(join(folder, 'v1.wav'), soundWith(canary(each.name, 'tag'), 200 + seed * 10));
  await writeFile(
    join(folder, 'v1.vtt'),
    `WEBVTT\n\n00:00.000 --> 00:01.900\n${canary(each.name, 'transcript')} was said aloud\n`,
  );
}

export async function writeRecord(
  content: string,
  each: Case,
  fields: Fields,
  body: string,
): Promise<void> {
  await writeFile(
    join(content, 'stories', idOf(each), 'story.md'),
    `---\n${stringify(fields)}---\n${body}`,
  );
}

function bodyOf(name: string): string {
  return `\n${canary(name, 'body')} is what was told, and **it goes on** for a while.\n`;
}

function recordOf(name: string): Fields {
  const marker = (field: string): string => canary(name, field);
  return {
    title: marker('title'),
    language: 'en',
    kind: 'story',
    summary: marker('summary'),
    themes: ['care'],
    places: ['southall'],
    credit: { as: 'chosen-name', name: marker('credit') },
    content_notes: [{ topic: 'bereavement', words: marker('note') }],
    photos: [
      {
        id: 'f1',
        file: `${marker('filename')}.jpg`,
        alt: marker('alt'),
        caption: marker('caption'),
      },
    ],
    voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt' },
    translations: [
      { id: 't1', language: 'pl', words: marker('words1'), credit: { as: 'anonymous' } },
    ],
    more: [{ id: 'e1', form: 'easy-read', language: 'en', words: marker('easy') }],
    review: { outcome: 'cleared', on: '2026-06-14' },
    hold: false,
    published_on: '2026-06-20',
    work: marker('work'),
    consents: [
      {
        person: 'p1',
        interest: 'contributor',
        state: 'given',
        given_on: '2026-06-01',
        expires_on: '2031-06-01',
        information_sheet: marker('sheet'),
        language: 'en',
        method: 'paper',
        age_band: 'adult',
        grants: { web: ['words', 'photo', 'voice'], search: ['words'] },
      },
    ],
  };
}
