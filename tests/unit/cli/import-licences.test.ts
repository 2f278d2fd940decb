import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { USES, type Use } from '#consent/uses.ts';
import { importFrom } from '#cli/import.ts';
import { readLicence } from '#intake/import/grant.ts';
import { usesNotAllowed } from '#intake/import/licences.ts';
import { admit } from '#release/admit.ts';
import { readContent } from '#repository/read-content.ts';

const DAY = '2026-11-22';

const temporary = () => mkdtemp(join(tmpdir(), 'licences-'));

const held = async (content: string) => {
  const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
  expect(problems).toEqual([]);
  return archive?.contributions ?? [];
};

interface Told {
  readonly lines: readonly string[];
  readonly data: { readonly held: readonly { rule: string; count: number; ids: string[] }[] };
}

/** Imports one row for each licence and gives what became open, by the licence as written. */
async function opened(licences: readonly string[], grant: readonly Use[]) {
  const home = await temporary();
  const rows = licences.map(
    (licence, at) => `t${at},en,story,Words ${at},anonymous,"${licence.replaceAll('"', '""')}"`,
  );
  const from = join(home, 'in.csv');
  await writeFile(from, `title,language,kind,words,credit_as,licence\n${rows.join('\n')}\n`);
  const content = join(home, 'content');
  const outcome = await importFrom({ content, from, grant, day: DAY });
  expect(outcome.exit).toBe(0);
  const open = (await held(content)).filter((each) => admit(each, DAY).open.size > 0);
  const names = open.map(({ fields }) => licences[Number(fields.title.slice(1))] ?? '');
  return { names, told: outcome as unknown as Told };
}

const REFUSED = [
  ['no', 'licence-not-known'],
  ['NO', 'licence-not-known'],
  ['No permission', 'licence-not-known'],
  ['pending', 'licence-not-known'],
  ['do not publish', 'licence-not-known'],
  ['© John Smith 2019', 'licence-not-known'],
  ['In copyright', 'licence-not-open'],
  ['refused', 'licence-not-known'],
  ['private', 'licence-not-known'],
  ['tbd', 'licence-not-known'],
  ['no licence given', 'licence-not-known'],
  ['x', 'licence-not-known'],
  ['not CC-BY', 'licence-not-known'],
  ['CC-BY pending', 'licence-not-known'],
  ['CC-BY?', 'licence-not-known'],
  ['CC BY no', 'licence-not-known'],
  ['CC BY 4.0 NO', 'licence-not-known'],
  ['CC-BY-5.0', 'licence-not-known'],
  ['CC-BY-constructor', 'licence-not-known'],
  ['__proto__', 'licence-not-known'],
  ['yes', 'licence-not-known'],
  ['yes; conditions apply; names confidential', 'licence-not-known'],
  ['yes; CC-BY-4.0', 'licence-not-known'],
  ['CC-BY-4.0; names confidential', 'remark-beside-licence'],
  ['CC-BY-4.0 (pending)', 'remark-beside-licence'],
  ['CC0 (except the photographs)', 'remark-beside-licence'],
  ['CC-BY-4.0, CC0', 'licences-differ'],
  ['CC BY 4.0 https://creativecommons.org/licenses/by-nc/4.0/', 'licences-differ'],
  ['CC BY 3.0 (https://creativecommons.org/licenses/by/4.0/)', 'licences-differ'],
  ['CC-BY-NC-4.0', 'licence-not-open'],
  ['CC BY-NC', 'licence-not-open'],
  ['CC-BY-ND-4.0', 'licence-not-open'],
  ['CC BY-NC-SA 3.0', 'licence-not-open'],
  ['Creative Commons Attribution-NonCommercial 4.0 International', 'licence-not-open'],
  ['Creative Commons Attribution-NoDerivatives 4.0', 'licence-not-open'],
  ['https://creativecommons.org/licenses/by-nc-nd/4.0/deed.fr', 'licence-not-open'],
  ['http://rightsstatements.org/vocab/InC/1.0/', 'licence-not-open'],
  ['http://rightsstatements.org/vocab/InC-EDU/1.0/', 'licence-not-open'],
  ['https://rightsstatements.org/page/NoC-US/1.0/?language=en', 'licence-not-open'],
  ['https://rightsstatements.org/vocab/CNE/1.0', 'licence-not-open'],
  ['https://creativecommons.org.example.net/licenses/by/4.0/', 'licence-not-known'],
  ['https://example.net/creativecommons.org/licenses/by/4.0/', 'licence-not-known'],
  ['https://creativecommons.org@example.net/licenses/by/4.0/', 'licence-not-known'],
  ['https://creativecommons.org/licenses/by/4.0/uk/', 'licence-not-known'],
  ['https://creativecommons.org/', 'licence-not-known'],
  ['', 'no-licence'],
] as const;

