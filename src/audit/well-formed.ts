import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { SaxesParser } from 'saxes';
import type { StructureIssue } from './structure-issue.ts';

/**
 * Whether what machines read of a site can be read by them: feed, sitemap and drawings as XML, JSON as
 * JSON, JSON-LD in pages, robots.txt by RFC 9309. Each by the kind of its name, each strictly: a feed
 * with one control character is no feed for anybody. The label names the place, never what stands
 * there. Pure.
 */
export function formIssues(input: {
  readonly file: string;
  readonly bytes: Buffer;
}): readonly StructureIssue[] {
  const kind = Object.keys(READERS).find((each) => READERS[each as Kind].files.test(input.file));
  if (kind === undefined) return [];
  const text = utf8(input.bytes);
  const where =
    text === undefined ? 'its letters are not UTF-8' : READERS[kind as Kind].wrong(text);
  return where === undefined ? [] : [{ rule: 'not-well-formed', label: where }];
}

interface Reader {
  readonly files: RegExp;
  /** Where it cannot be read; nothing for what is well. */
  readonly wrong: (text: string) => string | undefined;
}

type Kind = 'xml' | 'json' | 'page' | 'robots';

const READERS: Record<Kind, Reader> = {
  xml: { files: /\.(?:xml|svg|rss|atom|xhtml)$/i, wrong: wrongInXml },
  json: { files: /\.(?:json|jsonld|webmanifest|geojson)$/i, wrong: wrongInJson },
  page: { files: /\.html?$/i, wrong: wrongInPage },
  robots: { files: /^robots\.txt$/, wrong: wrongInRobots },
};

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What the reader says may repeat what stands there, so only the place is told. */
function wrongInXml(text: string): string | undefined {
  const reader = new SaxesParser({ xmlns: true, position: true });
  let where: string | undefined;
  reader.on('error', () => {
    where ??= `XML, line ${reader.line}`;
  });
  // The mark of byte order is no part of the document.
  reader.write(text.replace(/^\uFEFF/, '')).close();
  return where;
}

function wrongInJson(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return 'JSON';
  }
}

/** JSON that a page carries for machines: `application/ld+json` and the like. */
function wrongInPage(text: string): string | undefined {
  // Most pages carry none, and making the tree of a page takes long.
  if (!/<script[^>]{0,200}json/i.test(text)) return undefined;
  const left: DefaultTreeAdapterTypes.Node[] = [parse(text)];
  let number = 0;
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('content' in node) left.push(node.content);
    if (!('childNodes' in node)) continue;
    left.push(...node.childNodes.toReversed());
    if (node.nodeName !== 'script' || !isJson(node)) continue;
    number += 1;
    const inside = node.childNodes.map((each) => ('value' in each ? each.value : '')).join('');
    if (wrongInJson(inside) !== undefined) return `JSON in the page, the ${number}. of it`;
  }
  return undefined;
}

function isJson(node: DefaultTreeAdapterTypes.ParentNode): boolean {
  const attributes = 'attrs' in node ? node.attrs : [];
  const type = attributes.find(({ name }) => name === 'type')?.value ?? '';
  return /^(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type.trim());
}

/** A line is empty, a remark, or a name with its value; a rule stands below whom it is for. */
function wrongInRobots(text: string): string | undefined {
  let isForSomebody = false;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n]/)
    .entries()) {
    const said = line.replace(/#.*$/, '').trim();
    if (said === '') continue;
    const [, name = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(said) ?? [];
    isForSomebody ||= name.toLowerCase() === 'user-agent';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a control is what is looked for
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(line) || !isRule(name, value, isForSomebody))
      return `robots.txt, line ${index + 1}`;
  }
  return undefined;
}

function isRule(name: string, value: string, isForSomebody: boolean): boolean {
  switch (name.toLowerCase()) {
    case 'user-agent':
      return /^(?:\*|[A-Za-z0-9_.-]+)$/.test(value);
    case 'allow':
    case 'disallow':
      return isForSomebody && /^(?:[/*]\S*)?$/.test(value);
    case 'sitemap':
      return URL.canParse(value);
    default:
      return false;
  }
}
