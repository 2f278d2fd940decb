/** What every command can be given; see `command` in `main.ts`. */
export interface Common {
  readonly content?: string;
  /** The London day. */
  readonly today: string;
  /** ISO 8601, in place of now. */
  readonly at: string;
  readonly json: boolean;
}

/** The content folder; the one beside the program when none is named. */
export function contentOf({ content = 'content' }: Common): string {
  return content;
}
