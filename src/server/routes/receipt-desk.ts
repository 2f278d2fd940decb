import { CONTRIBUTION_ID } from '#records/ids.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { readContribution } from '#repository/read-contribution.ts';
import type { Desk } from '#server/desk-context.ts';
import { readDraft } from '#repository/drafts.ts';
import { filesOf, liveTip, type TreeFile } from '#repository/repository.ts';
import { withFiles } from '#repository/checkout.ts';
import { receiptPage } from '#server/consent-receipt.ts';
import { receiptsFor, withFreshCode } from '#register/receipts-for.ts';
import { needSent } from '#server/own/unsent.ts';
import { NotDone } from '#server/not-done.ts';

/** A link to a receipt, for the facilitator to print. */
export interface ReceiptLink {
  readonly person: string;
  readonly href: string;
}

/** Who can be given a receipt for what a contribution says now. */
export async function receiptLinks(desk: Desk, id: string): Promise<readonly ReceiptLink[]> {
  return onRecord(desk, id, async (held) =>
    receiptsFor(held, desk.today()).map(({ person }) => ({
      person,
      href: `/api/receipt/${id}/${person}`,
    })),
  );
}

/** The page of one receipt, with a fresh code each time: a code is kept nowhere, so none can be shown twice. */
export async function printReceipt(desk: Desk, id: string, person: string): Promise<string> {
  return onRecord(desk, id, async (held, root) => {
    const receipt = receiptsFor(held, desk.today()).find((each) => each.person === person);
    if (receipt === undefined)
      throw new NotDone(
        'not-there',
        'There is no receipt for this person: they are not in it, or have said yes to nothing in it. No code was made.',
      );
    const pages = await desk.pages();
    return receiptPage(
      pages,
      await withFreshCode({ held, receipt, root, register: desk.register }),
    );
  });
}

/** The contribution as the draft has it, or as it is live, with the settings and exhibitions beside it. */
async function onRecord<T>(
  desk: Desk,
  id: string,
  work: (held: HeldContribution, root: string) => Promise<T>,
): Promise<T> {
  const { repository, media } = desk;
  const known = CONTRIBUTION_ID.test(id);
  if (known) await needSent(desk, { collection: 'stories', id });
  const draft = known ? await readDraft(repository, { collection: 'stories', id }) : undefined;
  const live = await liveTip(repository);
  const story = known
    ? await filesOf(repository, draft?.tip ?? live, `content/stories/${id}/`)
    : [];
  if (story.length === 0)
    throw new NotDone('not-there', 'There is no contribution with this id. Nothing was changed.');
  const around = (await filesOf(repository, live)).filter(isAround);
  return withFiles(repository, [...story, ...around], async (root) => {
    const { held, problems } = await readContribution({ root, store: media }, id);
    if (held === undefined || problems.length > 0)
      throw new NotDone('not-valid', 'This record has to be mended first. No code was made.');
    return work(held, root);
  });
}

function isAround({ path }: TreeFile): boolean {
  return path === 'content/settings.yaml' || /^content\/exhibitions\/[^/]+\/index\.mdx$/.test(path);
}
