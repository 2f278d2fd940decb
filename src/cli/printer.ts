/** What a command did: `data` is the same for a person and for a program. */
export interface Outcome {
  /** 0 done, 1 problems found and listed, 2 wrong use (docs/content-format.md, "Commands"). */
  readonly exit: 0 | 1 | 2;
  readonly lines: readonly string[];
  readonly data: object;
}

/** Prints an outcome as lines, or as one JSON value with `--json`. */
export function printOutcome({ lines, data }: Outcome, json: boolean): void {
  const text = json ? JSON.stringify(data, null, 2) : lines.join('\n');
  process.stdout.write(`${text}\n`);
}

/** Tells of long work on stderr, a line at a time, so that stdout stays the answer. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Tells every tenth of a long piece of work, with what is done and what there is. */
export function progress(what: string): (done: number, total: number) => void {
  let last = -1;
  return (done, total) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (tenth === last || total < 20) return;
    last = tenth;
    tell(`  ${what}: ${done} of ${total}`);
  };
}
