import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { EVERYWHERE } from '#hosting/headers.ts';
import { interfaceIn } from '#i18n/words.ts';
import { escaped } from './escape.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Words of ours in the frame of the built site; or on a bare page, when there is no site to be had. */
export interface InSite {
  /** The built folder. */
  readonly folder: string;
  /** Language of the words; the frame is the site's own page in it, or else in its first. */
  readonly language: string;
  readonly title: string;
  /** Markup; what came from a record or a reader is written with `escaped`. */
  readonly main: string;
  /** In place of the whole page, or above what it says. */
  readonly where: 'whole' | 'above';
  /** Where the same is said in another language of the site; else that is the page of the frame. `prefix` is empty for the first. */
  readonly inLanguage?: (language: string, prefix: string) => string;
  /** It shows words of people in whatever letters, so the frame must not bring the cut ones alone. */
  readonly anyLetters?: boolean;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page about taking something down: never kept, never told to another site, never indexed. */
export async function inSite(page: InSite): Promise<Response> {
  const { folder, language, status = 200 } = page;
  const first = await firstLanguage(folder);
  const own = language === first ? '' : language;
  const frame = (await frameIn(folder, own)) ?? (await frameIn(folder, ''));
  const body = (frame && framed(frame, page, first)) ?? bare(page);
  const headers = new Headers({
    ...EVERYWHERE,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, noai, noimageai',
    ...page.headers,
  });
  return new Response(body, { status, headers });
}

/** The language that has no prefix in addresses. */
export async function firstLanguage(folder: string): Promise<string> {
  return /<html[^>]*\blang="([A-Za-z-]+)"/.exec((await frameIn(folder, '')) ?? '')?.[1] ?? 'en';
}

/** The prefix may come from an address: what is no tag of a language leads to no folder. */
async function frameIn(folder: string, prefix: string): Promise<string | undefined> {
  if (!/^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/.test(prefix)) return undefined;
  try {
    return await readFile(join(folder, prefix, 'withdraw', 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
}

function framed(frame: string, page: InSite, first: string): string | undefined {
  const { title, main, where, inLanguage, anyLetters } = page;
  const tree = parse(frame, { sourceCodeLocationInfo: true });
  const inside = insideOf(find(tree, (each) => each.tagName === 'main'));
  if (inside === undefined) return undefined;
  const [from, to] = inside;
  if (where === 'above') {
    const head = find(tree, (each) => classOf(each).includes('page-head'));
    const at = head?.sourceCodeLocation?.endOffset ?? from;
    return `${frame.slice(0, at)}${main}${frame.slice(at)}`;
  }
  const called = frame
    .slice(0, from)
    .replace(/<title>[^<]*<\/title>/, `<title>${escaped(title)}</title>`)
    .replace(
      /<link rel="(?:canonical|alternate)" (?:hreflang="[^"]*" )?href="[^"]*\/withdraw\/"[^>]*>/g,
      '',
    )
    .replace(/<meta (?:name="description"|property="og:[^"]*") content="[^"]*">/g, '')
    .replace(/<html(?![^>]*data-letters)/, anyLetters ? '<html data-letters="whole"' : '<html')
    .replace(/ href="(?:\/([A-Za-z-]+))?\/withdraw\/"/g, (link, prefix = '') =>
      inLanguage === undefined ? link : ` href="${escaped(inLanguage(prefix || first, prefix))}"`,
    );
  return `${called}${main}${frame.slice(to)}`;
}

function bare({ language, title, main }: InSite): string {
  const { lang, dir } = interfaceIn(language);
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<main>${main}</main>
</html>
`;
}

function insideOf(element: Element | undefined): readonly [number, number] | undefined {
  const { startTag, endTag } = element?.sourceCodeLocation ?? {};
  return startTag && endTag ? [startTag.endOffset, endTag.startOffset] : undefined;
}

function find(node: Node, fits: (element: Element) => boolean): Element | undefined {
  if ('tagName' in node && fits(node)) return node;
  if (!('childNodes' in node)) return undefined;
  for (const child of node.childNodes) {
    const found = find(child, fits);
    if (found !== undefined) return found;
  }
  return undefined;
}

function classOf({ attrs }: Element): readonly string[] {
  return attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
}
