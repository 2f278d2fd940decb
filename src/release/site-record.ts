import type { Day } from '#consent/decision.ts';
import type { TermFields } from '#records/lists.ts';
import type { Archive } from '#repository/archive.ts';
import type { PriorityEvidence } from './priority-evidence.ts';
import type { Ledger, Released, Site, Term } from './released.ts';

/** What the site is told of itself: facilitators' own words, never a contributor's. */
export function siteRecord(
  { settings, lists }: Archive,
  {
    tombstones,
    ledger,
    behind,
    day,
  }: {
    readonly tombstones: readonly string[];
    readonly ledger: Ledger;
    readonly behind: PriorityEvidence;
    readonly day: Day;
  },
): Released<Site> {
  const site: Site = {
    name: settings.name,
    tagline: settings.tagline,
    url: settings.url,
    languages: settings.languages,
    contacts: settings.contacts.map(({ label, kind, value }) => ({ label, kind, value })),
    support: settings.support,
    takesThanks: settings.thanks,
    sharing: settings.sharing,
    themes: terms(lists.themes),
    places: terms(lists.places),
    series: terms(lists.series),
    priorities: terms(lists.priorities).map((priority) => ({
      ...priority,
      pieces: behind.pieces.get(priority.id) ?? [],
    })),
    tombstones,
    ledger,
    builtFor: day,
  };
  return site as Released<Site>;
}

/** Absolute address of the page on consent, which every picture names; none without an address. */
export function consentPage({ url }: Archive['settings']): string | undefined {
  return url === undefined ? undefined : new URL('/consent/', url).href;
}

function terms(list: ReadonlyMap<string, TermFields>): readonly Term[] {
  return [...list].map(([id, { name, about, community_words, official_terms, themes }]) => ({
    id,
    name: name ?? { en: id },
    about,
    communityWords: community_words,
    officialTerms: official_terms,
    themes,
  }));
}
