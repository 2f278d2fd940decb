import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Use, USES } from '#consent/decision.ts';
import { isDay } from '#records/fields.ts';
import { FRESH_HOURS } from '#schedule/freshness.ts';
import { type Common, contentOf } from './common-options.ts';
import { answered } from './answered.ts';
import { approve } from '#intake/approve.ts';
import { audit } from './audit.ts';
import { build } from '#build/build.ts';
import { calendar } from './calendar.ts';
import { check } from '#build/check.ts';
import { closeState } from '#state/closed-state.ts';
import { freshness } from './freshness.ts';
import { importFrom } from '#intake/import/import.ts';
import { lostFlags } from './lost-flags.ts';
import { refusedPlace } from '#hosting/out-folder.ts';
import { type Outcome, printOutcome } from './printer.ts';
import { registerCommands } from './register-commands.ts';
import { report } from './report.ts';
import { cutShort, sourceOf } from './source.ts';
import { start } from './start.ts';
import { settling } from '#withdrawal/build-and-clear-hide-list.ts';
import { stateOf } from '#state/state.ts';
import { takingDownCommands } from './taking-down-commands.ts';
import { londonDay } from './today.ts';

const program = new Command('archive')
  .description('Releases, builds, proves and takes back what is in the archive.')
  .exitOverride()
  .showHelpAfterError('Add --help to see what can be said.')
  .hook('preAction', timed)
  .hook('preAction', (_program, called) => closeState(stateOf(contentOf(called.opts())).root));

command('build', 'release, pages, index and audit; replaces the folder only when all of it passed')
  .option('--out <folder>', 'where the finished site goes', 'dist')
  .action((options: Common & { out: string }) => run(options, buildFrom(options)));

command('start', 'build, then serve the site on this machine')
  .option('--out <folder>', 'where the finished site goes', 'dist')
  .action((options: Common & { out: string }) =>
    run(
      options,
      start({
        content: contentOf(options),
        out: options.out,
        day: options.today,
        at: options.at,
        json: options.json,
        env: process.env,
      }),
    ),
  );

command('check', 'read everything and list every problem; changes nothing').action(
  (options: Common) =>
    run(
      options,
      reading(options, (content, home) =>
        check({ content, home, day: options.today, media: true }),
      ),
    ),
);

command('report', 'for every contribution, part and use: the decision and why; and what ends soon')
  .option('--within <days>', 'how many days ahead to look', wholeNumber, 90)
  .option('--ics <file>', 'write the days ahead into a calendar file too: ids only')
  .action((options: Common & { within: number; ics?: string }) =>
    run(
      options,
      reading(options, (content) =>
        report({ content, day: options.today, within: options.within, ics: options.ics }),
      ),
    ),
  );

command('freshness <site>', 'is a built site, in a folder or at an address, of today?')
  .option('--hours <hours>', 'the age at which it is too old', wholeNumber, FRESH_HOURS)
  .action((site: string, options: Common & { hours: number }) =>
    run(options, freshness({ site, hours: options.hours, now: Date.parse(options.at) })),
  );

command('calendar', 'the address at which facilitators can follow the days ahead')
  .option('--new', 'make a new address; an older one stops working')
  .option('--stop', 'stop the address')
  .option('--origin <address>', 'where the desk is reached', originHere())
  .action((options: Common & { new?: boolean; stop?: boolean; origin: string }) => {
    if (options.new === options.stop) program.error('Say --new or --stop.');
    const { origin } = options;
    return run(
      options,
      calendar({ content: contentOf(options), origin, make: options.new === true }),
    );
  });

command(
  'audit <folder>',
  'prove a built folder: every file explained, nothing withheld in it',
).action((folder: string, options: Common) =>
  run(options, audit({ folder, content: options.content })),
);

command('approve [ids...]', 'write the digests of what is there now into the makers’ records')
  .option('--all', 'every contribution')
  .action((ids: string[], options: Common & { all?: boolean }) => {
    if (options.all !== true && ids.length === 0)
      program.error('Name one or more ids, or say --all.');
    return run(
      options,
      approve({ content: contentOf(options), ids: options.all === true ? 'all' : ids }),
    );
  });

command(
  'answered [ids...]',
  'write into answers which words of a priority they answer: those of now',
)
  .option('--all', 'every answer that is bound to no words yet')
  .action((ids: string[], options: Common & { all?: boolean }) => {
    if (options.all !== true && ids.length === 0)
      program.error('Name one or more answers, or say --all.');
    return run(
      options,
      answered({ content: contentOf(options), ids: options.all === true ? 'all' : ids }),
    );
  });

command('import', 'bring in a spreadsheet, or a folder with a manifest.json')
  .requiredOption('--from <path>', 'the folder, or a .csv file')
  .option('--grant <uses>', 'uses that the licence allows, for example web,search', uses)
  .action((options: Common & { from: string; grant?: readonly Use[] }) =>
    run(
      options,
      importFrom({
        content: contentOf(options),
        from: options.from,
        grant: options.grant,
        day: options.today,
      }),
    ),
  );

takingDownCommands({ command, run });
registerCommands({ command, run });

try {
  const lost = lostFlags(program, process.argv.slice(2), process.env);
  if (lost !== undefined) program.error(lost);
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? wrongUse(error) : failed(error);
}

/** Where the site may not go is said first: before the desk's branch is read or another build waited for. */
async function buildFrom(options: Common & { out: string }): Promise<Outcome> {
  const { out, today: day, at } = options;
  const refused = await refusedPlace({ content: contentOf(options), out });
  if (refused !== undefined) return refused;
  return reading(options, (content, home) =>
    settling({ content: home, out }, () => build({ content, home, out, day, at })),
  );
}

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
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

function originHere(): string {
  return `http://localhost:${process.env['PORT'] ?? '4321'}`;
}

/** Does something with what the archive holds now: the folder, and what the desk saved beside it. */
async function reading(
  options: Common,
  work: (content: string, home: string) => Promise<Outcome>,
): Promise<Outcome> {
  const home = contentOf(options);
  const stopped = await cutShort(home);
  if (stopped !== undefined) return stopped;
  const source = await sourceOf(home);
  return 'stopped' in source ? source.stopped : work(source.from, home);
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

/** What nobody foresaw: the first line only, because a stack can hold what a record holds. */
function failed(error: unknown): number {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
  process.stderr.write(`${message}\n`);
  toldAsJson(message);
  return 1;
}

/** A program that asked for JSON gets JSON when things go wrong, too; the options may not be parsed. */
function toldAsJson(error: string): void {
  if (!process.argv.includes('--json')) return;
  printOutcome({ exit: 1, lines: [], data: { ok: false, error } }, true);
}

function aDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('It is not a day written YYYY-MM-DD.');
  return text;
}

function aMoment(text: string): string {
  const at = Date.parse(text);
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(at))
    throw new InvalidArgumentError('It is not a moment written as 2026-11-22T00:05:00Z.');
  return new Date(at).toISOString();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}

function uses(text: string): readonly Use[] {
  const named = text.split(',').map((use) => use.trim());
  const known = named.filter((use): use is Use => (USES as readonly string[]).includes(use));
  if (known.length !== named.length)
    throw new InvalidArgumentError(`Use one or more of: ${USES.join(', ')}.`);
  return known;
}
