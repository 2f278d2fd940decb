import { receipt } from '#cli/receipt.ts';
import { contentOf, type Common, type Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command
    .option('--person <person>', 'as the record names them, such as p1')
    .option('--out <file>', 'a page when it ends in .html, a text otherwise')
    .option('--language <tag>', 'another language than theirs')
    .action((id: string, options: Common & { person?: string; out?: string; language?: string }) =>
      run(options, receipt({ ...options, content: contentOf(options), id, day: options.today })),
    );
