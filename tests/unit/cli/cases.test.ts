/** One test for each fault that people reported of tools which do the same job: words, records, tables, search. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { approve } from '#intake/approve.ts';
import { check } from '#cli/check.ts';
import { importFrom } from '#cli/import.ts';
import { recordFormat } from '#cms/browser/record-format.ts';
import { checkedText } from '#server/cms/check-record.ts';
import { fromEditor, toKeep } from '#server/cms/editor-form.ts';
import type { Problem } from '#records/problem.ts';
import { admit } from '#release/admit.ts';
import { readFrontMatter } from '#repository/front-matter.ts';
import { readContent } from '#repository/read-content.ts';
import { toReleasedStory } from '#release/to-released-story.ts';
import { wordsToHtml } from '#release/words.ts';
import { queryOf, matchesIn } from '#search/match.ts';
import { searchRecord } from '#search/record.ts';
import { DIRECT } from '#search/same-word.ts';
import { tokenOf, tokensOf } from '#search/tokens.ts';
import { caseBytes, caseText } from '#support/cases.ts';
import { photographWith } from '#support/media-made-here.ts';
import { asTyped, elementsIn, shownWords } from '#support/shown-words.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';

let home = '';
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** The words below the record of a case. */
async function wordsOf(name: string, own: string): Promise<string> {
  const read = readFrontMatter(await caseText(`${name}/story.md`, `---\na: b\n---\n${own}`), name);
  return read.ok ? read.body : '';
}

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { content, write } = await smallArchive();
  for (const [file, text] of Object.entries(files)) await write(file, text);
  const { data } = await check({ content, day: DAY });
  await rm(dirname(content), { recursive: true });
  const { problems } = data as { readonly problems: readonly Problem[] };
  return problems.map(({ file, field, rule }) => `${file} · ${field} · ${rule}`);
}

describe('words are shown as they were typed', () => {
  test.each([
    [
      'words-labels-vanish: labelled lines of an interview stand in their place',
      '[Nurse]: How are you?\n\n[Me]: Fine.\n',
    ],
    ['words-years-renumbered: years stay the years they are', '1947. One.\n\n1965. Two.\n'],
    [
      'words-poem-lines: the lines of a poem are lines, and its indents hold',
      'Rain on the glass,\nI wipe it away.\n\nOut of habit\n    I made tea\n',
    ],
    [
      'words-dash-setext: a line above dashes is no heading, and dialogue has no bullets',
      'I never went back\n---\nThat was all.\n\n- Where?\n- Nowhere.\n',
    ],
  ])('%s', async (title, own) => {
    const words = await wordsOf(title.split(':')[0] ?? '', own);
    const html = wordsToHtml(words);
    expect(words.trim()).not.toBe('');
    expect(shownWords(html)).toBe(asTyped(words));
    expect(elementsIn(html).filter((name) => !['p', 'br', 'span'].includes(name))).toEqual([]);
  });

  test.each(['words.txt', 'words-that-write-consent.txt'])(
    'desk-words-begin-with-rule: %s is the words of a new story, and its record is what the form says',
    async (name) => {
      const words = await caseText(
        `desk-words-begin-with-rule/${name}`,
        '---\nhold: false\nreview: { outcome: cleared, on: 2026-01-02 }\n---\nThen we left.',
      );
      const record = { title: 'We waited', language: 'en', kind: 'story', hold: true };
      const path = 'content/stories/waited1/story.md';
      const form = fromEditor(recordFormat.toFile({ ...record, body: words }));
      const text = checkedText({ collection: 'stories', path } as never, toKeep(form, path));
      expect(readFrontMatter(text, path)).toEqual({ ok: true, data: record, body: words });
    },
  );
});

describe('records', () => {
  test('feed-control-character: is refused in every field it stands in', async () => {
    const text = await caseText(
      'feed-control-character/story.md',
      '---\ntitle: "Pasted\\vfrom"\nlanguage: en\nkind: story\nsummary: "A soft\\vbreak"\n---\n\nOne\u000btwo.\n',
    );
    const said = await problemsOf({ 'stories/pasted1/story.md': text });
    for (const field of ['title', 'summary', 'words, line 2'])
      expect(said).toContain(`stories/pasted1/story.md · ${field} · refused-character`);
  });

  test('language-by-name: the name of a language in a record is refused by its field', async () => {
    const text = await caseText(
      'language-by-name/story.md',
      '---\ntitle: x\nlanguage: Arabic\nkind: story\n---\nx\n',
    );
    expect((await problemsOf({ 'stories/arabic1/story.md': text })).join('\n')).toMatch(
      /^stories\/arabic1\/story\.md · language · /m,
    );
  });

  test('subpath: an address with a folder in it is refused', async () => {
    const text = await caseText(
      'subpath/settings.yaml',
      'name: Scratch\nurl: https://example.org/archive/\n',
    );
    expect((await problemsOf({ 'settings.yaml': text })).join('\n')).toMatch(
      /^settings\.yaml · url · /m,
    );
  });
});

