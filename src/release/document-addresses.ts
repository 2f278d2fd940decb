import type { Inline } from './document.ts';

/** Web and mail addresses as they are written: each begins where no letter stands before it. */
const ADDRESS =
  /(?<![\p{L}\p{N}])(?:https?:\/\/[^\s<>]{1,2000}|www\.[^\s<>]{1,2000})|(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/gu;

/** Puts neighbouring texts together, and makes links of the addresses in them; links hold none. */
export function withAddresses(nodes: readonly Inline[]): Inline[] {
  return joined(nodes).flatMap((node): readonly Inline[] => {
    if (node.type === 'text') return linked(node.value);
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'deleted')
      return [{ ...node, children: withAddresses(node.children) }];
    return [node];
  });
}

function joined(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    result.push({ type: 'text', value: texts.join('') });
    texts = [];
  };
  for (const node of nodes) {
    if (node.type === 'text') texts.push(node.value);
    else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function linked(text: string): readonly Inline[] {
  const nodes: Inline[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found);
    const url = urlOf(address);
    if (url === undefined) continue;
    nodes.push({ type: 'text', value: text.slice(from, index) });
    nodes.push({ type: 'link', url, children: [{ type: 'text', value: address }], line: 0 });
    from = index + address.length;
  }
  nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

const ENDS = new Set('?!.,:;*_~\'"”’]');

/** The sentence around an address is not part of it, nor is a bracket that closes outside it. */
function withoutEnd(found: string): string {
  let open = found.split('(').length - found.split(')').length;
  // It begins with a letter or a number, so there is an end.
  for (let end = found.length; ; end -= 1) {
    const last = found[end - 1] as string;
    if (last === ')' && open < 0) open += 1;
    else if (!ENDS.has(last)) return found.slice(0, end);
  }
}

function urlOf(address: string): string | undefined {
  if (/^https?:\/\/./.test(address)) return address;
  if (/^www\.[^.]+\../.test(address)) return `http://${address}`;
  return address.includes('@') ? `mailto:${address}` : undefined;
}

const WITH_SCHEME = /^(?:https?:\/\/|tel:|mailto:)/i;
/** An address on this site: no scheme, no other host. */
const ON_SITE = /^(?:[/?#]|[\w.~%-]+(?:[/?#]|$))/;

/** http(s), tel, mailto, or an address on this site; no space or sign that a browser would drop. */
export function isSafeLink(url: string): boolean {
  if (/[\s\p{Cc}\\]/u.test(url)) return false;
  return WITH_SCHEME.test(url) || (ON_SITE.test(url) && !url.startsWith('//'));
}
