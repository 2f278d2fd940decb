import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '#support/browser.ts';
import { archive } from '#support/run-archive.ts';
import { buildAndServe, type ServedSite } from '#support/served-site.ts';
import { asTyped } from '#support/shown-words.ts';
import { type Fields, openRecord, smallArchive } from '#support/small-archive.ts';

/** What was typed, through the whole way to a telephone: record, release, page, index, exhibition. */
const TYPED: Readonly<Record<string, { readonly fields?: Fields; readonly words: string }>> = {
  labels7: {
    fields: { kind: 'conversation' },
    words:
      '[Nurse]: How are you today?\n\n[Me]: Fine.\n\n[Nurse]: Good.\n\n[Me]: Sharifa.\n\nI went out again.\n',
  },
  years77: {
    words:
      '1947. The line was drawn.\n\n1965. I came to Southall.\n\n1984. I stopped going home.\n',
  },
  dashes7: {
    words:
      'I never went back\n---\nThat was all.\n\n- Where did you go?\n- Nowhere.\n\n    and an indent\n',
  },
  signs77: {
    words:
      '__init__ <!-- testimony --> I <3 you {smile} `tick` C:\\new\\ &amp; <b>x</b> 2 * 3 * 4\n> quoted\n| a | b |\n|---|---|\nimport the rice from home\na\u00a0b  c\td \u200d e\u0301\n',
  },
  poem777: {
    fields: { kind: 'poem' },
    words:
      'Rain on the glass,\nI wipe it away.\nA lamp is lit.\n\nOut of habit\n    I made tea\n        for two.\n\n\nThe end.\n',
  },
  nazm777: {
    fields: { kind: 'poem', language: 'ur', title: 'بارش' },
    words:
      'بارش نے شیشے پر کچھ لکھا ہے،\nمیں پڑھتا ہوں۔\n\nعادت سے\n    چائے بنی\n        دو پیالی۔\n',
  },
};
const OTHER = '1. first\n   second\n> third\n[You]: fourth';
const DAY = '2026-11-22';

let browser: Browser;
let site: ServedSite;
let page: Page;

beforeAll(async () => {
  const { content, write, story } = await smallArchive();
  const grants = { web: ['words'], search: ['words'], exhibition: ['words'] };
  for (const [id, { fields, words }] of Object.entries(TYPED))
    await story(id, openRecord({ title: 'As it was', ...fields }, { grants }), words);
  await story(
    'others7',
    openRecord(
      {
        translations: [{ id: 't1', language: 'ur', words: OTHER }],
        more: [{ id: 'e1', form: 'short', language: 'en', words: OTHER }],
      },
      { grants },
    ),
    'So *very* cold.\n',
  );
  await write('priorities/rooms.yaml', 'name: { en: Warm rooms }\n');
  await write(
    'responses/one.md',
    `---\ninstitution: The council\nanswers: { priority: rooms }\non: 2026-11-20\n---\n${OTHER}\n`,
  );
  await write(
    'exhibitions/spring/index.mdx',
    '---\ntitle: Spring\n---\n<Quote id="poem777">Out of habit I made tea</Quote>\n\n<Quote id="years77">1965. I came to Southall.</Quote>\n\n<Quote id="labels7">[Nurse]: Good.\n\n[Me]: Sharifa.</Quote>\n',
  );
  const table = join(await mkdtemp(join(tmpdir(), 'table-')), 'in.csv');
  await writeFile(
    table,
    `title,language,kind,words,licence,credit_as\nFrom a table,en,poem,"    ${OTHER}",CC0-1.0,anonymous\n`,
  );
  const came = await archive([
    ...['import', '--content', content, '--from', table, '--grant', 'web,search', '--today', DAY],
  ]);
  expect(came.out + came.err).toContain('1');
  expect((await archive(['approve', '--all', '--content', content])).exit).toBe(0);
  site = await buildAndServe(content, DAY);
  browser = await openBrowser();
  page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** What stands on the page of a piece, in the order of its words. */
async function seen(path: string, where = '.words'): Promise<readonly string[]> {
  await page.goto(`${site.origin}${path}`);
  return page
    .locator(where)
    .evaluateAll((all) => all.map((each) => (each as HTMLElement).innerText));
}

describe('the words of a piece are on its page as they were typed', () => {
  test.each(Object.entries(TYPED))('%s', async (id, { words }) => {
    const [shown] = await seen(`/stories/${id}/`);
    expect(shown).toBe(asTyped(words));
    const shot = process.env['WORDS_SHOTS'];
    if (shot) await page.screenshot({ path: join(shot, `${id}.png`), fullPage: true });
  });

  test('and so are translations, further words, answers and the cells of a spreadsheet', async () => {
    expect(await seen('/stories/others7/')).toEqual(['So very cold.', OTHER, OTHER]);
    expect(await seen('/priorities/rooms/', '.answer-words')).toEqual([OTHER]);
    const pieces = await readdir(join(site.folder, 'stories'));
    const [imported = ''] = pieces.filter((id) => !(id in TYPED) && /^[a-z0-9]{12}$/.test(id));
    expect(await seen(`/stories/${imported}/`)).toEqual([`    ${OTHER}`]);
  });
});

test('a line of a poem is a line for the eye, and its indent moves it in, from the right in Urdu', async () => {
  for (const [id, side] of [
    ['poem777', 'left'],
    ['nazm777', 'right'],
  ] as const) {
    await page.goto(`${site.origin}/stories/${id}/`);
    const edges = await page
      .locator('.words p')
      .nth(1)
      .evaluate((stanza, from) => {
        const lines = [...stanza.childNodes].filter((node) => node.textContent !== '');
        return lines.map((node) => {
          const letters = node.textContent ?? '';
          const range = document.createRange();
          range.setStart(node, letters.length - letters.trimStart().length);
          range.setEnd(node, letters.length);
          const box = range.getBoundingClientRect();
          return Math.round(from === 'left' ? box.left : -box.right);
        });
      }, side);
    expect(edges).toEqual([...edges].sort((a, b) => a - b));
    expect(new Set(edges).size).toBe(3);
  }
});

test('a quotation has the lines and numbers of the piece', async () => {
  expect(await seen('/exhibitions/spring/', '.quote blockquote')).toEqual([
    'Out of habit\n    I made tea',
    '1965. I came to Southall.',
    '[Nurse]: Good.\n\n[Me]: Sharifa.',
  ]);
});

test('what is typed is what is found', async () => {
  const folder = join(site.folder, 'pagefind/fragment');
  const fragments = await Promise.all(
    (await readdir(folder)).map(async (name) =>
      gunzipSync(await readFile(join(folder, name))).toString(),
    ),
  );
  const all = fragments.join('\n');
  for (const words of ['[Me]: Fine.', '1984. I stopped', '<!-- testimony -->', '2 * 3 * 4'])
    expect(all).toContain(words);
  expect(all).toContain('So very cold.');
});
