import { USES } from '#consent/uses.ts';
import { languageName } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import { refusalsInWords } from '#consent/reasons.ts';
import type { OtherInIt, PartToAdd, PieceState, TheirThing, WentInto } from './own-piece.ts';
import type { PreviewAbout } from './preview-about.ts';
import type { FilledGrid, GridAnswer } from './printed-receipt.ts';
import type { TakeDownChoice, TakenDownView } from './take-down-view.ts';
import type { WaitingView } from './waiting-view.ts';
import type { SlipView } from './invitation-slip.ts';

/** What the components of pages that one person sees are shown with: of nobody's piece, in words of ours. */
export interface DrawnExamples {
  readonly code: string;
  readonly choices: readonly TakeDownChoice[];
  readonly taken: TakenDownView;
  readonly grid: FilledGrid;
  /** The most letters that thanks may have. */
  readonly most: number;
  readonly about: PreviewAbout;
  readonly own: OwnPieceExample;
  readonly slip: SlipView;
  readonly waiting: readonly WaitingView[];
}

/** A piece as whoever made it sees it. */
export interface OwnPieceExample {
  readonly state: PieceState;
  readonly others: readonly OtherInIt[];
  readonly parts: readonly PartToAdd[];
  readonly known: number;
  readonly went: readonly WentInto[];
  readonly things: readonly TheirThing[];
}

export function drawnExamples({ words, lang }: Interface): DrawnExamples {
  return {
    code: 'XXXXX-XXXXX',
    choices: [
      { value: 'all', group: 'all', label: words.takeAll },
      { value: 'part:words', group: 'part', label: words.partWords },
      { value: 'part:v1', group: 'part', label: words.partVoice },
      ...USES.map((use) => ({
        value: `use:${use}`,
        group: 'use' as const,
        label: words.consentUses[use],
      })),
      { value: 'person:p2', group: 'person', label: 'p2' },
    ],
    taken: {
      choice: words.takeAll,
      isWhole: false,
      at: '2026-11-22T12:00:00.000Z',
      pages: 2,
      files: 1,
      inSearch: true,
      isUnwritten: true,
      isUntaken: true,
      givenOut: [{ use: 'print', day: '2026-12-02' }],
      rebuild: 'failed',
    },
    grid: {
      kinds: [
        { kind: 'words', words: words.consentKinds.words },
        { kind: 'photo', words: words.consentKinds.pictures },
        { kind: 'voice', words: words.consentKinds.voice },
      ],
      rows: USES.map((use, at) => ({
        words: words.consentUses[use],
        answers: ANSWERS[at % 3] ?? {},
      })),
    },
    slip: {
      ...{ language: lang, opensDesk: false, use: 'group', until: '2026-12-22' },
      typed: { address: 'archive.example/share/', code: 'XXXXX-XXXXX' },
      square: { size: 29, path: 'M4 4h7v7h-7zM18 4h7v7h-7zM4 18h7v7h-7z' },
    },
    waiting: [
      {
        ...{ id: 'example1', title: 'بارش والی شام', language: 'ur' },
        ...{ languageName: languageName('ur', lang), days: 3, href: '#drawn' },
        missing: [
          { what: 'unasked', people: 1 },
          { what: 'descriptions', pictures: [2, 3] },
        ],
      },
    ],
    most: 500,
    about: {
      ...{ kind: 'shown', version: 'saved', savedAt: '2026-11-22T12:00:00.000Z' },
      keptBack: [
        {
          label: fill(words.partPicture, { number: '1' }),
          reasons: refusalsInWords([{ reason: 'not-yet-answered', person: 'p2' }]),
        },
      ],
      changed: [fill(words.partPicture, { number: '2' })],
      problems: [],
    },
    own: ownPiece(words),
  };
}

function ownPiece({ mine, partWords, partVoice }: Interface['words']): OwnPieceExample {
  const title = { text: 'بارش والی شام', language: 'ur', href: '#drawn' };
  return {
    state: { kind: 'held', because: ['stopped', 'others'] },
    others: [
      { person: 'p2', label: fill(mine.inPicture, { number: '1' }), answer: 'asked', mayAsk: true },
      { person: 'p3', label: mine.inWords, answer: 'not-asked', mayAsk: true },
    ],
    parts: [
      { part: 'words', label: partWords },
      { part: 'v1', label: partVoice },
    ],
    known: 3,
    went: [
      { kind: 'site', day: '2026-11-22' },
      { kind: 'exhibition', title, opens: '2026-12-01', closes: '2027-01-31' },
      { kind: 'priority', title },
      { kind: 'answer', title, who: 'An institution', day: '2026-12-02' },
      { kind: 'copy', use: 'print', day: '2026-12-02' },
      { kind: 'thanks', day: '2026-12-03' },
    ],
    things: [
      { kind: 'picture', src: '/favicon.svg', alt: 'چائے کی پیالی' },
      { kind: 'words', title: title.text, words: 'One\n  two', language: 'ur' },
    ],
  };
}

const ANSWERS: readonly Readonly<Record<string, GridAnswer>>[] = [
  { words: 'yes', photo: 'some', voice: 'no' },
  { words: 'yes', photo: 'yes', voice: 'yes' },
  { words: 'no', photo: 'no', voice: 'no' },
];
