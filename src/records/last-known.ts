import { isDay } from './fields.ts';

/** What is needed of a record when its piece comes down, whatever else is wrong with it. */
export interface LastKnown {
  readonly published: boolean;
  readonly onWithdrawal: 'notice' | 'no-trace';
}

/** Read without the schema, so that a record with a mistake in it can still be withdrawn. */
export function lastKnown(text: string): LastKnown {
  const published = /^["']?published_on["']?\s*:\s*["']?(\d{4}-\d{2}-\d{2})/m.exec(text)?.[1];
  const quiet = /["']?on_withdrawal["']?\s*:\s*["']?no-trace/m.test(text);
  return {
    published: published !== undefined && isDay(published),
    onWithdrawal: quiet ? 'no-trace' : 'notice',
  };
}
