import type { Words } from '#i18n/subjects.ts';

/** What keeps a part of a waiting piece back, whatever a reviewer says. */
export type WaitingFor = keyof Words['daily']['missing'];

/** A piece that waits for a review, and the address where that is done. */
export interface WaitingView {
  readonly id: string;
  readonly title: string;
  /** Of the words; and what it is called. */
  readonly language: string;
  readonly languageName: string;
  readonly days: number;
  readonly missing: readonly WaitingFor[];
  readonly href: string;
}
