import { NAMED_KINDS } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { Direction } from '#i18n/language.ts';
import { EXPLAINERS, INTERPRETERS, METHODS_FOR_OTHERS } from '#records/consent-capture.ts';
import { AGE_BANDS, CREDITS, TOPICS } from '#records/contribution.ts';
import { OTHERS } from '#intake/contribution/answers.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import { type PaperQuestion, Column } from './column.ts';
import { BOX, type TickBox, type PrintedPlace, SHEET } from './sheet.ts';

/** One form, both sides: the page draws it, and a photograph is read by it. */
export interface PaperLayout {
  readonly boxes: readonly TickBox[];
  readonly places: readonly PrintedPlace[];
}

/** How many pictures are asked about on one sheet. */
const PICTURES = [0, 1] as const;

/**
 * The form for a direction of writing. Pure: the questions, the uses and every closed list come from
 * their tables, so that another row there is another box here, on the page and for the reader.
 */
export function paperLayout(direction: Direction): PaperLayout {
  const front = new Column('front');
  front.words('heading', 'sheet', 'title', 8);
  front.words('lead', 'sheet', 'lead', 9);
  for (const block of FRONT) front.put(block);
  const back = new Column('back');
  for (const block of BACK) back.put(block);
  const boxes = [...front.boxes, ...back.boxes];
  const places = [...front.places, ...back.places];
  if (direction === 'ltr') return { boxes, places };
  return {
    boxes: boxes.map((box) => ({ ...box, x: mirrored(box.x, BOX) })),
    places: places.map((place) => ({ ...place, x: mirrored(place.x, place.width) })),
  };
}

function mirrored(x: number, width: number): number {
  return Math.round((SHEET.width - x - width) * 100) / 100;
}

const FRONT: readonly PaperQuestion[] = [
  { step: 'language', choices: [{ field: 'language', values: OFTEN_TOLD_IN, across: 4 }] },
  {
    step: 'words',
    lead: 8,
    lines: [
      { of: 'title', count: 1 },
      { of: 'words', count: 9 },
    ],
  },
  { step: 'pictures', choices: [{ field: 'pictures', values: ['yes'], across: 3 }] },
  {
    ...{ step: 'describe', lead: 8 },
    written: PICTURES.map((at) => ({ of: `alt-${at}`, field: `drawing-${at}`, value: 'yes' })),
  },
  { step: 'sound', choices: [{ field: 'sound', values: ['yes'], across: 3 }] },
  {
    ...{ step: 'others', lead: 8, wide: 30 },
    grid: {
      rows: ['others-words', ...PICTURES.map((at) => `others-${at}`), 'others-sound'],
      columns: OTHERS,
      box: (row, column) => ({ field: row, value: column }),
    },
  },
];

const BACK: readonly PaperQuestion[] = [
  {
    ...{ step: 'uses', lead: 8, wide: 20 },
    grid: {
      rows: USES,
      columns: NAMED_KINDS,
      box: (use, kind) => ({ field: 'yes', value: `${use} ${kind}` }),
    },
  },
  {
    ...{ step: 'credit', lead: 4.5 },
    choices: [{ field: 'as', values: CREDITS, across: 3 }],
    lines: [{ of: 'name', count: 1 }],
  },
  { step: 'notes', lead: 4.5, choices: [{ field: 'note', values: TOPICS, across: 3 }] },
  { step: 'age', lead: 4.5, choices: [{ field: 'age', values: AGE_BANDS, across: 3 }] },
  { step: 'look', choices: [{ field: 'seen', values: ['yes'], across: 1 }] },
  {
    step: 'explained',
    choices: [
      { field: 'by', values: EXPLAINERS, across: 4 },
      { field: 'how', values: METHODS_FOR_OTHERS, across: 3 },
      { field: 'interpreter', values: INTERPRETERS, across: 3 },
    ],
    lines: [{ of: 'explained', count: 1 }],
  },
];
