import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { elementsIn } from '#support/elements-in.ts';
import { type ServedSite, serveExamples } from '#support/served-site.ts';

/** No page of the finished site is a dead end, and no link of it leads nowhere. */
let site: ServedSite;
/** By the address of each page: the addresses of this site that its main part leads to. */
const linksOf = new Map<string, readonly string[]>();
/** The pages that show a piece: what came down says only that. */
const shown = new Set<string>();

beforeAll(async () => {
  site = await serveExamples();
  for (const file of globSync('**/*.html', { cwd: site.folder })) {
    const html = await readFile(join(site.folder, file), 'utf8');
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
    const links = elementsIn(main, 'a').flatMap(({ href }) => href ?? []);
    const page = `/${file.replace(/index\.html$/, '')}`;
    linksOf.set(page, links);
    if (main.includes('<article class="story"')) shown.add(page);
  }
});
afterAll(async () => site?.close());

/** What only the server of the archive draws. */
const DRAWN_THERE = /^(?:\/\w\w)?\/(?:thanks|share|mine|withdraw)\//;

test('every link inside the site leads to something that is there', () => {
  const lost = [...linksOf].flatMap(([page, links]) =>
    links
      .filter((href) => href.startsWith('/') && !DRAWN_THERE.test(href))
      .map((href) => decodeURI(href.replace(/[?#].*$/, '')))
      .filter(
        (path) => !existsSync(join(site.folder, path.endsWith('/') ? `${path}index.html` : path)),
      )
      .map((path) => `${page} → ${path}`),
  );
  expect(linksOf.size).toBeGreaterThan(200);
  expect(lost).toEqual([]);
});

test('no page is without a way on', () => {
  const ends = [...linksOf].filter(([, links]) => !links.some((href) => href.startsWith('/')));
  expect(ends.map(([page]) => page)).toEqual([]);
});

test('every piece leads to three others in one step', () => {
  const pieces = [...linksOf].filter(([page]) => shown.has(page));
  const few = pieces.filter(([page, links]) => {
    const others = links.filter((href) => /\/stories\/\w{8}\/$/.test(href) && href !== page);
    return new Set(others).size < 3;
  });
  expect(pieces.length).toBeGreaterThan(20);
  expect(few.map(([page]) => page)).toEqual([]);
});
