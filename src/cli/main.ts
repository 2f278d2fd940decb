import { Command, CommanderError } from 'commander';
import { restrictAccess } from '#state/restrict-access.ts';
import { isDebug, placesOf } from '#state/fault.ts';
import { stateOf } from '#state/state.ts';
import { outlastReaders } from './closed-pipe.ts';
import { COMMANDS } from './commands.ts';
import { type Common, contentOf } from './commands/command.ts';
import { aDay, aMoment } from './commands/values.ts';
import { flagsKeptByNpm } from './flags-kept-by-npm.ts';
import { type Outcome, printOutcome } from './printer.ts';
import { londonDay } from './today.ts';

const program = new Command('archive')
  .description('Releases, builds, proves and takes back what is in the archive.')
  .exitOverride()
  .showHelpAfterError('Add --help to see what can be said.')
  .hook('preAction', timed)
  .hook('preAction', (_program, called) => restrictAccess(stateOf(contentOf(called.opts())).root));

outlastReaders();
try {
  await declareCommands(process.argv.slice(2));
  const lost = flagsKeptByNpm(program, process.argv.slice(2), process.env);
  if (lost !== undefined) program.error(lost);
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? wrongUse(error) : await failed(error);
}

/** Every command by its name and what it does; what it takes and calls is loaded for those that are named. */
async function declareCommands(args: readonly string[]): Promise<void> {
  for (const [name, { takes, does, load }] of Object.entries(COMMANDS)) {
    const command = declared(takes === undefined ? name : `${name} ${takes}`, does);
    if (args.includes(name)) (await load()).declare(command, run);
  }
}

function declared(name: string, does: string): Command {
  return program
    .command(name)
    .description(does)
    .option('--content <folder>', 'the content folder (default: content)')
    .option(
      '--today <day>',
      'the London day to decide for, YYYY-MM-DD (default: the day it is there)',
      aDay,
    )
    .option('--at <moment>', 'the moment to act at, in place of now', aMoment)
    .option('--json', 'answer as JSON', false);
}

/** The clock is read here, once; the day follows from the moment, in London. */
function timed(_program: Command, called: Command): void {
  const { at = new Date().toISOString(), today } = called.opts<Partial<Common>>();
  called.setOptionValue('at', at);
  called.setOptionValue('today', today ?? londonDay(new Date(at)));
}

async function run({ json }: Pick<Common, 'json'>, work: Promise<Outcome>): Promise<void> {
  const outcome = await work;
  printOutcome(outcome, json);
  process.exitCode = outcome.exit;
}

function wrongUse(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  toldAsJson(error.message);
  return 2;
}

/** What nobody foresaw: the first line of it, and with ARCHIVE_DEBUG=1 the places in the program. */
async function failed(error: unknown): Promise<number> {
  // Words for every fault: loaded when there is one.
  const { saidOf } = await import('./words/fault.ts');
  const message = saidOf(error);
  process.stderr.write(`${message}\n`);
  if (isDebug(process.env)) process.stderr.write(`${placesOf(error).join('\n')}\n`);
  toldAsJson(message);
  return 1;
}

/** A program that asked for JSON gets JSON when things go wrong, too; the options may not be parsed. */
function toldAsJson(error: string): void {
  if (!process.argv.includes('--json')) return;
  printOutcome({ exit: 1, lines: [], data: { ok: false, error } }, true);
}
