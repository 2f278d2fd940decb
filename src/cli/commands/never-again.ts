import { Option } from 'commander';
import { blocklist } from '#cli/blocklist.ts';
import { contentOf, type Common, type Declare } from './command.ts';

interface NeverAgainOptions extends Common {
  readonly export?: string;
  readonly exportKey?: string;
  readonly import?: string;
  readonly allow?: string;
  readonly startAnew?: boolean;
  readonly part?: string;
}

export const declare: Declare = (command, run) =>
  command
    .option('--export <file>', 'write the list there, for a machine that builds')
    .option('--export-key <file>', 'write its key there, to be kept as a secret of that machine')
    .addOption(
      new Option('--import <file>', 'join a list to the one here').conflicts([
        'export',
        'exportKey',
      ]),
    )
    .addOption(
      new Option('--allow <id>', 'the person said yes again: take it off the list').conflicts([
        ...['export', 'exportKey', 'import'],
      ]),
    )
    .option('--part <id>', 'with --allow: only this part')
    .addOption(
      new Option(
        '--start-anew',
        'the lists of this archive are left nowhere: go on without them',
      ).conflicts(['export', 'exportKey', 'import', 'allow']),
    )
    .action((options: NeverAgainOptions) => {
      if (options.part !== undefined && options.allow === undefined)
        command.error('--part says which part --allow lets back in. Say --allow too.');
      return run(
        options,
        blocklist({
          content: contentOf(options),
          exportTo: options.export,
          exportKeyTo: options.exportKey,
          importFrom: options.import,
          allow: options.allow,
          part: options.part,
          startAnew: options.startAnew,
        }),
      );
    });
