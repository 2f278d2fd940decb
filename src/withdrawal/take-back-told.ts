import type { Hidden } from '#hosting/hidden.ts';
import type { OffDisk } from './clear-built-folders.ts';
import type { Outcome } from '#cli/printer.ts';

export type Rebuilt = 'done' | 'failed' | 'owed';

/** What came down and what is still owed, for whoever ran the command. */
export function told(input: {
  readonly done: Outcome;
  readonly entry: Hidden;
  readonly off: OffDisk;
  readonly rebuilt: Rebuilt;
  /** The piece itself is gone, not a part, a use or one person's yes. */
  readonly whole: boolean;
}): Outcome {
  const { done, entry, off, rebuilt, whole } = input;
  const steps: Record<Rebuilt, string> = {
    done: 'The site has been made again without it, and every file was proved.',
    failed:
      'The site could not be made again: that is still owed. It stays hidden until it is; "npm run archive -- check" says what to mend, then "npm run build".',
    owed: 'The site has not been made again yet: that is still owed. Until then it stays hidden: npm run build',
  };
  const kept = done.exit === 0 ? done.lines.filter((line) => !line.includes('next build')) : [];
  return {
    // The withdrawal is done whatever became of the build; that the build is owed stands in the lines.
    exit: 0,
    lines: [
      ...(kept.length > 0 ? kept : [`${entry.id} has been withdrawn from the desk's branch.`]),
      `Hidden at ${entry.at}. A desk that is running hides it from its next answer on.`,
      off.folders.length > 0
        ? `Taken out of ${off.folders.length} built folder${off.folders.length === 1 ? '' : 's'}, with every mention of it. Single words of it stay in the search index until the next build, and lead to nothing.`
        : 'No built folder of this archive holds it. A copy of the site that lies elsewhere still shows it: put the next build in its place.',
      ...(off.closed.length > 0
        ? [`${off.closed.length} pages named it in their text and are closed until the next build.`]
        : []),
      steps[rebuilt],
    ],
    data: {
      ...(done.data as object),
      ok: true,
      id: entry.id,
      whole,
      hiddenAt: entry.at,
      folders: off.folders.length,
      rebuild: rebuilt,
    },
  };
}
