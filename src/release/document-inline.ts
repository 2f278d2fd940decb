import { parseFragment } from 'parse5';
import type { Inline, RefusedMark } from './document.ts';
import { withAddresses } from './document-addresses.ts';
import { type InlineItem, runAt, withEmphasis } from './document-emphasis.ts';
import { backtickRuns, type CodeEnds, nextEnd, runLength } from './document-code.ts';
import { newlines } from './document-tags.ts';

/** Addresses that links name by a word, by that word in small letters. */
export type Definitions = ReadonlyMap<string, string>;

/**
 * The marks in a line of facilitators' prose (emphasis, links, code, breaks), as in Markdown; raw HTML
 * and what MDX would run become `refused`. Time grows with the length of the text; nothing is nested
 * deeper than `document-emphasis.ts` lets it.
 */
export function parseInline(text: string, line: number, definitions: Definitions): Inline[] {
  const reader = new InlineReader(text, line, definitions);
  return withAddresses(withEmphasis(reader.read()));
}

/** So many brackets wait for their other end; this keeps the time in step with the length of the text. */
const MOST_OPEN = 64;

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const PLAIN = /[^\\`&<{![\]*_~\n]+/y;
/** A letter by its number or its name. */
const LETTER = '&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});';
const REFERENCE = new RegExp(LETTER, 'y');
const ESCAPE = new RegExp(`\\\\([!-/:-@[-\`{-~])|${LETTER}`, 'g');
const MARKUP = /<(?=[A-Za-z/!?>_$])/y;
/** `(address "title")` behind the words of a link; an address longer than this is none. */
const TARGET =
  /\([ \n]*(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}))(?:[ \n]+(?:"[^"]{0,500}"|'[^']{0,500}'))?[ \n]*\)/y;
const LABEL = /\[([^[\]]{0,500})\]/y;

class InlineReader {
  readonly #text: string;
  readonly #definitions: Definitions;
  readonly #items: InlineItem[] = [];
  /** Where the open brackets stand: in the text, and among the items. */
  #brackets: { readonly at: number; readonly item: number; readonly picture: boolean }[] = [];
  readonly #codeEnds: ReadonlyMap<number, CodeEnds>;
  #at = 0;
  #line: number;

  constructor(text: string, line: number, definitions: Definitions) {
    this.#text = text;
    this.#line = line;
    this.#definitions = definitions;
    this.#codeEnds = backtickRuns(text);
  }

  read(): InlineItem[] {
    while (this.#at < this.#text.length) {
      const plain = this.#match(PLAIN);
      if (plain !== undefined) this.#say(plain[0]);
      else this.#mark(this.#text[this.#at] as string);
    }
    return this.#items;
  }

  #mark(sign: string): void {
    switch (sign) {
      case '\\':
        this.#backslash();
        return;
      case '`':
        this.#code();
        return;
      case '&': {
        const reference = this.#match(REFERENCE);
        this.#say(reference === undefined ? this.#one() : letters(reference[0]));
        return;
      }
      case '<':
        if (this.#match(MARKUP)) this.#refuse('component');
        else this.#say(this.#one());
        return;
      case '{':
        this.#at += 1;
        this.#refuse('brackets');
        return;
      case '\n':
        this.#newline();
        return;
      case '!':
      case '[':
      case ']':
        this.#bracket(sign);
        return;
      default: {
        const run = runAt(this.#text, this.#at);
        this.#at += run.count;
        this.#items.push(run);
      }
    }
  }

  #backslash(): void {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') {
      this.#at += 2;
      this.#line += 1;
      this.#items.push({ type: 'break' });
    } else if (PUNCTUATION.test(next)) {
      this.#at += 2;
      this.#say(next);
    } else this.#say(this.#one());
  }

  #code(): void {
    const count = runLength(this.#text, this.#at);
    const start = this.#at + count;
    const end = nextEnd(this.#codeEnds.get(count), start);
    this.#at = start;
    if (end === undefined) {
      this.#say('`'.repeat(count));
      return;
    }
    const inside = this.#text.slice(start, end).replaceAll('\n', ' ');
    const padded = inside.startsWith(' ') && inside.endsWith(' ') && inside.trim() !== '';
    this.#items.push({ type: 'code', value: padded ? inside.slice(1, -1) : inside });
    this.#line += newlines(this.#text, start, end);
    this.#at = end + count;
  }

  /** Two spaces at the end of a line are a break; one, or one at the start of the next, says nothing. */
  #newline(): void {
    const spaces = this.#takeSpaces();
    this.#line += 1;
    this.#at += 1;
    if (spaces >= 2) this.#items.push({ type: 'break' });
    else this.#say('\n');
  }

  /** Takes the spaces at the end of what was said last; answers how many there were. */
  #takeSpaces(): number {
    const last = this.#items.at(-1);
    if (last?.type !== 'text') return 0;
    const value = last.value.replace(/(?<![ \t])[ \t]+$/, '');
    this.#items.splice(-1, 1, { type: 'text', value });
    return last.value.length - value.length;
  }

  #bracket(sign: '!' | '[' | ']'): void {
    if (sign === ']') {
      this.#closeBracket();
      return;
    }
    const picture = sign === '!';
    if (picture && this.#text[this.#at + 1] !== '[') {
      this.#say(this.#one());
      return;
    }
    this.#at += picture ? 2 : 1;
    this.#brackets.push({ at: this.#at, item: this.#items.length, picture });
    if (this.#brackets.length > MOST_OPEN) this.#brackets.shift();
    this.#items.push({ type: 'opens', picture });
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    const end = this.#at;
    this.#at += 1;
    if (bracket === undefined) {
      this.#say(']');
      return;
    }
    const line = this.#line;
    const url = this.#target() ?? this.#named(bracket.at, end);
    if (url === undefined) {
      this.#say(']');
      return;
    }
    const inside = this.#items.splice(bracket.item).slice(1);
    if (bracket.picture) {
      this.#refuse('picture');
      return;
    }
    // A link holds no link: brackets that are still open before it are only brackets.
    this.#brackets = this.#brackets.filter(({ picture }) => picture);
    this.#items.push({ type: 'link', url, children: withEmphasis(inside), line });
  }

  #target(): string | undefined {
    const target = this.#match(TARGET);
    if (target === undefined) return undefined;
    this.#line += newlines(target[0], 0, target[0].length);
    return withoutEscapes((target[1] ?? target[2]) as string);
  }

  #named(from: number, to: number): string | undefined {
    const own = this.#text.slice(from, to);
    const before = this.#at;
    const url = this.#definitions.get(referenceLabel(this.#match(LABEL)?.[1] || own));
    if (url === undefined) this.#at = before;
    return url ?? this.#definitions.get(referenceLabel(own));
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at += found[0].length;
    return found;
  }

  #one(): string {
    this.#at += 1;
    return this.#text[this.#at - 1] as string;
  }

  #say(value: string): void {
    this.#items.push({ type: 'text', value });
  }

  #refuse(why: RefusedMark): void {
    this.#items.push({ type: 'refused', line: this.#line, why });
  }
}

/** The word by which a link names an address. */
export function referenceLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** A text without its backslashes, and with letters for its character references. */
export function withoutEscapes(text: string): string {
  return text.replace(ESCAPE, (all: string, escaped?: string) => escaped ?? letters(all));
}

/** `&eacute;` as HTML reads it; what HTML does not know stays as it is written. */
export function letters(reference: string): string {
  const [{ value }] = parseFragment(reference).childNodes as unknown as readonly [
    { readonly value: string },
  ];
  // HTML knows some names without their `;`, and would read the start of a longer one that it does not know.
  return value.length <= 2 ? value : reference;
}
