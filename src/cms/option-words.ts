import type { Choice } from './fields.ts';

/** The words a facilitator reads for a value of a closed list, where the value itself is not plain. */
const SAID: Readonly<Record<string, string>> = {
  web: 'On this website',
  search: 'Found by search',
  exhibition: 'In an exhibition',
  print: 'In print',
  social: 'On social media',
  press: 'In newspapers, radio or TV',
  teaching: 'For teaching',
  research: 'For research',
  deposit: 'Kept by another archive',
  ai: 'To train computers (AI)',
  'open-licence': 'For anyone to reuse',
  photo: 'Photographs',
  words: 'Words',
  voice: 'Voice',
  artwork: 'Artwork',
  contributor: 'Made it',
  'co-creator': 'Helped to make it',
  depicted: 'Can be seen in it',
  'identifiable-in-words': 'Can be known from the words',
  'chosen-name': 'A name they chose',
  cleared: 'Checked: it may be shown',
  pending: 'Still being checked',
  licence: 'Under a licence',
  'best-interests': 'Decided for them, in their best interests',
  'in-doubt': 'Not sure they could decide',
  presumed: 'They could decide for themselves',
  notice: 'Leave a short note that it was here',
  'no-trace': 'Leave nothing at all',
  given: 'Yes, they said yes',
  renewed: 'Yes, they said yes again',
  refused: 'No, they said no',
  unknown: 'We do not know',
  requested: 'We have asked',
  deferred: 'They want to think about it',
  expired: 'It has run out',
  withdrawn: 'They changed their mind',
  revoked: 'We stopped it',
  invalidated: 'It was not taken properly',
  heard: 'We have heard you',
  cannot: 'We cannot do this',
};

/** Words of a list that mean something else elsewhere. */
const SAID_HERE: Readonly<Record<string, string>> = {
  'interest.voice': 'Can be heard in it',
  'photos.kind.photo': 'Photograph',
  'method.audio': 'A sound recording',
  'method.video': 'A film',
  'outcome.refused': 'Checked: it may not be shown',
};

/** A closed list as choices. `list` tells lists with the same value apart. */
export function choices(values: readonly string[], list = ''): readonly Choice[] {
  return values.map((value) => ({
    value,
    label: SAID_HERE[`${list}.${value}`] ?? SAID[value] ?? asWords(value),
  }));
}

function asWords(value: string): string {
  const words = value.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Languages people here tell stories in; the settings may add to them. */
const TOLD_IN = [
  'en',
  'pa',
  'pa-Arab',
  'ur',
  'hi',
  'gu',
  'ta',
  'so',
  'ar',
  'fa',
  'pl',
  'bn',
  'ne',
  'ps',
  'si',
  'ku',
  'ti',
  'am',
  'ro',
  'pt',
  'es',
  'fr',
  'bfi',
];

/** Languages by their English name and their tag. */
export function languageChoices(further: readonly string[] = []): readonly Choice[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return [...new Set([...TOLD_IN, ...further])].map((value) => ({
    value,
    label: value === 'bfi' ? 'British Sign Language' : (names.of(value) ?? value),
  }));
}