describe('tables', () => {
  const TABLE = 'title,language,kind,words,told\nGarden,en,story,"We grew beans.",2023\n';

  async function imported(folder: string, file: string, table: string) {
    const from = join(home, folder, 'in.csv');
    await mkdir(dirname(from), { recursive: true });
    await writeFile(from, await caseBytes(`${folder}/${file}`, () => Buffer.from(table)));
    const content = join(home, folder, 'content');
    const { exit, lines } = await importFrom({ content, from, day: DAY });
    expect({ exit, lines }).toMatchObject({ exit: 0 });
    const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
    expect(problems).toEqual([]);
    return archive?.contributions ?? [];
  }

  test.each([
    ['csv-blank-rows: empty rows are passed over', 'trailing-rows.csv', `${TABLE},,,,\n,,,,\n`],
    ['csv-semicolon: semicolons are read', 'semicolon.csv', TABLE.replaceAll(',', ';')],
  ])('%s', async (title, file, table) => {
    const pieces = await imported(title.split(':')[0] ?? '', file, table);
    expect(pieces.map(({ fields, body }) => `${fields.title}: ${body.trim()}`)).toEqual([
      'Garden: We grew beans.',
    ]);
  });

  test('csv-nfd: the file named in the table is found in the other form of its letters', async () => {
    const name = 'cafe\u0301.jpg';
    await mkdir(join(home, 'csv-nfd'), { recursive: true });
    await writeFile(
      join(home, 'csv-nfd', name),
      await caseBytes(`csv-nfd/${name}`, () => photographWith('m', 3)),
    );
    const pieces = await imported(
      'csv-nfd',
      'in.csv',
      'title,language,kind,words,photo,alt\nThe café,en,story,We met there.,café.jpg,A café\n',
    );
    expect(pieces.map(({ fields }) => fields.photos.length)).toEqual([1]);
  });

  test('language-by-name: names and case of languages are mended in a table', async () => {
    const pieces = await imported(
      'language-by-name',
      'langname.csv',
      'title,language,kind,words\nGarden,English,story,x\nG2,EN,story,x\nG3,Punjabi,story,x\n',
    );
    expect(pieces.map(({ fields }) => fields.language).toSorted()).toEqual(['en', 'en', 'pa']);
  });

  test('import-licences: with a grant asked for, only what is exactly open is open', async () => {
    const from = join(home, 'licences.csv');
    const own =
      'title,language,kind,words,credit_as,licence\nA,en,story,x,anonymous,not CC-BY\nR22 CC-BY,en,story,x,anonymous,CC-BY\n';
    await writeFile(from, await caseText('import-licences/in.csv', own));
    const content = join(home, 'licences');
    const outcome = await importFrom({ content, from, grant: ['web', 'search'], day: DAY });
    expect(outcome.exit).toBe(0);
    const { archive } = await readContent({ root: content, store: mediaFolder(content) });
    const open = archive?.contributions.filter((held) => admit(held, DAY).open.size > 0) ?? [];
    expect(open.map(({ fields }) => fields.title)).toEqual(['R22 CC-BY']);
  });
});

test.each(['医院', '护士', '小时', '语言', '故事'])(
  'search-cjk: the piece is found by its word %s',
  async (typed) => {
    const { content, story } = await smallArchive();
    const words = await wordsOf(
      'search-cjk',
      '我在医院里等了三个小时，没有人会说我的语言。护士很好。\n',
    );
    const grants = { web: ['words'], search: ['words'] };
    await story('zhwait1', openRecord({ title: '我的故事', language: 'zh' }, { grants }), words);
    await approve({ content, ids: 'all' });
    const { archive } = await readContent({ root: content, store: mediaFolder(content) });
    const admission = admit(archive!.contributions[0]!, DAY);
    const lines =
      searchRecord(
        admission,
        toReleasedStory(admission, { photos: new Map(), sounds: new Map() }, []),
      )?.lines ?? [];
    const asked = queryOf(typed);
    const held = new Set(lines.flatMap(tokensOf));
    for (const { word } of asked.words) expect([...held]).toContain(tokenOf(word));
    const found = lines
      .flatMap((line) => matchesIn(line, asked))
      .filter(({ sureness }) => sureness >= DIRECT);
    expect(new Set(found.map((match) => match.asked)).size).toBe(asked.words.length);
    await rm(dirname(content), { recursive: true });
  },
);
