import { purgeHistory } from '#cli/purge-history.ts';
import { contentOf, type Common, type Declare } from './command.ts';

interface PurgeOptions extends Common {
  readonly also?: readonly string[];
  readonly repository?: string;
  readonly out?: string;
  readonly replace?: boolean;
}

export const declare: Declare = (command, run) =>
  command
    .option('--repository <folder>', 'the repository (default: the one of the content folder)')
    .option('--also <paths...>', 'further paths of the repository to take out whole')
    .option('--out <folder>', 'where the purged copy goes')
    .option('--replace', 'put the purged history in the place of the old one')
    .action((id: string, options: PurgeOptions) =>
      run(options, purgeHistory({ ...options, content: contentOf(options), id })),
    );
