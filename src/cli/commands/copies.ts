import { listCopies, noteDestroyed } from '#cli/copies.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--destroyed <key>', 'whoever had this copy said that it is destroyed')
    .action((options: Common & { readonly destroyed?: string }) =>
      run(
        options,
        options.destroyed === undefined
          ? listCopies(options)
          : noteDestroyed(contentOf(options), options.destroyed, options.today),
      ),
    );
