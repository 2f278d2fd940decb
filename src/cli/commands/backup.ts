import { backup } from '#cli/backup.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .requiredOption('--out <folder>', 'a folder that is not there yet')
    .requiredOption('--recipient <key...>', 'two or more recipients of age (age1…)')
    .action((options: Common & { out: string; recipient: string[] }) =>
      run(
        options,
        backup({ content: contentOf(options), out: options.out, recipients: options.recipient }),
      ),
    );
