import { start } from '#cli/start.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--out <folder>', 'where the finished site goes', 'dist')
    .action((options: Common & { out: string }) =>
      run(
        options,
        start({
          content: contentOf(options),
          out: options.out,
          day: options.today,
          at: options.at,
          json: options.json,
          env: process.env,
        }),
      ),
    );
