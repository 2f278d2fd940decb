import { Option } from 'commander';
import { listCopies, noteDestroyed, noteOutside, type OutsideUse } from '#cli/copies.ts';
import { COPY_USES } from '#export/uses.ts';
import { contentOf, type Common, type Declare } from './command.ts';

type Options = Common &
  Omit<OutsideUse, 'id' | 'use'> & {
    readonly destroyed?: string;
    readonly note?: string;
  } & Partial<Pick<OutsideUse, 'use'>>;

export const declare: Declare = (command, run) =>
  command
    .option('--destroyed <key>', 'whoever had this copy said that it is destroyed')
    .option('--note <id>', 'write down that this contribution was printed or used elsewhere')
    .addOption(new Option('--use <use>', 'with --note: what for').choices(COPY_USES))
    .option('--on <day>', 'with --note: on which day, YYYY-MM-DD; today where none is said')
    .option('--for <who>', 'with --note: who has it and how to reach them')
    .option('--parts <ids>', 'with --note: which parts, such as words,f1; what is granted for it')
    .action((options: Options) => run(options, work(options)));

function work(options: Options) {
  const { destroyed, note, use } = options;
  if (destroyed !== undefined) return noteDestroyed(contentOf(options), destroyed, options.today);
  return note === undefined ? listCopies(options) : noteOutside({ ...options, id: note, use });
}
