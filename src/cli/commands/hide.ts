import { hide } from '#cli/hide.ts';
import { contentOf, type Common, type Declare } from './command.ts';

interface HideOptions extends Common {
  readonly out: string;
  readonly trace: boolean;
  readonly undo?: boolean;
}

export const declare: Declare = (command, run) =>
  command
    .option('--out <folder>', 'where the finished site is', 'dist')
    .option('--no-trace', 'its addresses answer as if it had never been')
    .option('--undo', 'end it')
    .action((id: string, options: HideOptions) =>
      run(
        options,
        hide({
          content: contentOf(options),
          id,
          out: options.out,
          noTrace: !options.trace,
          undo: options.undo === true,
          now: Date.now,
        }),
      ),
    );
