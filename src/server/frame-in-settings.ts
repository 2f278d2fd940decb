import { languagesOn } from '#i18n/languages.ts';
import { parseRecord } from '#records/parse-record.ts';
import { settings } from '#records/settings.ts';
import type { Released, SiteFrame } from '#release/released.ts';
import { frameOfNothing, frameOfSettings } from '#release/site-frame.ts';
import { readYaml } from '#repository/front-matter.ts';
import { type Repository, liveTip, textAt } from '#repository/repository.ts';

const FILE = 'content/settings.yaml';

/** The frame from the live settings, while no site is built; one that names nobody where they cannot be read. */
export async function frameInSettings(repository: Repository): Promise<Released<SiteFrame>> {
  const text = await settingsIn(repository).catch(() => undefined);
  const yaml = text === undefined ? undefined : readYaml(text, FILE);
  const parsed = yaml?.ok ? parseRecord(settings, yaml.data ?? {}, FILE) : undefined;
  return parsed?.ok ? frameOfSettings(parsed.value) : frameOfNothing(languagesOn('site'));
}

/** Throws where the repository cannot be read. */
async function settingsIn(repository: Repository): Promise<string | undefined> {
  return textAt(repository, await liveTip(repository), FILE);
}
