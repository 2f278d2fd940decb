import type { Command } from 'commander';
import type { Outcome } from '#cli/printer.ts';

/** What every command can be given; see `declared` in `main.ts`. */
export interface Common {
  readonly content?: string;
  /** The London day. */
  readonly today: string;
  /** ISO 8601, in place of now. */
  readonly at: string;
  readonly json: boolean;
}

/** The content folder; the one beside the program when none is named. */
export function contentOf({ content = 'content' }: Pick<Common, 'content'>): string {
  return content;
}

/** Where `npm start` serves the archive on this machine. */
export function originHere(): string {
  return `http://localhost:${process.env['PORT'] ?? '4321'}`;
}

/** Prints what a command did, and ends with its exit code. */
export type RunCommand = (options: Pick<Common, 'json'>, work: Promise<Outcome>) => Promise<void>;

/** A file of this folder: it says which options its command takes, and what it calls. */
export type Declare = (command: Command, run: RunCommand) => unknown;
