import { InvalidArgumentError } from 'commander';
import { type Use, USES } from '#consent/uses.ts';
import { importFrom } from '#cli/import.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .requiredOption('--from <path>', 'the folder, or a .csv file')
    .option('--grant <uses>', 'uses that the licence allows, for example web,search', uses)
    .action((options: Common & { from: string; grant?: readonly Use[] }) =>
      run(
        options,
        importFrom({
          content: contentOf(options),
          from: options.from,
          grant: options.grant,
          day: options.today,
        }),
      ),
    );

function uses(text: string): readonly Use[] {
  const named = text.split(',').map((use) => use.trim());
  const known = named.filter((use): use is Use => (USES as readonly string[]).includes(use));
  if (known.length !== named.length)
    throw new InvalidArgumentError(`Use one or more of: ${USES.join(', ')}.`);
  return known;
}
