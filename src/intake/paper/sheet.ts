import { QUESTIONS, type StepName } from '#intake/contribution/steps.ts';

/** All lengths here are millimetres from the upper left corner of a sheet of A4. */
export const SHEET = { width: 210, height: 297 } as const;
export const SIDES = ['front', 'back'] as const;
export type Side = (typeof SIDES)[number];

/** A box to tick: what a browser would send for it, so that paper and phone are taken by the same function. */
export interface TickBox {
  readonly side: Side;
  readonly step: StepName;
  /** Name of the field of the form, and its value. */
  readonly field: string;
  readonly value: string;
  /** Its upper left corner; it is `BOX` wide and high. */
  readonly x: number;
  readonly y: number;
}

/** Where words are printed, or written by hand on a line. */
export interface PrintedPlace {
  readonly side: Side;
  readonly role: 'heading' | 'lead' | 'label' | 'column' | 'row' | 'line';
  readonly step: TickBox['step'] | 'sheet';
  /** Which of its words: `field value` of a label, the name of a line, a row or a column, the number of a question. */
  readonly of: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height of a box, and how thick its frame is, drawn inside of that. */
export const BOX = 4.6;
export const FRAME = 0.35;

/** The number of a question, on paper as on a phone; nothing for what is asked of a champion alone. */
export function numberOf(step: TickBox['step']): number | undefined {
  const at = QUESTIONS.indexOf(step);
  return at < 0 ? undefined : at + 1;
}
