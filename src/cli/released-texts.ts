import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { inFlight } from '#release/in-flight.ts';
import { typedAndSeen } from '#release/words.ts';

/** The program's own source, beside this room. */
export const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/** Everything that is public and so cannot be a leak: what was let out, the site's own words, the index's programs. */
export async function publicTexts(of: {
  /** The release tree that the folder was drawn from. */
  readonly release: string;
  readonly dist: string;
  /** What pictures say of their use, which is ours, by file. */
  readonly packets: ReadonlyMap<string, string>;
}): Promise<readonly string[]> {
  return [
    ...(await releasedTexts(of.release)),
    ...(await ownTexts(SOURCE)),
    ...(await indexScripts(of.dist)),
    ...new Set(of.packets.values()),
  ];
}

/** Rooms whose every word is the site's own: names of elements and classes, and the words of the interface. */
const OWN_ROOMS = ['components', 'deploy', 'i18n', 'layouts', 'pages', 'styles'];

/** Words that the tools which write pages, feeds and maps put there. */
const TOOL_WORDS =
  'doctype html urlset url loc lastmod sitemapindex sitemap schemas xhtml image video news rss channel item guid xml version encoding generator astro pagefind fragment index meta filter wasm worker';

/**
 * The site's own words, which are on its pages whatever was shared: a withheld title such as "Home"
 * cannot be told from them, so the audit must know that they are public.
 */
async function ownTexts(source: string): Promise<readonly string[]> {
  const inRooms = await inFlight(1, OWN_ROOMS, (room) =>
    readdir(join(source, room), { recursive: true, withFileTypes: true }),
  );
  const files = inRooms
    .flat()
    .filter((entry) => entry.isFile() && !/\.(woff2|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  return [TOOL_WORDS, ...(await inFlight(AT_ONCE, files, (file) => readFile(file, 'utf8')))];
}

/**
 * The texts of the release tree that are public: what contributors let out, and the facilitators'
 * lists. A withheld phrase that is also one of these cannot be told from it, so the audit does not
 * look for it. Exhibitions, pages, community assets and the answers of institutions are different:
 * somebody may have written withheld words into them, so only their single words count as public,
 * never a phrase.
 */
async function releasedTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) =>
      entry.isFile() && /\.(md|mdx|json)$/.test(entry.name) && entry.name !== 'manifest.json',
  );
  const texts = await inFlight(AT_ONCE, files, async ({ parentPath, name }) => {
    const text = await readFile(join(parentPath, name), 'utf8');
    if (name.endsWith('.mdx') || WORD_BY_WORD.has(basename(parentPath)))
      return [...text.split(/\s+/), ...namesIn(text)];
    return name.endsWith('.json') ? stringsIn(JSON.parse(text)) : typedAndSeen(text);
  });
  return texts.flat();
}

/**
 * What facilitators called a thing: a piece may be called the same, and when that one ends it must not
 * keep the next site from being made, while the last one goes on showing it.
 */
function namesIn(text: string): readonly string[] {
  const json = /^---\n(\{.*?\n\})\n---/s.exec(text)?.[1] ?? text;
  try {
    const read = JSON.parse(json) as unknown;
    const all = (Array.isArray(read) ? read : [read]) as { title?: unknown; name?: unknown }[];
    return all.flatMap(({ title, name }) => stringsIn([title, name]));
  } catch {
    return [];
  }
}

/** A system lets a process open so many files, and a large archive has more. */
const AT_ONCE = 16;

/** Folders of the release tree where a withheld phrase must not pass for a public one. */
const WORD_BY_WORD = new Set(['responses', 'assets']);

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

/** Pagefind's own programs, which bring words of theirs in many languages; its engine is compressed. */
async function indexScripts(dist: string): Promise<readonly string[]> {
  const folder = join(dist, 'pagefind');
  const names = await readdir(folder).catch(() => []);
  return inFlight(
    AT_ONCE,
    names.filter((name) => /\.js$|^wasm\.[\w-]+\.pagefind$/.test(name)),
    async (name) => {
      const bytes = await readFile(join(folder, name));
      return name.endsWith('.js') ? bytes.toString('utf8') : gunzipSync(bytes).toString('latin1');
    },
  );
}
