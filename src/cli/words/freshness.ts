import type { Freshness, Staleness } from '#schedule/freshness.ts';

const WORDS: Readonly<Record<Staleness, string>> = {
  unreadable:
    'Nobody can tell when this site was made: its .well-known/build.json cannot be read. Look if the site is there, then build it again.',
  'from-the-future':
    'This site says it was made at a time that has not come. Check the clocks, then build it again.',
  'too-old':
    'This site is too old: the daily build has stopped. What should be down by now may still be there. Build it again, and find out why it stopped.',
  'another-day':
    'This site was made for a day that is over. What should be down by now may still be there. Build it again.',
};

/** What to make of the age of a site, in plain words. */
export function freshnessWords({ fresh, why, builtFor, builtAt }: Freshness): string {
  const facts = builtFor === undefined ? '' : ` It is for ${builtFor}, made at ${builtAt}.`;
  return `${fresh || why === undefined ? 'This site is fresh.' : WORDS[why]}${facts}`;
}
