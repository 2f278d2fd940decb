import { Option } from 'commander';
import { exportCopy } from '#cli/export.ts';
import { COPY_FORMAT_NAMES } from '#export/formats.ts';
import { COPY_USES } from '#export/uses.ts';
import type { Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .addOption(new Option('--use <use>', 'what it is for').choices(COPY_USES).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'its form').choices(COPY_FORMAT_NAMES).makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'a folder that is not there yet, outside of git')
    .option('--for <who>', 'who gets it and how to reach them, written to the private register')
    .action((options: Parameters<typeof exportCopy>[0]) => run(options, exportCopy(options)));
