import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyExamples, EXAMPLE_DAY, type ServedSite, serveExamples } from '#support/served-site.ts';
import { DESK_DAY, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/**
 * What a preview shows is what is published: the same elements, but for the band, where media lie, and
 * the ways on to other pieces, of which a preview has none.
 */
let site: ServedSite;
let desk: SmallDesk;

beforeAll(async () => {
  expect(DESK_DAY).toBe(EXAMPLE_DAY);
  site = await serveExamples();
  desk = await smallDesk(({ content }) => cp('content', content, { recursive: true }));
  await copyExamples(desk.content);
});
afterAll(async () => {
  desk?.register.close();
  await site?.close();
});

const mainOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? 'no main')
    .replace(/<aside class="preview-band"[\s\S]*?<\/aside>/, '')
    .replace(/<section class="lines"[\s\S]*?<\/section>/g, '')
    .replace(/\/desk\/preview\/files\/[\w-]{32}\/media\//g, '/media/')
    .replace(/\/_(?:astro|desk)\/[\w.@~-]+/g, '/a-file-of-the-program');

async function bothOf(path: string, prefix: string) {
  const built = join(site.folder, prefix, path, 'index.html');
  if (!existsSync(built)) return undefined;
  const preview = await desk.get(`/desk/preview/${path}/?lang=${prefix === '' ? 'en' : prefix}`);
  return { built: await readFile(built, 'utf8'), preview: await preview.text() };
}

// Each exhibition in both languages, every fourth story in the first, and those that have a page in the other; all under PROVE.
test.each(['', 'ur'])('each story and exhibition is drawn as it is built (/%s)', async (prefix) => {
  let compared = 0;
  for (const folder of ['stories', 'exhibitions'])
    for (const [at, id] of (await readdir(join('content', folder))).toSorted().entries()) {
      const isAsked = folder === 'exhibitions' || prefix !== '' || at % 4 === 0;
      if (!isAsked && !process.env['PROVE']) continue;
      const both = await bothOf(`${folder}/${id}`, prefix);
      // Of what came down the built page says only that.
      if (both === undefined || !both.built.includes('<article')) continue;
      expect([id, mainOf(both.preview)]).toEqual([id, mainOf(both.built)]);
      compared += 1;
    }
  expect(compared).toBeGreaterThan(prefix !== '' ? 4 : process.env['PROVE'] ? 20 : 6);
});
