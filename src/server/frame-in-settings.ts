import { languagesOn } from '#i18n/languages.ts';
import { parseRecord } from '#records/parse-record.ts';
import { settings, type SettingsFields } from '#records/settings.ts';
import type { Released, SiteFrame } from '#release/released.ts';
import { frameOfNothing, frameOfSettings } from '#release/site-frame.ts';
import { readYaml } from '#repository/front-matter.ts';
import { type Repository, liveTip, textAt } from '#repository/repository.ts';

const FILE = 'content/settings.yaml';

/** The frame from the live settings, while no site is built; one that names nobody where they cannot be read. */
export async function frameInSettings(repository: Repository): Promise<Released<SiteFrame>> {
  const now = await settingsNow(repository);
  return now === undefined ? frameOfNothing(languagesOn('site')) : frameOfSettings(now);
}

/** The information sheet that people get now; the first where the settings name none or cannot be read. */
export async function sheetInSettings(repository: Repository): Promise<string> {
  return (await settingsNow(repository))?.defaults?.information_sheet ?? 'v1';
}

async function settingsNow(repository: Repository): Promise<SettingsFields | undefined> {
  const text = await settingsIn(repository).catch(() => undefined);
  const yaml = text === undefined ? undefined : readYaml(text, FILE);
  const parsed = yaml?.ok ? parseRecord(settings, yaml.data ?? {}, FILE) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}

/** Throws where the repository cannot be read. */
async function settingsIn(repository: Repository): Promise<string | undefined> {
  return textAt(repository, await liveTip(repository), FILE);
}
