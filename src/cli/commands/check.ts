import { check } from '#cli/check.ts';
import { withContent } from '#cli/with-content.ts';
import type { Common, Declare } from './command.ts';

export const declare: Declare = (command, run) =>
  command.action((options: Common) =>
    run(
      options,
      withContent(options, (content, home) =>
        check({ content, home, day: options.today, media: true }),
      ),
    ),
  );
