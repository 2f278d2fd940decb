import { registerReport } from '#cli/person.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command.action((options: Common) =>
    run(options, registerReport({ content: contentOf(options) })),
  );
