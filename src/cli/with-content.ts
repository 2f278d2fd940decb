import type { Outcome } from './printer.ts';
import { contentOf, type Common } from './commands/command.ts';
import { cutShort, readableSource } from './content-source.ts';

/** Does something with what the archive holds now: the folder, and what the desk saved beside it. */
export async function withContent(
  options: Common,
  work: (content: string, home: string) => Promise<Outcome>,
): Promise<Outcome> {
  const home = contentOf(options);
  const stopped = await cutShort(home);
  if (stopped !== undefined) return stopped;
  const source = await readableSource(home);
  return 'stopped' in source ? source.stopped : work(source.from, home);
}
