import { readFileSync } from 'node:fs';

/** Where nobody can tell how much of a processor a job had, it is taken to have had this share of one. */
const UNKNOWN_SHARE = 0.25;

/** A job that neither works nor says anything for this long has stopped, milliseconds. */
export const LONGEST_SILENCE = 60_000;

/** How often a job is looked at, milliseconds at most. */
const LOOK_EVERY = 1000;

/** Tells the time and what a process has had of the processors, both in milliseconds. */
export interface Clock {
  readonly now: () => number;
  readonly processorTime: (pid: number | undefined) => number | undefined;
}

export const MACHINE_CLOCK: Clock = { now: () => performance.now(), processorTime };

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
 * What a job has spent, in milliseconds: the time it was at work, not the time that passed, so that
 * a good file is never refused because other work was going on. With two processors at work on
 * it the time that passed is the smaller, and counts.
 */
export function spent(input: {
  readonly used: number | undefined;
  readonly elapsed: number;
}): number {
  return Math.min(input.used ?? input.elapsed * UNKNOWN_SHARE, input.elapsed);
}

/**
 * Keeps the account of one job: what it spent against what it is allowed, and its silence. `look`
 * gives the milliseconds until it is to be looked at again, or `undefined` when its time is over.
 */
export function openAccount(
  pid: number | undefined,
  { now, processorTime: timeOf }: Clock,
): { look: (allowed: number) => number | undefined; heard: () => void } {
  const started = now();
  const usedBefore = timeOf(pid) ?? 0;
  let lastSign = started;
  let lastUsed: number | undefined;
  return {
    heard() {
      lastSign = now();
    },
    look(allowed) {
      const at = now();
      const total = timeOf(pid);
      const used = total === undefined ? undefined : total - usedBefore;
      if (used !== lastUsed) lastSign = at;
      lastUsed = used;
      const left = allowed - spent({ used, elapsed: at - started });
      if (left <= 0 || at - lastSign > LONGEST_SILENCE) return undefined;
      return Math.min(Math.max(left, 1), LOOK_EVERY);
    },
  };
}
