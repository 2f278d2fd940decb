import { audit } from '#cli/audit.ts';
import type { Common, Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command.action((folder: string, options: Common) =>
    run(options, audit({ folder, content: options.content })),
  );
