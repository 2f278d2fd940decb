import { join } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { exhibition } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { settings } from '#records/settings.ts';
import { type ConsentReceipt, receiptsOf } from './receipt.ts';
import type { Register } from './register.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { list, readText } from '#repository/content-files.ts';
import { factsOf } from '#release/facts.ts';
import { readFrontMatter, readYaml } from '#repository/front-matter.ts';
import type { ReceiptFacts } from './receipt-facts.ts';

/** Receipts for everybody in a contribution who said yes to something. */
export function receiptsFor(held: HeldContribution, day: Day): readonly ConsentReceipt[] {
  return receiptsOf({ facts: factsOf(held), day });
}

/**
 * All that one receipt is written from, with a fresh code, which is noted in the register. `root` is
 * a content folder: only its settings and exhibitions are read.
 */
export async function withFreshCode(input: {
  readonly held: HeldContribution;
  readonly receipt: ConsentReceipt;
  readonly root: string;
  readonly register: Register;
  readonly language?: string | undefined;
}): Promise<ReceiptFacts> {
  const { held, receipt, root, register } = input;
  const { person, day } = receipt;
  const theirs = held.fields.consents.filter((record) => record.person === person);
  const spoken = register.personOf(held.id, person)?.language ?? theirs[0]?.language ?? 'en';
  const rest = {
    receipt,
    id: held.id,
    settings: await settingsIn(root),
    language: input.language ?? spoken,
    exhibitions: await titlesIn(root),
    thanks: theirs.some((record) => record.interest === 'contributor' && record.thanks === true),
  };
  // Last of all: a code is only made for a receipt that will be.
  return { ...rest, code: register.issueReceipt({ contribution: held.id, person, day }) };
}

/** A receipt can be written while the settings cannot be read: then it names no contacts. */
async function settingsIn(root: string): Promise<ReceiptFacts['settings']> {
  const read = await readText(root, 'settings.yaml');
  const yaml = read.ok ? readYaml(read.text, 'settings.yaml') : read;
  const parsed = yaml.ok ? parseRecord(settings, yaml.data ?? {}, 'settings.yaml') : yaml;
  return parsed.ok ? parsed.value : { name: '', contacts: [] };
}

async function titlesIn(root: string): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const { folders } = await list(root, 'exhibitions');
  for (const id of folders) {
    const file = join('exhibitions', id, 'index.mdx');
    const read = await readText(root, file);
    const matter = read.ok ? readFrontMatter(read.text, file) : read;
    const parsed = matter.ok ? parseRecord(exhibition, matter.data, file) : matter;
    if (parsed.ok) titles.set(id, parsed.value.title);
  }
  return titles;
}
