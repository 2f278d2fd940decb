import { decide } from '#consent/decide.ts';
import type { Decision } from '#consent/decision.ts';
import { refusalsInWords } from '#consent/reasons.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { editFrontMatter } from '#repository/edit-front-matter.ts';
import { factsOf } from '#release/facts.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { problemLine } from '#records/problem.ts';
import { boundAnswer } from './bind-answer.ts';
import type { Desk } from '#server/desk-context.ts';
import { knowingOthers } from './pieces.ts';
import { changedIn, type Draft, dropping, needDraft, readDraft } from '#repository/drafts.ts';
import {
  changedTree,
  commitTree,
  fileOf,
  type Repository,
  liveTip,
  textAt,
  updateRefs,
} from '#repository/repository.ts';
import { notePublication } from './note-publication.ts';
import { refuseUncleared, checkExhibitionNow } from './exhibition-check.ts';
import { mergedTree } from '#repository/join.ts';
import { refuseDroppedRefusal } from './dropped-refusal.ts';
import { withCheckout, withWholeCheckout } from '#repository/checkout.ts';
import { draftKey, pathOf } from '#repository/paths.ts';
import { publicNow } from './public-now.ts';
import { NotDone } from '#server/not-done.ts';
import { clearUnnamed } from './stored-files.ts';

/**
 * Puts a draft on the live branch, when consent lets something of it out and the whole archive still
 * reads; then the site is built. A refusal or a conflict leaves everything as it was.
 */
export async function publish(desk: Desk, collection: unknown, slug: unknown): Promise<void> {
  const { repository } = desk;
  const draft = await needDraft(repository, collection, slug);
  await refuseOthers(repository, draft);
  const live = await liveTip(repository);
  const merged = await joined(desk, live, draft.tip);
  const { collection: kind, id } = draft.key;
  const tree = await readied(desk, { kind, id, live, tree: merged });
  if (kind === 'exhibitions') await refuseUncleared(desk, { id, from: live, to: tree });
  const problems = await withWholeCheckout(repository, tree, (content) =>
    desk.commands.check(content),
  );
  const lines = problems.map(problemLine);
  if (lines.length > 0)
    throw new NotDone('not-valid', `This was not published. ${lines.join(' ')}`, {
      problems: lines,
    });
  const commit = await commitTree(repository, tree, [live, draft.tip], 'Publish');
  await desk.publisher.owe();
  await updateRefs(repository, [
    { ref: repository.live, to: commit, from: live },
    ...dropping(draft),
  ]);
  desk.publisher.start();
  if (kind !== 'stories') return;
  const dropped = await textAt(repository, live, pathOf({ collection: 'stories', id }));
  await clearUnnamed(desk, id, { dropped });
  await notePublication(desk, tree, id);
}

/** What publishing itself writes down: the first day of a piece, the words an answer is bound to. */
async function readied(
  desk: Desk,
  { kind, ...at }: { kind: string; id: string; live: string; tree: string },
): Promise<string> {
  if (kind === 'stories') return cleared(desk, at.tree, at.id);
  return kind === 'responses' ? boundAnswer(desk, at) : at.tree;
}

/** A draft that changes any record but its own would carry it past what is asked of that one. */
async function refuseOthers(repository: Repository, draft: Draft): Promise<void> {
  const { collection, id } = draft.key;
  const own = pathOf({ collection, id });
  const folder = collection === 'stories' || collection === 'exhibitions' ? own : undefined;
  const isOwn = (path: string): boolean =>
    path === own || (folder !== undefined && path.startsWith(folder.replace(/[^/]+$/, '')));
  if ((await changedIn(repository, draft)).every(isOwn)) return;
  throw new NotDone(
    'not-valid',
    'This draft changes something besides its own piece, so it was not published. Copy your words, delete the draft, open the piece again and put them in.',
  );
}

async function joined({ repository }: Desk, live: string, draft: string): Promise<string> {
  const tree = await mergedTree(repository, live, draft);
  if (typeof tree === 'string') return tree;
  throw new NotDone(
    'conflict',
    'Somebody published other changes to this piece after this draft was begun. Nothing was published and the draft is kept. Copy your words, delete the draft, open the piece again and put them in.',
  );
}

