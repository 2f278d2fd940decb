import { InvalidArgumentError, Option } from 'commander';
import { showPerson } from '#cli/person.ts';
import { type Interpreter, INTERPRETERS } from '#records/consent-capture.ts';
import { contentOf, type Common, type Declare } from './command.ts';

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
  readonly interpreter?: Interpreter;
  readonly form?: string;
  readonly sameAs?: readonly [string, string];
}

export const declare: Declare = (command, run) =>
  command
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
        showPerson({
          content: contentOf(options),
          id,
          person: name,
          change: changeIn(options),
          sameAs: options.sameAs,
        }),
      ),
    );

function changeIn(options: PersonOptions): Parameters<typeof showPerson>[0]['change'] {
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
    capture: isGiven(taking) ? taking : undefined,
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
