import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskPages } from '#cli/desk-pages.ts';
import { type InterfaceTag, LANGUAGES } from '#i18n/languages.ts';
import type { Page, Released, Site } from '#release/released.ts';
import { siteFrame } from '#release/site-frame.ts';
import { pagesToLookAt } from '#support/drawn-examples.ts';
import { drawnTree } from '#support/drawn-tree.ts';
import { elementsIn } from '#support/elements-in.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, NOT_BUILT, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** Which page a file of `pages/` is. */
const files = readdirSync('src/desk/pages', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.astro'))
  .map((name) => name.replace(/\.astro$/, ''));

describe('the pages drawn on request', () => {
  test('are the files of the folder and the rows of the table, and no others', () => {
    const table = readFileSync('src/desk/drawn.ts', 'utf8');
    const rows = /interface DeskPages \{([\s\S]*?)\n\}/.exec(table)?.[1] ?? '';
    const named = [...rows.matchAll(/readonly '?([\w/-]+)'?:/g)].map((row) => row[1]);
    expect(named.toSorted()).toEqual(files.toSorted());
  });

  test('ask for styles and letters that are there, and for nothing of the site’s own folder', async () => {
    const { assets } = await deskPages();
    const styles = [...assets].filter(([address]) => address.endsWith('.css'));
    expect(styles.length).toBeGreaterThan(0);
    for (const [, { bytes }] of styles)
      for (const [, address] of Buffer.from(bytes)
        .toString('utf8')
        .matchAll(/url\(["']?(\/[^)"']+)/g))
        expect([address, assets.has(address ?? '')]).toEqual([address, true]);
  });

  test('are not drawn without what they say', async () => {
    const { draw } = await deskPages();
    const site = { name: 'Kept back', languages: ['en'], contacts: [] };
    const frame = { site, ui: 'en' } as unknown as Parameters<typeof draw>[1]['frame'];
    const failed = await draw('withdraw/choose', { frame, says: {} }).catch(
      (error: Error) => error,
    );
    expect(String(failed)).toBe('Error: The page withdraw/choose could not be drawn.');
  });
});

test('the way to share stands in the menu only where the settings ask readers to', async () => {
  const { draw } = await deskPages();
  const menuOf = async (sharing: boolean | undefined) => {
    const site = { name: 'Archive', languages: ['en', 'ur'], contacts: [], sharing };
    const frame = { site: site as unknown as Released<Site>, ui: 'ur' };
    const says = { 'desk/told': pagesToLookAt('ur')['desk/told'] };
    return (await draw('desk/told', { frame, says })).includes('href="/ur/share/"');
  };
  expect(await Promise.all([true, false, undefined].map(menuOf))).toEqual([true, false, false]);
});

test('every page says where no speaker has checked its language, and where words of ours are not in it', async () => {
  const { draw } = await deskPages();
  const said = async (ui: InterfaceTag, label: Readonly<Record<string, string>>) => {
    const contacts = [{ kind: 'phone', label, value: '020 7946 0000' }];
    const site = { name: 'Archive', languages: ['en', 'ur'], contacts, sharing: true };
    const frame = { site: site as unknown as Released<Site>, ui };
    const says = { 'share/start': pagesToLookAt(ui)['share/start'] };
    const html = await draw('share/start', { frame, says });
    const { uncheckedHere, untranslatedHere } = LANGUAGES[ui].words;
    return [uncheckedHere, untranslatedHere].map((words) => html.includes(words));
  };
  expect(await said('ur', { en: 'Ring <a data-untranslated>', ur: 'فون' })).toEqual([true, false]);
  expect(await said('ur', { en: 'Ring' })).toEqual([true, true]);
  expect(await said('en', { en: 'Ring <a data-untranslated>' })).toEqual([false, false]);
  expect(await said('en', { ur: 'فون' })).toEqual([false, true]);
});

describe('a page that is drawn from a tree', () => {
  const site = { name: 'The frame', languages: ['en'], contacts: [] } as unknown as Released<Site>;
  const frame = { site, ui: 'en', inLanguage: () => '/' };
  const says = { 'preview/story': pagesToLookAt('en')['preview/story'] };

  test('reads its own, also while another is drawn, and what is there at that moment', async () => {
    const { draw } = await deskPages();
    const trees = await Promise.all([drawnTree(['en']), drawnTree(['en'])]);
    const words = (at: number) => join(trees[at] ?? '', 'contributions/example1/words.md');
    await writeFile(words(0), 'Of the first tree.');
    await writeFile(words(1), 'Of the second tree.');
    const drawn = () =>
      Promise.all(trees.map((tree) => draw('preview/story', { frame, says, tree })));
    const [first = '', second = ''] = await drawn();
    expect([first, second].map((html) => /Of the \w+ tree/g.exec(html)?.[0])).toEqual([
      'Of the first tree',
      'Of the second tree',
    ]);
    const record = join(trees[0] ?? '', 'contributions/example1.json');
    const changed = readFileSync(record, 'utf8').replace('بارش والی شام', 'Another title');
    await writeFile(record, changed);
    expect((await drawn())[0]).toContain('Another title');
  });

  test('is not drawn where it has none, whatever the process was built from', async () => {
    const { draw } = await deskPages();
    process.env['ARCHIVE_RELEASE'] = await drawnTree(['en']);
    await expect(draw('preview/story', { frame, says })).rejects.toThrow('could not be drawn');
    delete process.env['ARCHIVE_RELEASE'];
  });
});

describe('the page where a code is typed', () => {
  const paragraph = (value: string) => ({
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  });
  const work = {
    type: 'component' as const,
    name: 'Quote' as const,
    attributes: { id: 'older01' },
    children: [paragraph('Words of a piece')],
  };
  const page = (id: string, language: string, value: string) =>
    ({ id, language, title: 'x', body: [paragraph(value), work] }) as unknown as Page;

  test('says what facilitators wrote for it, and nothing that is of a piece', async () => {
    const site = { name: 'An archive', languages: ['en', 'ur'], contacts: [] };
    const pages = [
      page('withdraw', 'en', 'Knock at <number> 4.'),
      page('withdraw.ur', 'ur', 'چار نمبر'),
      page('about', 'en', 'About us'),
    ];
    const frame = siteFrame(site as unknown as Released<Site>, pages);
    expect(JSON.stringify(frame)).not.toMatch(/older01|Words of a piece|About us/);
    const { draw } = await deskPages();
    const says = { 'withdraw/code': { action: '/withdraw/', code: '' } };
    const drawn = (ui: string) => draw('withdraw/code', { frame: { site: frame, ui }, says });
    expect(await drawn('en')).toContain('Knock at &lt;number&gt; 4.');
    expect(await drawn('ur')).toMatch(/lang="ur" dir="rtl">\s*<p>چار نمبر/);
    expect(await drawn('pa')).toContain('Knock at &lt;number&gt; 4.');
  });
});

describe('while content and site are broken', () => {
  let desk: SmallDesk;
  let code: string;

  beforeAll(async () => {
    desk = await smallDesk(async ({ story }) => {
      await story('older01', openRecord());
    });
    code = desk.register.issueReceipt({ contribution: 'older01', person: 'p1', day: DESK_DAY });
    const failing = await desk.again({ build: async () => NOT_BUILT });
    Object.assign(desk.open, failing);
    await writeFile(join(desk.content, 'settings.yaml'), 'name: [\n');
    await writeFile(join(desk.content, 'stories/older01/story.md'), '---\ntitle: [\n---\n');
    desk.git('commit', '-qam', 'Break');
    desk.git('update-ref', 'refs/heads/archive', 'HEAD');
    await rm(desk.open.desk.publisher.site.folder, { recursive: true });
  });
  afterAll(() => desk.register.close());

  const ask = (path: string, form?: Record<string, string>) =>
    desk.open.handle(
      new Request(`http://desk.test${path}`, {
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      }),
    );

  test.each([
    ['/withdraw/', 'en', 'Have you got a code?'],
    ['/ur/withdraw/', 'ur', 'کوڈ'],
    ['/pa/withdraw/', 'pa', 'ਕੋਡ'],
  ])('%s is there, with its styles', async (path, lang, said) => {
    const answer = await ask(path);
    const page = await answer.text();
    expect([answer.status, page.includes(said)]).toEqual([200, true]);
    expect(elementsIn(page, 'html')).toMatchObject([{ lang }]);
    const sheets = elementsIn(page, 'link').filter(({ rel }) => rel === 'stylesheet');
    expect(sheets.length).toBeGreaterThan(0);
    for (const { href = '' } of sheets) {
      const sheet = await ask(href);
      expect([sheet.status, sheet.headers.get('cache-control')]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('a code takes down what it is for, and its receipt says what is owed', async () => {
    expect(await (await ask('/withdraw/', { code })).text()).toContain('value="me"');
    const receipt = await ask('/withdraw/', { code, what: 'me' });
    expect([receipt.status, (await receipt.text()).includes('class="receipt"')]).toEqual([
      200,
      true,
    ]);
    expect(desk.open.desk.hidden.hides('older01')).toBe(true);
  });

  test('signing in, and taking a piece down for somebody who rings, are there', async () => {
    expect((await ask('/sign-in/?code=x')).status).toBe(200);
    const cookie = await desk.signIn();
    const page = await desk.get('/desk/withdraw/older01/', cookie);
    expect([page.status, (await page.text()).includes('Take it down')]).toEqual([200, true]);
  });
});
