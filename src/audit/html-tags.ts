/** One start tag of a page: its name in lower case, and its attributes, names in lower case. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every start tag of some HTML or SVG, with the values of attributes as written. Linear in time. */
export function* tagsOf(html: string): Generator<Tag> {
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    TAG_NAME.lastIndex = at + 1;
    const name = TAG_NAME.exec(html)?.[0];
    if (name === undefined) continue;
    const attributes = new Map<string, string>();
    at = readAttributes(html, at + 1 + name.length, attributes);
    yield { name: name.toLowerCase(), attributes };
  }
}

/** What stands inside every element of one name whose text is not read as HTML; to the end where it is not closed. */
export function* insideOf(html: string, name: 'style' | 'script'): Generator<string> {
  const low = html.toLowerCase();
  for (let at = low.indexOf(`<${name}`); at >= 0; at = low.indexOf(`<${name}`, at)) {
    const from = low.indexOf('>', at);
    if (from < 0) return;
    const to = low.indexOf(`</${name}`, from);
    yield html.slice(from + 1, to < 0 ? undefined : to);
    if (to < 0) return;
    at = to;
  }
}

const TAG_NAME = /[a-zA-Z][\w:-]*/y;
// One attribute or what separates them; each step takes at least one character.
const ATTRIBUTE = /[\s/]+|([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?|=/y;

function readAttributes(html: string, from: number, attributes: Map<string, string>): number {
  let at = from;
  while (at < html.length && html.charAt(at) !== '>') {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(html);
    if (match === null) return at;
    const [whole, name, double, single, bare] = match;
    if (name !== undefined) attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    at += whole.length;
  }
  return Math.min(at, html.length - 1);
}
