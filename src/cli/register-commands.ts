import { type Command, InvalidArgumentError, Option } from 'commander';
import { INTERPRETERS } from '#register/people.ts';
import { type Common, contentOf } from './common-options.ts';
import { backup, forgetPerson, makeKey } from './backup.ts';
import { takeThanks, taskDone, tasks, thanks } from './care.ts';
import { person, registerReport } from './person.ts';
import type { Outcome } from './printer.ts';
import { receipt } from './receipt.ts';
import { restore } from './restore.ts';

/** What `main.ts` gives to the commands of the register. */
export interface Wiring {
  readonly command: (name: string, description: string) => Command;
  readonly run: (options: Common, work: Promise<Outcome>) => Promise<void>;
}

/** The commands of the private store. */
export function registerCommands(wiring: Wiring): void {
  keeping(wiring);
  people(wiring);
  care(wiring);
}

function keeping({ command, run }: Wiring): void {
  command(
    'backup',
    'the register, photographs, recordings and lists, encrypted, into a fresh folder',
  )
    .requiredOption('--out <folder>', 'a folder that is not there yet')
    .requiredOption('--recipient <key...>', 'two or more recipients of age (age1…)')
    .action((options: Common & { out: string; recipient: string[] }) =>
      run(
        options,
        backup({ content: contentOf(options), out: options.out, recipients: options.recipient }),
      ),
    );

  command(
    'restore',
    'a backup put back: register, lists, photographs and recordings; writes over nothing',
  )
    .requiredOption('--from <folder>', 'the folder of the backup')
    .requiredOption('--identity <file>', 'the file with a secret key of age')
    .option('--into <file>', 'another file to put it into, for example to look at it')
    .action((options: Common & { from: string; identity: string; into?: string }) =>
      run(options, restore({ ...options, content: contentOf(options) })),
    );

  command('make-key', 'a key for backups: prints the recipient, writes the secret into a file')
    .requiredOption('--out <file>', 'where the secret goes')
    .action((options: Common & { out: string }) => run(options, makeKey(options)));

  command('register', 'how much is in the register, and whether its log is whole').action(
    (options: Common) => run(options, registerReport({ content: contentOf(options) })),
  );
}

interface PersonOptions extends Common {
  readonly name?: string;
  readonly contact?: string;
  readonly safeWay?: string;
  readonly safeTime?: string;
  readonly language?: string;
  readonly supportNeeds?: string;
  readonly guardianName?: string;
  readonly guardianIs?: string;
  readonly guardianContact?: string;
  readonly guardianForm?: string;
  readonly takenBy?: string;
  readonly witness?: string;
  readonly interpreter?: (typeof INTERPRETERS)[number];
  readonly form?: string;
  readonly sameAs?: readonly [string, string];
}

function people({ command, run }: Wiring): void {
  command('person <id> <person>', 'who somebody in a contribution is; writes what is given')
    .option('--name <words>', 'their name')
    .option('--contact <words>', 'how to reach them')
    .option('--safe-way <words>', 'the way that is safe for them, such as "text, no names"')
    .option('--safe-time <words>', 'when it is safe')
    .option('--language <tag>', 'the language to speak to them in, such as pa')
    .option('--support-needs <words>', 'what helps them')
    .option('--guardian-name <words>', 'of a child')
    .option('--guardian-is <words>', 'mother, father, foster carer …')
    .option('--guardian-contact <words>', 'how to reach the guardian')
    .option('--guardian-form <words>', 'where the guardian’s signed form is kept')
    .option('--taken-by <role>', 'the role of who took their consent')
    .option('--witness <role>', 'the role of who was there')
    .addOption(
      new Option(
        '--interpreter <kind>',
        'never a relative: then the consent does not count',
      ).choices(INTERPRETERS),
    )
    .option('--form <words>', 'where the signed form is kept')
    .option('--same-as <id/person>', 'they are this person in another contribution', named)
    .action((id: string, name: string, options: PersonOptions) =>
      run(
        options,
        person({
          content: contentOf(options),
          id,
          person: name,
          change: changeIn(options),
          sameAs: options.sameAs,
        }),
      ),
    );

  command('receipt <id>', 'what a person said yes to, to print or to send, with a fresh code')
    .option('--person <person>', 'as the record names them, such as p1')
    .option('--out <file>', 'a page when it ends in .html, a text otherwise')
    .option('--language <tag>', 'another language than theirs')
    .action((id: string, options: Common & { person?: string; out?: string; language?: string }) =>
      run(options, receipt({ ...options, content: contentOf(options), id, day: options.today })),
    );

  command('forget-person <id> <person>', 'take out of the register who somebody is')
    .option('--everywhere', 'in every contribution they are in', false)
    .action((id: string, name: string, options: Common & { everywhere: boolean }) =>
      run(options, forgetPerson({ ...options, content: contentOf(options), id, person: name })),
    );
}

function care({ command, run }: Wiring): void {
  command('tasks', 'whom to ask how they are, and when, in the way that is safe for them')
    .option('--within <days>', 'how many days ahead to look', wholeNumber, 30)
    .option('--contacts', 'show names and contacts too', false)
    .option('--done <key>', 'this one is done')
    .action((options: Common & { within: number; contacts: boolean; done?: string }) => {
      const input = { ...options, content: contentOf(options), day: options.today };
      return run(
        options,
        options.done === undefined ? tasks(input) : taskDone({ ...input, key: options.done }),
      );
    });

  command('thanks', 'the thanks that wait to be read, and passing them on')
    .addOption(
      new Option('--pass <key>', 'say the words once more, and keep them no longer').conflicts(
        'drop',
      ),
    )
    .option('--drop <key>', 'keep these no longer')
    .action((options: Common & { pass?: string; drop?: string }) => {
      const content = contentOf(options);
      const key = options.pass ?? options.drop;
      const as = options.pass === undefined ? 'dropped' : 'passed';
      return run(
        options,
        key === undefined ? thanks({ content }) : takeThanks({ content, key, as }),
      );
    });
}

function changeIn(options: PersonOptions): Parameters<typeof person>[0]['change'] {
  const { name, contact, safeWay, safeTime, language, supportNeeds } = options;
  const guardian = {
    name: options.guardianName,
    relationship: options.guardianIs,
    contact: options.guardianContact,
    formKept: options.guardianForm,
  };
  const taking = {
    takenByRole: options.takenBy,
    witnessRole: options.witness,
    interpreter: options.interpreter,
    formKept: options.form,
  };
  return {
    ...{ name, contact, safeWay, safeTime, language, supportNeeds },
    guardian: isGiven(guardian) ? guardian : undefined,
    taking: isGiven(taking) ? taking : undefined,
  };
}

function isGiven(fields: object): boolean {
  return Object.values(fields).some((value) => value !== undefined);
}

function named(text: string): readonly [string, string] {
  const [, id, person] = /^([a-z0-9]{6,26})\/([A-Za-z0-9][A-Za-z0-9_-]{0,63})$/.exec(text) ?? [];
  if (id === undefined || person === undefined)
    throw new InvalidArgumentError('Write it as the id of a contribution, a slash and a person.');
  return [id, person];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}
