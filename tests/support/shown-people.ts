import { type Fields, openRecord } from './small-archive.ts';

/** The yes of whoever made a piece. */
export const maker = (openRecord()['consents'] as readonly Fields[])[0] as Fields;

/** What somebody who is shown in it answered: yes to their photographs on the web, unless it says otherwise. */
export const depicted = (change: Fields): Fields => ({
  ...maker,
  person: 'p2',
  interest: 'depicted',
  grants: { web: ['photo'] },
  ...change,
});

/** A photograph in a file of its own name. */
export const photo = (id: string, change: Fields = {}): Fields => ({
  id,
  file: `${id}.jpg`,
  alt: 'Two people at a table',
  ...change,
});
