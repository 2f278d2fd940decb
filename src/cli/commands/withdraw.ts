import { Option } from 'commander';
import { type Outcome, progress, tell } from '#cli/printer.ts';
import { purgeHistory } from '#cli/purge-history.ts';
import { readableSource } from '#cli/content-source.ts';
import { takeBackWords, withoutSearchWords } from '#cli/words/withdraw.ts';
import { type Use, USES } from '#consent/uses.ts';
import { beingMadeHtml } from '#server/plain-page.ts';
import { takeBack } from '#withdrawal/take-back.ts';
import { contentOf, type Common, type Declare } from './command.ts';

interface WithdrawOptions extends Common {
  readonly part?: string;
  readonly use?: Use;
  readonly person?: string;
  readonly out: string;
  readonly build: boolean;
  readonly purgeHistory?: boolean;
  readonly repository?: string;
}

export const declare: Declare = (command, run) =>
  command
    .option('--part <id>', 'only this part')
    .addOption(new Option('--use <use>', 'only this use').choices(USES))
    .option('--person <id>', 'only what this person in it said yes to')
    .option('--out <folder>', 'where the finished site is', 'dist')
    .option('--no-build', 'hide it and take it out; the site is made again later')
    .option('--purge-history', 'then take the whole of it out of a copy of the history')
    .option('--repository <folder>', 'with --purge-history: the repository')
    .action((asked: string, options: WithdrawOptions) => {
      const whole = (options.part ?? options.use ?? options.person) === undefined;
      if (options.purgeHistory === true && !whole)
        command.error(
          '--purge-history takes the whole of a piece; leave --part, --use and --person out.',
        );
      return run(options, withdrawAndPurge(asked, options));
    });

/** Withdraws first: should the history not be purged, the piece is down all the same. */
async function withdrawAndPurge(asked: string, options: WithdrawOptions): Promise<Outcome> {
  const { part, use, person, today: day, out, repository } = options;
  const content = contentOf(options);
  const taken = await takeBack({
    ...{ content, asked, part, use, person, day, out },
    ...(options.build && { build: () => buildWithout(content, out, day) }),
    meanwhile: beingMadeHtml,
    now: Date.now,
    onRegisterClosed: () => tell(REGISTER_CLOSED),
    onProgress: progress('pictures looked at'),
  });
  if (taken.kind !== 'nothing-taken')
    for (const line of withoutSearchWords(taken.cleared)) tell(line);
  const withdrawn = takeBackWords(taken);
  if (options.purgeHistory !== true || withdrawn.exit !== 0) return withdrawn;
  if (taken.kind === 'taken-back' && !taken.whole)
    return {
      ...withdrawn,
      exit: 1,
      lines: [
        ...withdrawn.lines,
        'The history was not purged: this code is good for one person’s own yes, and the piece stays.',
      ],
    };
  // A code stands for the piece whose id the withdrawal answers with.
  const id = taken.kind === 'taken-back' ? taken.id : asked;
  const purged = await purgeHistory({ content, id, repository });
  return {
    exit: purged.exit,
    lines: [...withdrawn.lines, '', ...purged.lines],
    data: { withdrawn: withdrawn.data, purged: purged.data },
  };
}

/** The site again without it, from the folder and what the desk saved; says whether a new one stands. */
async function buildWithout(content: string, out: string, day: string): Promise<boolean> {
  tell('Making the site again without it');
  const source = await readableSource(content);
  if ('stopped' in source) return false;
  const [{ build }, { buildWatch: watch }] = await Promise.all([
    import('#build/build.ts'),
    import('#cli/words/build.ts'),
  ]);
  const at = new Date().toISOString();
  const built = await build({ content: source.from, out, day, at, home: content, watch });
  return built.kind === 'built';
}

const REGISTER_CLOSED =
  'The register could not be opened: codes of receipts are not known, and this is not noted.';
