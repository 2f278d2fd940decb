import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Use, USES } from '#consent/decision.ts';
import { isDay } from '#records/fields.ts';
import { approve } from './approve.ts';
import { audit } from './audit.ts';
import { build } from './build.ts';
import { buildRecordOf } from './build-record.ts';
import { check } from './check.ts';
import { importFrom } from './import.ts';
import { type Outcome, printOutcome } from './printer.ts';
import { sourceOf, storeOf, toServe } from './open-desk.ts';
import { report } from './report.ts';
import { serve } from './serve.ts';
import { stateOf } from './state.ts';
import { londonDay } from './today.ts';
import { hide } from './hide.ts';
import { takeBack } from './take-back.ts';

interface Common {
  readonly content?: string;
  readonly today: string;
  readonly json: boolean;
}

interface Taking {
  readonly part?: string;
  readonly use?: Use;
  readonly person?: string;
  readonly out: string;
  readonly build: boolean;
}

const program = new Command('archive')
  .description('Releases, builds, proves and takes back what is in the archive.')
  .exitOverride()
  .showHelpAfterError('Add --help to see what can be said.');

command('build', 'release, pages, index and audit; replaces the folder only when all of it passed')
  .option('--out <folder>', 'where the finished site goes', 'dist')
  .action((options: Common & { out: string }) =>
    run(options, build({ content: contentOf(options), out: options.out, day: options.today })),
  );

command('start', 'build, then serve the site on this machine')
  .option('--out <folder>', 'where the finished site goes', 'dist')
  .action((options: Common & { out: string }) => run(options, start(options)));

command('check', 'read everything and list every problem; changes nothing').action(
  (options: Common) => run(options, check({ content: contentOf(options), day: options.today })),
);

command('report', 'for every contribution, part and use: the decision and why; and what ends soon')
  .option('--within <days>', 'how many days ahead to look', wholeNumber, 90)
  .action((options: Common & { within: number }) =>
    run(
      options,
      report({ content: contentOf(options), day: options.today, within: options.within }),
    ),
  );

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
  'withdraw <id>',
  'take back a contribution, a part or a use; by its id or the code of a receipt',
)
  .option('--part <id>', 'only this part')
  .addOption(new Option('--use <use>', 'only this use').choices(USES))
  .option('--person <id>', 'only what this person in it said yes to')
  .option('--out <folder>', 'where the finished site is', 'dist')
  .option('--no-build', 'hide it and take it out; the site is made again later')
  .action((asked: string, options: Common & Taking) =>
    run(
      options,
      takeBack({
        content: contentOf(options),
        asked,
        part: options.part,
        use: options.use,
        person: options.person,
        day: options.today,
        out: options.out,
        rebuild: options.build,
        now: Date.now,
      }),
    ),
  );

command('hide <id>', 'emergency: hide a piece at once, without git or a build, until --undo')
  .option('--out <folder>', 'where the finished site is', 'dist')
  .option('--no-trace', 'its addresses answer as if it had never been')
  .option('--undo', 'end it')
  .action((id: string, options: Common & { out: string; trace: boolean; undo?: boolean }) =>
    run(
      options,
      hide({
        content: contentOf(options),
        id,
        out: options.out,
        noTrace: !options.trace,
        undo: options.undo === true,
        now: Date.now,
      }),
    ),
  );

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

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? wrongUse(error) : failed(error);
}

function command(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--content <folder>', 'the content folder (default: content)')
    .option(
      '--today <day>',
      'the London day to decide for, YYYY-MM-DD',
      aDay,
      londonDay(new Date()),
    )
    .option('--json', 'answer as JSON', false);
}

function contentOf({ content = 'content' }: Common): string {
  return content;
}

async function run({ json }: Common, work: Promise<Outcome>): Promise<void> {
  const outcome = await work;
  printOutcome(outcome, json);
  process.exitCode = outcome.exit;
}

async function start(options: Common & { out: string }): Promise<Outcome> {
  const content = contentOf(options);
  const store = await storeOf(content);
  const from = await sourceOf(store, content);
  const built = await build({ content: from, out: options.out, day: options.today, home: content });
  printOutcome(built, options.json);
  const ok = built.exit === 0;
  const folder = await toServe(content, options.out, ok);
  // The last site stands, without what came down since, when it is one that this archive built.
  const stands = (await buildRecordOf(stateOf(content).built, resolve(folder))) !== undefined;
  if (!ok && (store === undefined || !stands)) return { ...built, lines: [] };
  return serve({
    folder,
    content,
    store,
    owed: !ok,
    port: Number(process.env['PORT'] ?? 4321),
    today: options.today,
  });
}

function wrongUse(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}

/** What nobody foresaw: the first line only, because a stack can hold what a record holds. */
function failed(error: unknown): number {
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown';
  process.stderr.write(`${message}\n`);
  return 1;
}

function aDay(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('It is not a day written YYYY-MM-DD.');
  return text;
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
