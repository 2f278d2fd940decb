import type { Words } from '#i18n/subjects.ts';

/** What keeps a part of a waiting piece back, whatever a reviewer says. */
export type WaitingFor = keyof Words['daily']['missing'];

/** One thing that is missing: of how many people, or in which pictures, counted from 1. */
export interface Missing {
  readonly what: WaitingFor;
  readonly people?: number;
  readonly pictures?: readonly number[];
}

/** A piece that waits for a review, and the address where that is done. */
export interface WaitingView {
  readonly id: string;
  readonly title: string;
  /** Of the words; and what it is called. */
  readonly language: string;
  readonly languageName: string;
  readonly days: number;
  readonly missing: readonly Missing[];
  readonly href: string;
}
