import type { SettingsFields } from '#records/settings.ts';
import { pageName } from './addresses.ts';
import { onlyWords } from './document-html.ts';
import type { Page, Released, Site, SiteFrame } from './released.ts';

/** What a page drawn on request says of the site around it: what the site itself was built with. */
export function siteFrame(
  { name, url, languages, contacts, builtFor, sharing }: Released<Site>,
  pages: readonly Page[],
): Released<SiteFrame> {
  const withdrawWords = pages
    .filter((page) => pageName(page) === 'withdraw')
    .map(({ language, body }) => ({ language, body: onlyWords(body) }));
  const frame: SiteFrame = { name, url, languages, contacts, builtFor, sharing, withdrawWords };
  return frame as Released<SiteFrame>;
}

/** The same from the settings alone, where no site was built yet: facilitators' own words, all of them public. */
export function frameOfSettings(settings: SettingsFields): Released<SiteFrame> {
  const { name, url, languages, contacts, sharing } = settings;
  const frame: SiteFrame = { name, url, languages, contacts, sharing };
  return frame as Released<SiteFrame>;
}

/** While not even the settings can be read: a frame in these languages that names nobody. */
export function frameOfNothing(languages: readonly string[]): Released<SiteFrame> {
  const frame: SiteFrame = { name: 'Living Roots Archive', languages, contacts: [] };
  return frame as Released<SiteFrame>;
}
