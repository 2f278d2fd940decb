import type { Words } from '#i18n/subjects.ts';
import { fill } from '#i18n/text.ts';
import {
  type Card,
  type CardPicture,
  type CardTranslation,
  titleForReader,
} from '#release/card.ts';
import type { LanguageText } from './story-view.ts';

/** An element of a card, for whoever draws it: Astro in a page, a script in the results. */
export interface CardNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (CardNode | string)[];
}

/**
 * What the interface says on some cards, as plain data: it goes with the search page, whose script draws the
 * same cards. Amounts, lists and names of languages are put in words by `cardWords`, never in a reader's browser.
 */
export interface CardWords extends Pick<
  Words,
  'kind' | 'untitled' | 'noteShort' | 'alsoIn' | 'pageIn' | 'example' | 'safePicture'
> {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** In front of every address. */
  readonly prefix: string;
  /** The interface language that was asked for, and the first of the site, in which every piece has a page. */
  readonly ui: string;
  readonly first: string;
  readonly topic: Readonly<Record<string, string>>;
  /** What stands between the two of a pair, the first of more, and the last of more. */
  readonly joins: readonly string[];
  /** By whole minutes: `Sound, 3 minutes`. */
  readonly lengths: Readonly<Record<string, string>>;
  /** Each language by its own name. */
  readonly tongues: Readonly<Record<string, LanguageText>>;
  readonly towns: Readonly<Record<string, LanguageText>>;
}

