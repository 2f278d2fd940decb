import type { Use } from '#consent/uses.ts';
import { dateWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';

type MineWords = Interface['words']['mine'];

/** Why something is kept back, as its maker is told; each has its words. */
export type Because = keyof MineWords['because'];

/** How far a piece is. Days are `YYYY-MM-DD`. */
export type PieceState =
  | {
      readonly kind: Exclude<keyof MineWords['state'], 'later' | 'down-on' | 'held'>;
    }
  | { readonly kind: 'later' | 'down-on'; readonly day: string }
  | { readonly kind: 'held'; readonly because: readonly Because[] };

/** A part that somebody else may be in, by its id in the record. */
export interface PartToAdd {
  readonly part: string;
  readonly label: string;
}

/** How somebody who is in a piece answered, as its maker is told. */
export type OthersAnswer = keyof MineWords['answer'];

/** Somebody who is in a piece. */
export interface OtherInIt {
  /** Opaque id. */
  readonly person: string;
  /** What of the piece they are in, in words. */
  readonly label: string;
  readonly answer: OthersAnswer;
  /** A link can be made for them; whoever made it too is asked by a person. */
  readonly mayAsk: boolean;
}

/** What somebody who is in a piece answered; each has its words. */
export type TheirAnswer = keyof MineWords['askedYour'];

/** One thing that somebody is in. */
export type TheirThing =
  | { readonly kind: 'picture'; readonly src: string; readonly alt: string }
  | { readonly kind: 'voice'; readonly src: string }
  | {
      readonly kind: 'words';
      readonly title: string;
      readonly words: string;
      readonly language: string;
    };

/** One thing that a piece went into. Titles are in a language of their own. */
export type WentInto =
  | { readonly kind: 'site'; readonly day: string }
  | {
      readonly kind: 'exhibition';
      readonly title: Titled;
      readonly opens?: string | undefined;
      readonly closes?: string | undefined;
    }
  | { readonly kind: 'priority'; readonly title: Titled }
  | {
      readonly kind: 'answer';
      readonly title: Titled;
      readonly who: string;
      readonly day: string;
    }
  | ({ readonly kind: 'copy' } & GivenOut)
  | { readonly kind: 'thanks'; readonly day: string };

/** A copy of it that left the archive: printed, or handed to somebody. Who has it is for the desk alone. */
export interface GivenOut {
  readonly use: Use;
  readonly day: string;
}

export interface Titled {
  readonly text: string;
  readonly language: string;
  readonly href: string;
}

/** Where a piece is, in one sentence; why it is kept back stands below it. */
export function stateLine(state: PieceState, { words, lang }: Interface): string {
  const said = words.mine.state;
  if (state.kind === 'later' || state.kind === 'down-on')
    return fill(said[state.kind], { day: dateWords(state.day, lang) });
  return said[state.kind];
}

/** The lines below the state, where it is kept back. */
export function becauseLines(state: PieceState, { words }: Interface): readonly string[] {
  return state.kind === 'held' ? state.because.map((each) => words.mine.because[each]) : [];
}

/** What became of a copy, as whoever made the piece is told. */
export function givenOutLine(
  { use, day }: GivenOut,
  { words, lang }: Pick<Interface, 'words' | 'lang'>,
): string {
  return fill(words.mine.wentCopy, { day: dateWords(day, lang), use: words.consentUses[use] });
}

/** One thing that it went into, before its title; what has no title says all of it. */
export function wentLine(went: WentInto, { words, lang }: Interface): string {
  const { mine } = words;
  switch (went.kind) {
    case 'site':
      return fill(mine.wentSite, { day: dateWords(went.day, lang) });
    case 'exhibition':
      return mine.wentExhibition;
    case 'priority':
      return mine.wentPriority;
    case 'answer':
      return fill(mine.wentAnswer, { who: went.who, day: dateWords(went.day, lang) });
    case 'copy':
      return givenOutLine(went, { words, lang });
    case 'thanks':
      return fill(mine.wentThanks, { day: dateWords(went.day, lang) });
  }
}

/** From when and until when an exhibition is open, as far as it is known. */
export function openDays(went: WentInto, { words, lang }: Interface): readonly string[] {
  if (went.kind !== 'exhibition') return [];
  const { wentFrom, wentUntil } = words.mine;
  return [
    ...(went.opens === undefined ? [] : [fill(wentFrom, { day: dateWords(went.opens, lang) })]),
    ...(went.closes === undefined ? [] : [fill(wentUntil, { day: dateWords(went.closes, lang) })]),
  ];
}
