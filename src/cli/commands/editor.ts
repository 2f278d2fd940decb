import { writeEditor } from '#cli/editor.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .requiredOption('--out <folder>', 'a folder that is not there yet')
    .action((options: Common & { out: string }) =>
      run(options, writeEditor({ content: contentOf(options), out: options.out })),
    );
