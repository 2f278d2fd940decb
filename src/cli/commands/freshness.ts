import { freshness } from '#cli/freshness.ts';
import { FRESH_HOURS } from '#schedule/freshness.ts';
import type { Common, Declare } from './command.ts';
import { wholeNumber } from './values.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--hours <hours>', 'the age at which it is too old', wholeNumber, FRESH_HOURS)
    .action((site: string, options: Common & { hours: number }) =>
      run(options, freshness({ site, hours: options.hours, now: Date.parse(options.at) })),
    );
