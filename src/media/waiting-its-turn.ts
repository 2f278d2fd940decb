import { readFileSync } from 'node:fs';

/** A process that got less than this share of a core was waiting for one, not at work. */
const AT_WORK = 0.6;

/** How often a time limit may be given again to a process that waits: then it counts as hung. */
export const MOST_WAITS = 5;

/** The time a process has had on the processors so far, in milliseconds; unknown where /proc is not. */
export function processorTime(pid: number | undefined): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // After the name in brackets: user and system time are the 12th and 13th, in hundredths of a second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/**
 * Whether a process that reached its limit of wall time was kept waiting by a busy machine, so that a
 * good file is not refused because other work was going on.
 */
export function waitedForItsTurn(input: {
  readonly used: number | undefined;
  readonly elapsed: number;
}): boolean {
  return input.used !== undefined && input.used < input.elapsed * AT_WORK;
}
