import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { EVERYWHERE } from '#deploy/headers.ts';
import { interfaceIn } from '#i18n/words.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Words of ours in the frame of the built site; or on a bare page, when there is no site to be had. */
export interface InSite {
  /** The built folder. */
  readonly folder: string;
  /** Interface language of the address; empty for the site's first. */
  readonly prefix: string;
  readonly title: string;
  /** Markup; what came from a record or a reader is written with `safe`. */
  readonly main: string;
  /** In place of the whole page, or above what it says. */
  readonly where: 'whole' | 'above';
  /** Where the same is said in another language, empty for the site's first; else that is the page of the frame. */
  readonly inLanguage?: (prefix: string) => string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page about taking something down: never kept, never told to another site, never indexed. */
export async function inSite(page: InSite): Promise<Response> {
  const { folder, prefix, status = 200 } = page;
  const file = join(folder, prefix, 'withdraw', 'index.html');
  const frame = await readFile(file, 'utf8').catch(() => undefined);
  const body = (frame && framed(frame, page)) ?? bare(page);
  const headers = new Headers({
    ...EVERYWHERE,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, noai, noimageai',
    ...page.headers,
  });
  return new Response(body, { status, headers });
}

/** Text for an element or an attribute. */
export function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function framed(frame: string, { title, main, where, inLanguage }: InSite): string | undefined {
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
    .replace(/<title>[^<]*<\/title>/, `<title>${safe(title)}</title>`)
    .replace(/ href="(?:\/([A-Za-z-]+))?\/withdraw\/"/g, (link, prefix = '') =>
      inLanguage === undefined ? link : ` href="${safe(inLanguage(prefix))}"`,
    );
  return `${called}${main}${frame.slice(to)}`;
}

function bare({ prefix, title, main }: InSite): string {
  const { lang, dir } = interfaceIn(prefix || 'en');
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${safe(title)}</title>
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
