import { build } from '#build/build.ts';
import type { Outcome } from '#cli/printer.ts';
import { withContent } from '#cli/with-content.ts';
import { refusedPlace } from '#hosting/out-folder.ts';
import { buildAndClearHideList } from '#withdrawal/build-and-clear-hide-list.ts';
import { buildWatch, buildWords, placeWords } from '#cli/words/build.ts';
import { contentOf, type Common, type Declare } from './command.ts';

/** Where the site may not go is said first: before the desk's branch is read or another build waited for. */
export const declare: Declare = (command, run) =>
  command
    .option('--out <folder>', 'where the finished site goes', 'dist')
    .action((options: Common & { out: string }) => run(options, buildFrom(options)));

async function buildFrom(options: Common & { out: string }): Promise<Outcome> {
  const { out, today: day, at } = options;
  const refused = await refusedPlace({ content: contentOf(options), out });
  if (refused !== undefined) return placeWords(out, refused);
  return withContent(options, (content, home) =>
    buildAndClearHideList(
      { content: home, out },
      () => build({ content, home, out, day, at, watch: buildWatch }),
      ({ kind }) => kind === 'built',
    ).then(buildWords),
  );
}
