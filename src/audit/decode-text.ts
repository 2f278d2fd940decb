/** Another way to read a text, and what it is called in a finding. */
export interface TextReading {
  readonly text: string;
  readonly how: string;
}

/**
 * A text with one layer of escapes taken off: HTML entities, percent-encoding and the escapes of
 * JSON and JavaScript. All in one reading, because a page mixes them; a second layer is taken off by
 * reading the result again. `undefined` when there was none.
 */
export function unescaped(text: string): TextReading | undefined {
  const hows: string[] = [];
  let read = text;
  for (const { how, decode, looksLikely } of ESCAPES) {
    if (!looksLikely.test(read)) continue;
    const next = decode(read);
    if (next !== read) hows.push(how);
    read = next;
  }
  return hows.length === 0 ? undefined : { text: read, how: hows.join('+') };
}

interface Escape {
  readonly how: string;
  readonly looksLikely: RegExp;
  readonly decode: (text: string) => string;
}

const ESCAPES: readonly Escape[] = [
  { how: 'entity', looksLikely: /&[#a-zA-Z]/, decode: decodeEntities },
  { how: 'percent', looksLikely: /%[0-9a-fA-F]{2}/, decode: decodePercent },
  { how: 'json-escape', looksLikely: /\\[ux/"'ntr\\]/, decode: decodeEscapes },
];

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED_ENTITIES.get(name) ?? accented(name) ?? whole;
      return characterOf(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal), whole);
    },
  );
}

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['Tab', ' '],
  ['NewLine', '\n'],
  ['shy', ''],
  ['zwj', ''],
  ['zwnj', ''],
  ['hyphen', '-'],
  ['dash', '-'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lowbar', '_'],
  ['period', '.'],
  ['commat', '@'],
  ['sol', '/'],
  ['colon', ':'],
  ['plus', '+'],
  ['percnt', '%'],
  ['num', '#'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['AElig', 'Æ'],
  ['oslash', 'ø'],
  ['Oslash', 'Ø'],
  ['lstrok', 'ł'],
  ['Lstrok', 'Ł'],
]);

const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['uml', '\u0308'],
  ['tilde', '\u0303'],
  ['cedil', '\u0327'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['ogon', '\u0328'],
  ['dot', '\u0307'],
  ['macr', '\u0304'],
]);

/** `eacute`, `Ccedil`, `zdot`: a letter and its accent, instead of two thousand named entities. */
function accented(name: string): string | undefined {
  const accent = ACCENTS.get(name.slice(1));
  return accent === undefined ? undefined : `${name.charAt(0)}${accent}`.normalize('NFC');
}

function characterOf(point: number, otherwise: string): string {
  return point > 0 && point <= 0x10_ffff ? String.fromCodePoint(point) : otherwise;
}

function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function decodeEscapes(text: string): string {
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([ntrbf])|([\\/"'`]))/g,
    (whole, braced?: string, four?: string, two?: string, blank?: string, self?: string) => {
      if (self !== undefined) return self;
      if (blank !== undefined) return '\n';
      const unit = parseInt(four ?? two ?? braced ?? '', 16);
      // Four digits may be half of a pair, so they are units and not whole characters.
      return braced === undefined ? String.fromCharCode(unit) : characterOf(unit, whole);
    },
  );
}

/** A text without its tags and comments: once with nothing in their place, once with a space. */
export function readingsWithoutTags(text: string): readonly TextReading[] {
  const pieces = textBetweenTags(text);
  if (pieces.length < 2) return [];
  return [
    { text: pieces.join(''), how: 'joined-across-tags' },
    { text: pieces.join(' '), how: 'without-tags' },
  ];
}

function textBetweenTags(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (!/[a-zA-Z/!?]/.test(text.charAt(at + 1))) continue;
    const close = text.startsWith('<!--', at) ? '-->' : '>';
    const end = text.indexOf(close, at + 1);
    if (end < 0) break;
    pieces.push(text.slice(from, at));
    from = end + close.length;
    at = from - 1;
  }
  pieces.push(text.slice(from));
  return pieces;
}
