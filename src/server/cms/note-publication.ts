import { readContribution } from '#repository/read-contribution.ts';
import type { Desk } from '#server/desk-context.ts';
import { makersOfFields } from '#records/makers.ts';
import { withCheckout } from '#repository/checkout.ts';

/**
 * Notes in the register that a piece is public from the day its record says, for everybody who made
 * it, so that they are asked later how they are. It never stands in the way of publishing: `archive
 * tasks` notes what is missing.
 */
export async function notePublication(
  { repository, media, register }: Desk,
  tree: string,
  id: string,
): Promise<void> {
  try {
    const { answer } = await withCheckout(repository, tree, id, (root) =>
      readContribution({ root, store: media }, id),
    );
    const on = answer.held?.fields.published_on;
    if (answer.held === undefined || on === undefined) return;
    for (const person of makersOfFields(answer.held.fields))
      register.notePublished({ contribution: id, person, on, actorRole: 'facilitator' });
  } catch {
    // The piece is public; the log is made good the next time somebody asks for the tasks.
  }
}
