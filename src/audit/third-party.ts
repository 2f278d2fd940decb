import { insideOf, type Tag, tagsOf } from './html-tags.ts';
import type { StructureIssue } from './structure-issue.ts';

/**
 * Whatever a browser would load from another origin without being asked: `src`, `srcset`, `poster`,
 * style sheets, fonts, scripts, frames, `url()`, `@import`, `import`, `fetch` (docs/consent.md, T34). A link
 * that a reader follows is not among them. The label names the place, not the address, which may
 * hold anything. Pure; linear in time.
 */
export function thirdPartyAddresses(input: {
  readonly text: string;
  readonly name: string;
  readonly ownOrigin?: string;
}): readonly StructureIssue[] {
  const places = new Set<string>();
  const isOther = otherOrigin(input.ownOrigin);
  const add = (place: string, pattern: RegExp, text: string): void => {
    for (const match of text.matchAll(pattern))
      if (isOther(match[1] ?? match[2] ?? '')) places.add(place);
  };
  const kind = languageOf(input.name, input.text);
  if (kind === 'style') add('style url()', STYLE_ADDRESS, input.text);
  if (kind === 'script') add('script address', SCRIPT_ADDRESS, input.text);
  if (kind === 'page') {
    for (const tag of tagsOf(input.text)) {
      for (const [place, address] of loadedBy(tag)) if (isOther(address)) places.add(place);
      for (const [name, value] of tag.attributes) {
        add('style url()', STYLE_ADDRESS, value);
        if (name.startsWith('on')) add('script address', SCRIPT_ADDRESS, value);
      }
    }
    // Only where a browser reads them so: in a paragraph they are somebody's words.
    for (const text of insideOf(input.text, 'style')) add('style url()', STYLE_ADDRESS, text);
    for (const text of insideOf(input.text, 'script')) add('script address', SCRIPT_ADDRESS, text);
  }
  return [...places].map((label) => ({ rule: 'third-party-address', label }));
}

function languageOf(name: string, text: string): 'page' | 'style' | 'script' | undefined {
  if (/\.(?:x?html?|svg)$/i.test(name)) return 'page';
  if (/\.css$/i.test(name)) return 'style';
  if (/\.[cm]?js$/i.test(name)) return 'script';
  return /^\s*<(?:!doctype html|html|svg)\b/i.test(text.slice(0, 512)) ? 'page' : undefined;
}

function otherOrigin(ownOrigin: string | undefined): (address: string) => boolean {
  const own = ownOrigin === undefined ? undefined : new URL(ownOrigin);
  return (address) => {
    const trimmed = address.trim();
    if (!/^(?:(?:https?|wss?|ftp):)?[\\/]{2}/i.test(trimmed)) return false;
    const parsed = URL.parse(trimmed, own?.href ?? 'https://own.invalid');
    return parsed === null || own === undefined || parsed.host !== own.host;
  };
}

function* loadedBy(tag: Tag): Generator<readonly [place: string, address: string]> {
  for (const [attribute, value] of tag.attributes) {
    const place = `${tag.name} ${attribute}`;
    if (attribute === 'srcset' || attribute === 'imagesrcset') {
      for (const candidate of value.split(',')) yield [place, candidate];
    } else if (LOADED.has(attribute)) yield [place, value];
    else if (attribute === 'data' && tag.name === 'object') yield [place, value];
    else if (attribute === 'content' && isRefresh(tag))
      yield [place, value.replace(/^[^=]*=\s*/, '')];
    else if (/^(?:xlink:)?href$/.test(attribute) && isFetched(tag)) yield [place, value];
  }
}

const LOADED: ReadonlySet<string> = new Set(['src', 'poster', 'background', 'ping', 'manifest']);
const FETCHED: ReadonlySet<string> = new Set(['use', 'image', 'feimage', 'base', 'script']);
const LINKS_FOLLOWED =
  /^(?:canonical|alternate|author|license|me|next|prev|self|search|help|bookmark|tag|index|up|terms-of-service|privacy-policy)$/;

function isFetched(tag: Tag): boolean {
  if (FETCHED.has(tag.name)) return true;
  if (tag.name !== 'link') return false;
  // A relation that is not known is taken to be fetched.
  const relations = (tag.attributes.get('rel') ?? 'unknown').toLowerCase().split(/\s+/);
  const isStyle = relations.includes('stylesheet');
  return isStyle || !relations.some((relation) => LINKS_FOLLOWED.test(relation));
}

function isRefresh(tag: Tag): boolean {
  return tag.name === 'meta' && tag.attributes.get('http-equiv')?.toLowerCase() === 'refresh';
}

const STYLE_ADDRESS = /\burl\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)/gi;
const SCRIPT_ADDRESS =
  /(?:\b(?:import|fetch|importScripts|Worker|EventSource|WebSocket|sendBeacon)\s*\(\s*|\b(?:from|import)\s*|\.(?:src|srcset)\s*=\s*|\.open\(\s*["'][A-Z]+["']\s*,\s*)["'`]([^"'`]+)/g;
