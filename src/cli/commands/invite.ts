import { invite, invitations, stopInvitation } from '#cli/invite.ts';
import { contentOf, type Common, type Declare, originHere } from './command.ts';

interface Options extends Common {
  readonly role: string;
  readonly language?: string;
  readonly group?: boolean;
  readonly days: string;
  readonly note?: string;
  readonly origin: string;
  readonly list?: boolean;
  readonly stop?: string;
}

export const declare: Declare = (command, run) =>
  command
    .option(
      '--role <role>',
      'contributor: writes on the form; champion: also for others; facilitator: comes to the desk; admin: also says who else does',
      'contributor',
    )
    .option('--language <tag>', 'the interface language that meets them')
    .option('--group', 'opens for everybody who has it; without this it opens once')
    .option('--days <number>', 'for how many days it opens', '14')
    .option('--note <words>', 'what it is for, and no name; only the desk sees it')
    .option('--origin <address>', 'where the archive is reached', originHere())
    .option('--list', 'say which there are, and make none')
    .option('--stop <key>', 'stop one, and end every sign-in that came of it')
    .action((options: Options) => {
      const content = contentOf(options);
      if (options.list === true) return run(options, invitations(content));
      if (options.stop !== undefined) return run(options, stopInvitation(content, options.stop));
      return run(options, invite({ ...options, content, days: Number(options.days) }));
    });
