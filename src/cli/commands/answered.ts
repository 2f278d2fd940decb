import { answered } from '#cli/answered.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--all', 'every answer that is bound to no words yet')
    .action((ids: string[], options: Common & { all?: boolean }) => {
      if (options.all !== true && ids.length === 0)
        command.error('Name one or more answers, or say --all.');
      return run(
        options,
        answered({ content: contentOf(options), ids: options.all === true ? 'all' : ids }),
      );
    });
