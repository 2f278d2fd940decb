import type { ScanSquare } from './printed-receipt.ts';

/** A slip of paper by which somebody comes in. It holds what opens the door, so it is shown once. */
export interface SlipView {
  /** The interface language of whoever gets it. */
  readonly language: string;
  /** It leads to the desk, and not only to the form. */
  readonly opensDesk: boolean;
  readonly use: 'single' | 'group';
  /** A day. */
  readonly until: string;
  /** What is typed where nothing can be scanned; none for the desk. */
  readonly typed?: { readonly address: string; readonly code: string } | undefined;
  readonly square: ScanSquare;
}
