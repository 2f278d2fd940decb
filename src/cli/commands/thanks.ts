import { Option } from 'commander';
import { takeThanks, thanks } from '#cli/care.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .addOption(
      new Option('--pass <key>', 'say the words once more, and keep them no longer').conflicts(
        'drop',
      ),
    )
    .option('--drop <key>', 'keep these no longer')
    .action((options: Common & { pass?: string; drop?: string }) => {
      const content = contentOf(options);
      const key = options.pass ?? options.drop;
      const as = options.pass === undefined ? 'dropped' : 'passed';
      return run(
        options,
        key === undefined ? thanks({ content }) : takeThanks({ content, key, as }),
      );
    });
