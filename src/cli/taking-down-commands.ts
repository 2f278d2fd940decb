import { Option } from 'commander';
import { type Use, USES } from '#consent/decision.ts';
import { type Common, contentOf } from './common-options.ts';
import { hide } from './hide.ts';
import { neverAgain } from './never-again.ts';
import type { Outcome } from './printer.ts';
import { purgeHistory } from './purge-history.ts';
import type { Wiring } from './register-commands.ts';
import { takeBack } from '#withdrawal/take-back.ts';

interface WithdrawOptions extends Common {
  readonly part?: string;
  readonly use?: Use;
  readonly person?: string;
  readonly out: string;
  readonly build: boolean;
  readonly purgeHistory?: boolean;
  readonly repository?: string;
}

interface HideOptions extends Common {
  readonly out: string;
  readonly trace: boolean;
  readonly undo?: boolean;
}

interface PurgeOptions extends Common {
  readonly also?: readonly string[];
  readonly repository?: string;
  readonly out?: string;
  readonly replace?: boolean;
}

interface NeverAgainOptions extends Common {
  readonly export?: string;
  readonly exportKey?: string;
  readonly import?: string;
  readonly allow?: string;
  readonly startAnew?: boolean;
  readonly part?: string;
}

/** The commands by which something comes down, and stays down. */
export function takingDownCommands(wiring: Wiring): void {
  withdrawing(wiring);
  hiding(wiring);
  purging(wiring);
  remembering(wiring);
}

function withdrawing({ command, run }: Wiring): void {
  const withdraw = command(
    'withdraw <id>',
    'take back a contribution, a part or a use; by its id or the code of a receipt',
  )
    .option('--part <id>', 'only this part')
    .addOption(new Option('--use <use>', 'only this use').choices(USES))
    .option('--person <id>', 'only what this person in it said yes to')
    .option('--out <folder>', 'where the finished site is', 'dist')
    .option('--no-build', 'hide it and take it out; the site is made again later')
    .option('--purge-history', 'then take the whole of it out of a copy of the history')
    .option('--repository <folder>', 'with --purge-history: the repository');
  withdraw.action((asked: string, options: WithdrawOptions) => {
    const whole = (options.part ?? options.use ?? options.person) === undefined;
    if (options.purgeHistory === true && !whole)
      withdraw.error(
        '--purge-history takes the whole of a piece; leave --part, --use and --person out.',
      );
    return run(options, withdrawAndPurge(asked, options));
  });
}

/** Withdraws first: should the history not be purged, the piece is down all the same. */
async function withdrawAndPurge(asked: string, options: WithdrawOptions): Promise<Outcome> {
  const { part, use, person, today: day, out, repository } = options;
  const content = contentOf(options);
  const rebuild = options.build;
  const now = Date.now;
  const withdrawn = await takeBack({
    ...{ content, asked, part, use, person, day, out, rebuild, now },
  });
  if (options.purgeHistory !== true || withdrawn.exit !== 0) return withdrawn;
  // A code stands for the piece whose id the withdrawal answers with.
  const { id = asked, whole = true } = withdrawn.data as { id?: string; whole?: boolean };
  if (!whole)
    return {
      ...withdrawn,
      exit: 1,
      lines: [
        ...withdrawn.lines,
        'The history was not purged: this code is good for one person’s own yes, and the piece stays.',
      ],
    };
  const purged = await purgeHistory({ content, id, repository });
  return {
    exit: purged.exit,
    lines: [...withdrawn.lines, '', ...purged.lines],
    data: { withdrawn: withdrawn.data, purged: purged.data },
  };
}

function hiding({ command, run }: Wiring): void {
  command('hide <id>', 'emergency: hide a piece at once, without git or a build, until --undo')
    .option('--out <folder>', 'where the finished site is', 'dist')
    .option('--no-trace', 'its addresses answer as if it had never been')
    .option('--undo', 'end it')
    .action((id: string, options: HideOptions) =>
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
}

function purging({ command, run }: Wiring): void {
  command('purge-history <id>', 'take a withdrawn piece out of a copy of the history, and prove it')
    .option('--repository <folder>', 'the repository (default: the one of the content folder)')
    .option('--also <paths...>', 'further paths of the repository to take out whole')
    .option('--out <folder>', 'where the purged copy goes')
    .option('--replace', 'put the purged history in the place of the old one')
    .action((id: string, options: PurgeOptions) =>
      run(options, purgeHistory({ ...options, content: contentOf(options), id })),
    );
}

function remembering({ command, run }: Wiring): void {
  const list = command(
    'never-again',
    'what was withdrawn and may not come back: count, carry, or allow one',
  )
    .option('--export <file>', 'write the list there, for a machine that builds')
    .option('--export-key <file>', 'write its key there, to be kept as a secret of that machine')
    .addOption(
      new Option('--import <file>', 'join a list to the one here').conflicts([
        'export',
        'exportKey',
      ]),
    )
    .addOption(
      new Option('--allow <id>', 'the person said yes again: take it off the list').conflicts([
        ...['export', 'exportKey', 'import'],
      ]),
    )
    .option('--part <id>', 'with --allow: only this part')
    .addOption(
      new Option(
        '--start-anew',
        'the lists of this archive are left nowhere: go on without them',
      ).conflicts(['export', 'exportKey', 'import', 'allow']),
    );
  list.action((options: NeverAgainOptions) => {
    if (options.part !== undefined && options.allow === undefined)
      list.error('--part says which part --allow lets back in. Say --allow too.');
    return run(
      options,
      neverAgain({
        content: contentOf(options),
        exportTo: options.export,
        exportKeyTo: options.exportKey,
        importFrom: options.import,
        allow: options.allow,
        part: options.part,
        startAnew: options.startAnew,
      }),
    );
  });
}