const OPEN = [
  'CC-BY',
  'CC-BY-4.0',
  'cc by 4.0',
  'CC BY-SA 4.0',
  'CC-BY-SA-3.0',
  'CC BY v4.0',
  'CC BY 3.0 UK',
  'CC-BY-3.0-IGO',
  'CC BY 4.0 International',
  'Creative Commons Attribution 4.0 International',
  'Creative Commons Attribution 4.0 International License',
  'Creative Commons Attribution 4.0 International (CC BY 4.0)',
  'Creative Commons Attribution-ShareAlike 3.0 Unported',
  'Attribution 4.0 International',
  'https://creativecommons.org/licenses/by/4.0/',
  'http://creativecommons.org/licenses/by/4.0',
  'https://www.creativecommons.org/licenses/by-sa/4.0/deed.en',
  'https://creativecommons.org/licenses/by/4.0/legalcode',
  'https://creativecommons.org/licenses/by/4.0/legalcode.txt',
  'https://creativecommons.org/licenses/by/4.0/?ref=chooser-v1',
  'https://creativecommons.org/licenses/by/3.0/uk/',
  'https://creativecommons.org/licenses/by/3.0/igo/deed.pt_BR',
  'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
  'CC0',
  'CC0-1.0',
  'CC0 1.0 Universal',
  'CC0 1.0 Universal (CC0 1.0) Public Domain Dedication',
  'https://creativecommons.org/publicdomain/zero/1.0/',
  'Public Domain Mark 1.0',
  'Public domain',
  'https://creativecommons.org/publicdomain/mark/1.0/deed.de',
  'OGL-UK-3.0',
  'Open Government Licence v3.0',
  'MIT (LICENSE)',
  'CC-BY (file says [CC-BY]; version not stated)',
];

describe('a grant', () => {
  test('opens nothing whose licence is not exactly an open one, and says how many were held for which rule', async () => {
    const { names, told } = await opened(
      REFUSED.map(([licence]) => licence),
      ['web', 'search'],
    );
    expect(names).toEqual([]);
    const rules = Object.groupBy(REFUSED, ([, rule]) => rule);
    expect(Object.fromEntries(told.data.held.map(({ rule, count }) => [rule, count]))).toEqual(
      Object.fromEntries(Object.entries(rules).map(([rule, those]) => [rule, those.length])),
    );
    const said = told.lines.join('\n');
    for (const { rule, count, ids } of told.data.held) {
      expect(said).toMatch(new RegExp(`${count} w(as|ere) held, ${rule}: `));
      for (const id of ids) expect(said).toContain(id);
    }
    expect(said).not.toContain('confidential');
  });

  test('opens each usual spelling of an open licence', async () => {
    const { names } = await opened(OPEN, ['web', 'search']);
    expect(names.toSorted()).toEqual(OPEN.toSorted());
  });

  test.each(REFUSED)('"%s" is held by the rule %s', (licence, rule) => {
    const read = readLicence(licence);
    expect(typeof read === 'string' ? read : `licence-${read.terms}`).toBe(rule);
  });

  test('for a use the licence does not allow holds the piece, also for the uses it does', async () => {
    const { names, told } = await opened(['CC-BY-4.0', 'CC0-1.0'], ['web', 'ai']);
    expect(names).toEqual(['CC0-1.0']);
    expect(told.data.held).toMatchObject([{ rule: 'use-not-allowed', count: 1 }]);
  });

  test.each(USES)('%s is never opened by a licence that is not open', (use) => {
    for (const name of [
      'CC-BY-NC-4.0',
      'CC-BY-ND-4.0',
      'http://rightsstatements.org/vocab/InC/1.0/',
    ]) {
      const read = readLicence(name);
      if (typeof read === 'string') throw new Error(read);
      expect(usesNotAllowed(read, [use])).toEqual([use]);
    }
  });
});