/** The tree with the day it becomes public written in, once consent would let something of it out. */
async function cleared(desk: Desk, tree: string, id: string): Promise<string> {
  const { repository } = desk;
  const held = await heldIn(desk, tree, id);
  await refuseDroppedRefusal(desk, held);
  const embargo = held.fields.embargo_until;
  const today = desk.today();
  const day = embargo !== undefined && embargo > today ? embargo : today;
  const decision = decide(factsOf(held), { use: 'web', day });
  if (decision.outcome !== 'publish' && decision.outcome !== 'partial') {
    const why = refusalsInWords(decision.refusals);
    const parts = partsOf(decision);
    throw new NotDone('not-valid', `This cannot be published yet. ${withParts(parts, why)}`, {
      reasons: why,
      parts,
    });
  }
  if (held.fields.published_on !== undefined) return tree;
  const path = pathOf({ collection: 'stories', id });
  const text = await textAt(repository, tree, path);
  const marked = editFrontMatter(text ?? '', (record) => record.set('published_on', day));
  if (marked === undefined)
    throw new NotDone('not-valid', 'This record has to be mended first. Nothing was published.');
  return changedTree(repository, tree, new Map([[path, marked]]));
}

/** One contribution as it stands in a commit, or a refusal that lists what is wrong with it. */
async function heldIn(desk: Desk, commit: string, id: string): Promise<HeldContribution> {
  const { answer } = await withCheckout(desk.repository, commit, id, (root) =>
    readContribution({ root, store: desk.media }, id),
  );
  if (answer.held === undefined || answer.problems.length > 0) {
    const lines = answer.problems.map(problemLine);
    throw new NotDone('not-valid', `This record has to be mended first. ${lines.join(' ')}`, {
      problems: lines,
    });
  }
  return knowingOthers(desk, answer.held);
}

/**
 * What would be let out if this were published now, in words for a facilitator, and what the public
 * has of it meanwhile. A contribution that is nowhere was taken down; that is no mistake in a record.
 */
export async function checkNow(desk: Desk, collection: unknown, slug: unknown) {
  const key = draftKey(collection, slug);
  const draft = (await readDraft(desk.repository, key))?.tip;
  const live = await liveTip(desk.repository);
  const path = pathOf(key);
  const now = await publicNow(desk, key, { path, draft });
  const commit = draft ?? live;
  if (key.collection === 'exhibitions')
    return { ...(await checkExhibitionNow(desk, commit, key.id)), live: now };
  if (key.collection !== 'stories')
    return { outcome: 'publish', reasons: [], parts: [], live: now };
  if ((await fileOf(desk.repository, commit, path)) === undefined)
    return { outcome: await goneAs(desk, live, key.id), reasons: [], parts: [], live: now };
  const check = await toldOf(desk, commit, key.id);
  if (!now.published || !now.changed) return { ...check, live: now };
  return { ...check, live: { ...now, parts: (await toldOf(desk, live, key.id)).parts } };
}

async function goneAs(
  { repository }: Desk,
  live: string,
  id: string,
): Promise<'tombstone' | 'gone'> {
  const notice = await fileOf(repository, live, `content/withdrawn/${id}.yaml`);
  return notice === undefined ? 'gone' : 'tombstone';
}

async function toldOf(desk: Desk, commit: string, id: string) {
  const day = desk.today();
  const decision = decide(factsOf(await heldIn(desk, commit, id)), { use: 'web', day });
  const reasons = refusalsInWords(decision.refusals);
  return { outcome: decision.outcome, day, reasons, parts: partsOf(decision) };
}

interface PartTold {
  readonly part: string;
  readonly decision: string;
  readonly reasons: readonly string[];
}

function partsOf({ parts }: Decision): readonly PartTold[] {
  return [...parts].map(([part, verdict]) =>
    verdict.verdict === 'withhold'
      ? { part, decision: 'withhold', reasons: refusalsInWords(verdict.refusals) }
      : { part, decision: verdict.copy === 'safe' ? 'release safe copy' : 'release', reasons: [] },
  );
}

/** Part by part where there are parts to name, else what closes the whole. */
function withParts(parts: readonly PartTold[], why: readonly string[]): string {
  if (parts.length === 0) return why.join(' ');
  return parts
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ part, reasons }) => `${part}: ${reasons.join(' ')}`)
    .join(' ');
}
