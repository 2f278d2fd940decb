import { printOutcome } from '#cli/printer.ts';
import { serveDev } from './serve-dev.ts';

/** One run of the archive while it is worked on, kept by `../dev.ts`; ends when that one does. */
const [, , content = 'content'] = process.argv;
let isUp = false;
// Once it is up, it stops by itself; a terminal and `../dev.ts` may both say so.
process.on('SIGINT', () => {
  if (!isUp) process.exit(0);
});
process.on('disconnect', () => process.emit('SIGINT'));
const done = await serveDev(content, () => {
  isUp = true;
  process.send?.('up');
});
printOutcome(done, false);
process.exit(done.exit);
