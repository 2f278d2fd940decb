import { taskDone, tasks } from '#cli/care.ts';
import { contentOf, type Common, type Declare } from './command.ts';
import { wholeNumber } from './values.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--within <days>', 'how many days ahead to look', wholeNumber, 30)
    .option('--contacts', 'show names and contacts too', false)
    .option('--done <key>', 'this one is done')
    .action((options: Common & { within: number; contacts: boolean; done?: string }) => {
      const input = { ...options, content: contentOf(options), day: options.today };
      return run(
        options,
        options.done === undefined ? tasks(input) : taskDone({ ...input, key: options.done }),
      );
    });
