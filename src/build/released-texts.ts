import { SOURCE_FOLDER } from '#state/source-folder.ts';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { mapConcurrently } from '#release/map-concurrently.ts';
import type { WithheldText } from '#release/withheld-texts.ts';
import { typedAndSeen } from '#release/words.ts';
import { alsoNames, publicIn, exposureOf } from './public-words.ts';

/** Everything that is public and so cannot be a leak: what was let out, the site's own words, the index's programs. */
export async function publicTexts(of: {
  /** The release tree that the folder was drawn from. */
  readonly release: string;
  readonly dist: string;
  /** What pictures say of their use, which is ours, by file. */
  readonly packets: ReadonlyMap<string, string>;
  /** What is looked for in that folder. */
  readonly withheld: readonly WithheldText[];
}): Promise<readonly string[]> {
  const called = of.withheld.flatMap((entry) => (entry.isName === true ? [entry.text] : []));
  return [
    ...(await releasedTexts(of.release, called)),
    ...(await ownTexts(SOURCE_FOLDER)),
    ...(await indexScripts(of.dist)),
    ...new Set(of.packets.values()),
  ];
}

/** Rooms whose every word is the site's own: names of elements and classes, and the words of the interface. */
const OWN_ROOMS = ['components', 'hosting', 'i18n', 'layouts', 'pages', 'styles'];

/** Words that the tools which write pages, feeds and maps put there. */
const TOOL_WORDS =
  'doctype html urlset url loc lastmod sitemapindex sitemap schemas xhtml image video news rss channel item guid xml version encoding generator astro pagefind fragment index meta filter wasm worker';

/**
 * The site's own words, which are on its pages whatever was shared: a withheld title such as "Home"
 * cannot be told from them, so the audit must know that they are public.
 */
async function ownTexts(source: string): Promise<readonly string[]> {
  const inRooms = await mapConcurrently(1, OWN_ROOMS, (room) =>
    readdir(join(source, room), { recursive: true, withFileTypes: true }),
  );
  const files = inRooms
    .flat()
    .filter((entry) => entry.isFile() && !/\.(woff2|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return [TOOL_WORDS, ...(await mapConcurrently(AT_ONCE, files, (file) => readFile(file, 'utf8')))];
}

/** The texts of the release tree that are public, by the table of `public-words.ts`. */
async function releasedTexts(
  folder: string,
  called: readonly string[],
): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.(md|json)$/.test(entry.name));
  const found = await mapConcurrently(AT_ONCE, files, async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const row = exposureOf(relative(folder, path).replaceAll('\\', '/'));
    if (row === 'elsewhere') return publicIn('', row);
    const text = await readFile(path, 'utf8');
    return publicIn(name.endsWith('.json') ? JSON.parse(text) : typedAndSeen(text), row);
  });
  const names = found.flatMap((each) => each.names);
  return [...found.flatMap(({ texts }) => texts), ...alsoNames(called, names)];
}

/** A system lets a process open so many files, and a large archive has more. */
const AT_ONCE = 16;

/** Pagefind's own programs, which bring words of theirs in many languages; its engine is compressed. */
async function indexScripts(dist: string): Promise<readonly string[]> {
  const folder = join(dist, 'pagefind');
  const names = await readdir(folder).catch(() => []);
  return mapConcurrently(
    AT_ONCE,
    names.filter((name) => /\.js$|^wasm\.[\w-]+\.pagefind$/.test(name)),
    async (name) => {
      const bytes = await readFile(join(folder, name));
      return name.endsWith('.js') ? bytes.toString('utf8') : gunzipSync(bytes).toString('latin1');
    },
  );
}