/** Where a card stands among results: the words that were asked for, marked, in place of the summary. */
export interface CardFound {
  readonly title?: readonly CardRun[] | undefined;
  readonly excerpt: { readonly language: string; readonly pieces: readonly CardRun[] };
}
interface CardRun {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * A card, element by element: the one way in which one is drawn. What its content notes say comes first, then
 * the teller's own title, and under it the title a reader can read.
 */
export function cardTree(
  card: Card,
  words: CardWords,
  heading: 'h2' | 'h3' | 'p',
  found?: CardFound,
): CardNode {
  const { topics, picture, kind, id } = card;
  const named = topics.map((topic) => words.topic[topic] ?? '');
  const note = () => fill(words.noteShort, { topics: joined(named, words.joins) });
  const link = pageOf(card, words);
  const title = [element('a', link, [element('bdi', {}, titleOf(card, words, found))])];
  return element('li', { class: `card card-${kind}`, 'data-piece': id }, [
    ...(topics.length > 0 ? [element('p', { class: 'card-note' }, [note()])] : []),
    picture
      ? pictureNode(picture, tongueOf(card.language, words), words)
      : element('div', { class: 'card-patch' }),
    element(
      heading,
      {
        class: 'card-title',
        ...(card.title === undefined ? spoken(words) : tongueOf(card.language, words)),
      },
      title,
    ),
    ...Object.values(cardTexts(card, words, found)).filter((text) => text !== undefined),
    factsOf(card, words),
  ]);
}

/** The page that is there: in the reader's language, else in the first of the site, and then it says so. */
function pageOf(card: Card, words: CardWords): CardNode['attributes'] {
  return isHere(card, words)
    ? { href: `${words.prefix}/stories/${card.id}/` }
    : { href: `/stories/${card.id}/`, hreflang: words.first };
}

function isHere({ pages = [] }: Card, { ui, first }: CardWords): boolean {
  return ui === first || pages.includes(ui);
}

/** In the teller's words, or a neutral one by kind where they are not let out. */
function titleOf({ title, kind }: Card, words: CardWords, found?: CardFound): CardNode['children'] {
  if (title === undefined) return [words.untitled[kind]];
  return found?.title ? found.title.map(runNode) : [title];
}

/** The title that a reader can read, and the summary of it, or the teller's own where there is no other. */
export function cardTexts(
  card: Card,
  words: CardWords,
  found?: CardFound,
): { readonly here: CardNode | undefined; readonly text: CardNode | undefined } {
  const here = titleForReader(card, words.lang);
  const title = { class: 'card-here', ...tongueOf(here?.language ?? '', words) };
  return {
    here: here?.title === undefined ? undefined : element('p', title, [here.title]),
    text: found ? excerptOf(card, words, found) : summaryOf(card, words, here),
  };
}

function summaryOf(card: Card, words: CardWords, here?: CardTranslation): CardNode | undefined {
  const said = here?.summary === undefined ? card : here;
  const summary = { class: 'card-summary as-typed', ...tongueOf(said.language, words) };
  return said.summary ? element('p', summary, [said.summary]) : undefined;
}

function excerptOf(card: Card, words: CardWords, { excerpt }: CardFound): CardNode | undefined {
  const tongue = tongueOf(excerpt.language || card.language, words);
  return excerpt.pieces.length === 0
    ? undefined
    : element('p', { class: 'card-excerpt', ...tongue }, excerpt.pieces.map(runNode));
}

function factsOf(card: Card, words: CardWords): CardNode {
  const { kind, speaks, language, towns, seconds, example } = card;
  const facts: (CardNode | undefined)[] = [
    element('li', {}, [words.kind[kind]]),
    speaks ? element('li', {}, [bdi(words.tongues[language], words)]) : undefined,
    ...towns.map((town) => words.towns[town] && element('li', {}, [bdi(words.towns[town], words)])),
    seconds === undefined
      ? undefined
      : element('li', { class: 'has-sound' }, [words.lengths[wholeMinutes(seconds)] ?? '']),
    alsoFact(card, words),
    pageIn(card, words),
    example ? element('li', { class: 'tag' }, [words.example]) : undefined,
  ];
  const there = facts.filter((fact) => fact !== undefined);
  return element('ul', { class: 'card-facts' }, there);
}

/** «Also in English · اردو», each language by its own name; nothing where there is no other. */
export function alsoFact({ also }: Card, words: CardWords): CardNode | undefined {
  if (also.length === 0) return undefined;
  const [before = '', after = ''] = words.alsoIn.split('{languages}');
  const names = also.flatMap((tag, at) => [
    ...(at > 0 ? [' · '] : []),
    bdi(words.tongues[tag], words),
  ]);
  const said = [before, ...names, after].filter((each) => each !== '');
  return element('li', { class: 'card-also' }, said);
}

/** The quiet word where the page that the card leads to is not in the reader's language. */
function pageIn(card: Card, words: CardWords): CardNode | undefined {
  if (isHere(card, words)) return undefined;
  const [before = '', after = ''] = words.pageIn.split('{language}');
  const said = [before, bdi(words.tongues[words.first], words), after];
  return element(
    'li',
    { class: 'card-also' },
    said.filter((each) => each !== ''),
  );
}

function pictureNode(
  { sources, fallback, alt, saysSafe }: CardPicture,
  tongue: Tongue,
  words: CardWords,
): CardNode {
  const said = saysSafe ? { alt: words.safePicture, ...spoken(words) } : { alt, ...tongue };
  const { path, width, height } = fallback;
  return element('picture', { class: 'card-picture' }, [
    ...sources.map((copy) =>
      element('source', {
        ...{ srcset: copy.path, type: copy.type, width: copy.width, height: copy.height },
      }),
    ),
    element('img', {
      ...{ src: path, ...(alt === '' && !saysSafe ? { alt } : said), width, height },
      ...{ loading: 'lazy', decoding: 'async' },
    }),
  ]);
}

interface Tongue {
  readonly lang: string;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

const tongueOf = (language: string, { tongues }: CardWords): Tongue => ({
  lang: language,
  dir: tongues[language]?.dir,
});

const spoken = ({ lang, dir }: CardWords): Tongue => ({ lang, dir });

function bdi(text: LanguageText | undefined, { lang }: CardWords): CardNode {
  const { lang: own, dir } = text ?? {};
  return element('bdi', own === lang ? {} : { lang: own, dir }, [text?.text ?? '']);
}

function runNode({ text, marked }: CardRun): CardNode | string {
  return marked ? element('mark', {}, [text]) : text;
}

/** The nearest minute, never less than one. */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}

/** A list in words, by what `listJoins` says of the language. */
function joined(items: readonly string[], [pair, middle, last]: readonly string[]): string {
  return items.reduce((said, item, at) => {
    const before = items.length === 2 ? pair : at === items.length - 1 ? last : middle;
    return `${said}${before ?? ''}${item}`;
  });
}

function element(
  tag: string,
  attributes: CardNode['attributes'],
  children: CardNode['children'] = [],
): CardNode {
  return { tag, attributes, children };
}
