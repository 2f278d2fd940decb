import { contribution } from '#records/contribution.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { approvalsOf } from '#release/facts.ts';
import { type Fields, openRecord } from './small-archive.ts';

/** Every kind of part there is, each with words and a file of its own. */
export const EVERY_PART: Fields = {
  summary: 'A summary of it',
  credit: { as: 'chosen-name', name: 'Somebody Chosen' },
  content_notes: [{ topic: 'illness', words: 'a note of theirs' }, { topic: 'racism' }],
  photos: [
    {
      id: 'f1',
      file: 'f1.jpg',
      alt: 'A table',
      caption: 'Ours',
      people: ['p2'],
      stands_alone: true,
    },
    {
      ...{ id: 'a1', kind: 'artwork', file: 'a1.png', alt: 'A face' },
      needs_safe: true,
      safe: { file: 'a1-safe.png' },
    },
  ],
  voice: { id: 'v1', file: 'v1.wav', transcript: 'v1.vtt', safe: { file: 'v1-safe.wav' } },
  translations: [
    {
      id: 't1',
      language: 'ur',
      title: 'Another title',
      summary: 'Another summary',
      words: 'Other words',
      credit: { as: 'full-name', name: 'Somebody Translating' },
    },
  ],
  more: [{ id: 'm1', form: 'easy-read', language: 'en', words: 'Easy words' }],
};

/** A contribution held in memory, as it would be read from its folder; its files have digests of their own. */
export function held(
  change: Fields = {},
  maker: Fields = {},
  rest: Partial<HeldContribution> = {},
): HeldContribution {
  const fields = contribution.parse(openRecord(change, maker));
  const voices = fields.voice === undefined ? [] : [fields.voice];
  const names = [
    ...[...fields.photos, ...voices].flatMap(({ file, safe }) => [
      file,
      ...(safe ? [safe.file] : []),
    ]),
    ...voices.flatMap(({ transcript, safe }) => [transcript ?? [], safe?.transcript ?? []].flat()),
  ];
  return {
    id: 'told01',
    file: 'stories/told01/story.md',
    folder: 'stories/told01',
    fields,
    body: 'We baked, and the street came.\n',
    media: new Map(names.map((name) => [name, { path: `/kept/${name}`, sha256: `of ${name}` }])),
    ...rest,
  };
}

/** The same with everything in it approved by every maker, as it is now. */
export function approved(one: HeldContribution): HeldContribution {
  const digests = Object.fromEntries(approvalsOf(one));
  const consents = one.fields.consents.map((each) => ({ ...each, approved: digests }));
  return { ...one, fields: { ...one.fields, consents } };
}
