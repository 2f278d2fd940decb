import { approve } from '#cli/approve.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--all', 'every contribution')
    .action((ids: string[], options: Common & { all?: boolean }) => {
      if (options.all !== true && ids.length === 0)
        command.error('Name one or more ids, or say --all.');
      return run(
        options,
        approve({ content: contentOf(options), ids: options.all === true ? 'all' : ids }),
      );
    });
