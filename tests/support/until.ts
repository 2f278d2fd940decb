import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until the answer is there. How long that takes is the machine's affair: only the test's own limit ends it. */
export async function until<T>(ask: () => T | Promise<T>): Promise<Exclude<T, false | undefined>> {
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer as Exclude<T, false | undefined>;
    await pause(20);
  }
}
