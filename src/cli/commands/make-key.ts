import { makeKey } from '#cli/backup.ts';
import type { Common, Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .requiredOption('--out <file>', 'where the secret goes')
    .action((options: Common & { out: string }) => run(options, makeKey(options)));