describe('a manifest', () => {
  const CREDITS = (licence: string) =>
    `# A\n\nOne.\n\n##\n* License: ${licence}\n* Text: Somebody\n* Adaptation: A third\n* Source: elsewhere, p. 4\n* Language: en\n`;

  const imported = async (entry: object, text: string, more: readonly object[] = []) => {
    const from = await temporary();
    await writeFile(join(from, 'a.md'), text);
    await writeFile(join(from, 'p.jpg'), 'x');
    const entries = [{ path: 'a.md', kind: 'story', lang: 'en', story_id: 's', ...entry }, ...more];
    await writeFile(join(from, 'manifest.json'), JSON.stringify({ entries }));
    const content = join(from, 'content');
    const outcome = await importFrom({ content, from, grant: ['web'], day: DAY });
    expect(outcome.exit).toBe(0);
    const [only] = await held(content);
    return { only: only!, told: outcome as unknown as Told };
  };

  test('that does not give a closing line of credit: the line is kept as attribution, not cut', async () => {
    const { only } = await imported(
      { licence: 'CC-BY-4.0', text_by: 'Somebody' },
      CREDITS('[CC-BY]'),
    );
    expect(only.body).toBe('\nOne.\n\n');
    expect(only.fields.licence?.attribution).toBe(
      'Text: Somebody. Adaptation: A third. Source: elsewhere, p. 4',
    );
    expect(admit(only, DAY).open.size).toBe(1);
  });

  test('that says another licence than the file: held, and both are kept', async () => {
    const { only, told } = await imported({ licence: 'CC-BY-4.0' }, CREDITS('CC-BY-NC-4.0'));
    expect(told.data.held).toMatchObject([{ rule: 'licences-differ', count: 1 }]);
    expect(only.fields.licence).toMatchObject({ name: 'CC-BY-4.0' });
    expect(only.fields.licence?.attribution).toContain('License: CC-BY-NC-4.0');
  });

  test('without a licence: held, and the licence of the file is kept with its credits', async () => {
    const { only, told } = await imported({}, CREDITS('CC-BY-4.0'));
    expect(told.data.held).toMatchObject([{ rule: 'no-licence', count: 1 }]);
    expect(only.fields.licence?.name).toBe('CC-BY-4.0');
    expect(only.fields.licence?.attribution).toContain('Text: Somebody');
  });

  test('without a licence, of a file without one: its credits stay in its words', async () => {
    const text = '# A\n\nOne.\n\n##\n* Text: Somebody\n';
    const { only } = await imported({}, text);
    expect(only.body).toBe('\nOne.\n\n##\n* Text: Somebody\n');
  });

  test('whose picture is in copyright holds the story that shows it', async () => {
    const picture = { path: 'p.jpg', kind: 'illustration', story_id: 's', licence: 'In copyright' };
    const { told } = await imported({ licence: 'CC0-1.0' }, '# A\n\nOne.\n', [picture]);
    expect(told.data.held).toMatchObject([{ rule: 'licence-not-open', count: 1 }]);
  });

  test('a licence given by its address is kept by its name and its address', async () => {
    const licence = 'http://creativecommons.org/licenses/by-sa/3.0/uk/deed.en';
    const { only } = await imported({ licence }, '# A\n\nOne.\n');
    expect(only.fields.licence).toMatchObject({
      name: 'CC-BY-SA-3.0-UK',
      url: 'https://creativecommons.org/licenses/by-sa/3.0/uk/',
    });
  });
});
