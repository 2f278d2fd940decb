import type { HeldContribution } from '#repository/archive.ts';
import { withCheckout } from '#repository/checkout.ts';
import { type Draft, readDraft } from '#repository/drafts.ts';
import { pathOf } from '#repository/paths.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { fileOf, liveTip } from '#repository/repository.ts';
import { knowingOthers } from '#server/cms/pieces.ts';
import type { Desk } from '#server/desk-context.ts';

/** A contribution as it is at this moment: what is published, and what waits. */
export interface PieceNow {
  readonly id: string;
  readonly live: HeldContribution | undefined;
  readonly draft: PieceDraft | undefined;
  /** It is there, and cannot be read. */
  readonly isUnread: boolean;
}

export interface PieceDraft {
  readonly of: Draft;
  readonly held: HeldContribution;
  /** The name of the bytes of its record. */
  readonly revision: string;
}

/** What waits, where something does; else what is published. */
export function latestOf({
  draft,
  live,
}: Pick<PieceNow, 'draft' | 'live'>): HeldContribution | undefined {
  return draft?.held ?? live;
}

/** Reads a contribution as it is published and as it is drafted; nothing that cannot be read is guessed. */
export async function pieceNow(desk: Desk, id: string): Promise<PieceNow> {
  const { repository } = desk;
  const path = pathOf({ collection: 'stories', id });
  const draft = await readDraft(repository, { collection: 'stories', id });
  const tip = await liveTip(repository);
  const inLive = await fileOf(repository, tip, path);
  const inDraft = draft && (await fileOf(repository, draft.tip, path));
  const live = inLive && (await heldIn(desk, tip, id));
  const drafted = draft && inDraft && (await heldIn(desk, draft.tip, id));
  const isUnread =
    (inLive !== undefined && live === undefined) ||
    (inDraft !== undefined && drafted === undefined);
  return {
    ...{ id, live, isUnread },
    draft: draft && inDraft && drafted && { of: draft, held: drafted, revision: inDraft.blob },
  };
}

async function heldIn(
  desk: Desk,
  commit: string,
  id: string,
): Promise<HeldContribution | undefined> {
  const { answer } = await withCheckout(desk.repository, commit, id, (root) =>
    readContribution({ root, store: desk.media }, id).catch(() => undefined),
  );
  const held = answer?.problems.length === 0 ? answer.held : undefined;
  return held && knowingOthers(desk, held);
}
