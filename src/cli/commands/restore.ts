import { restore } from '#cli/restore.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .requiredOption('--from <folder>', 'the folder of the backup')
    .requiredOption('--identity <file>', 'the file with a secret key of age')
    .option('--into <file>', 'another file to put it into, for example to look at it')
    .action((options: Common & { from: string; identity: string; into?: string }) =>
      run(options, restore({ ...options, content: contentOf(options) })),
    );
