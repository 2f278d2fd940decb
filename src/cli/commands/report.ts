import { withContent } from '#cli/with-content.ts';
import { report } from '#cli/report.ts';
import { wholeNumber } from './values.ts';
import type { Common, Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--within <days>', 'how many days ahead to look', wholeNumber, 90)
    .option('--ics <file>', 'write the days ahead into a calendar file too: ids only')
    .action((options: Common & { within: number; ics?: string }) =>
      run(
        options,
        withContent(options, (content) =>
          report({ content, day: options.today, within: options.within, ics: options.ics }),
        ),
      ),
    );
