import { forgetPerson } from '#cli/backup.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--everywhere', 'in every contribution they are in', false)
    .action((id: string, name: string, options: Common & { everywhere: boolean }) =>
      run(options, forgetPerson({ ...options, content: contentOf(options), id, person: name })),
    );
