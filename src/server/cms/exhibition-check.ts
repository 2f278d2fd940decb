import { readFrontMatter } from '#repository/front-matter.ts';
import type { Day } from '#consent/decision.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { exhibition as exhibitionSchema, type ExhibitionFields } from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import type { HeldContribution, HeldDocument } from '#repository/archive.ts';
import { type Block, type Component, componentsOf, documentText } from '#release/document.ts';
import { parseDocument } from '#release/document-blocks.ts';
import { gapWords } from '#release/gap-words.ts';
import { type Gap, checkBlocks } from '#release/check-exhibition.ts';
import { readContribution } from '#repository/read-contribution.ts';
import type { Desk } from '#server/desk-context.ts';
import { liveTip, textAt } from '#repository/repository.ts';
import { withCheckout } from '#repository/checkout.ts';
import { knowingOthers } from './pieces.ts';
import { NotDone } from '#server/not-done.ts';

type HeldExhibition = HeldDocument<ExhibitionFields>;

/** A new version of an exhibition, and the one before it: a commit or a tree, or the text itself. */
interface ExhibitionChange {
  readonly id: string;
  readonly from: string;
  readonly to?: string;
  readonly text?: string;
}

/**
 * Refuses, at the time, a work or a quotation that is added to an exhibition and is not open for it
 * today, or on the day the exhibition opens. What was shown in the version before and expired since is let
 * be: it is not shown anyway, and a withdrawal must never stop somebody from curating
 * (docs/consent.md §3.2, "exhibition"; W5).
 */
export async function refuseUncleared(
  desk: Desk,
  { id, from, to, text }: ExhibitionChange,
): Promise<void> {
  const next = text === undefined ? await exhibitionAt(desk, to ?? from, id) : asRead(id, text);
  if (next === undefined) return;
  const before = await exhibitionAt(desk, from, id);
  const hung = new Set(before === undefined ? [] : worksIn(before.body).map(nameOf));
  const added = worksIn(next.body).filter((work) => !hung.has(nameOf(work)));
  if (added.length === 0) return;
  const { gaps } = await hang(desk, next, added);
  if (gaps.length === 0) return;
  const lines = [...new Set(gaps.map(lineOf))];
  const act = text === undefined ? 'published' : 'saved';
  throw new NotDone(
    'not-valid',
    `This exhibition was not ${act}: something in it may not be shown in it. ${lines.join(' ')}`,
    { works: gaps.map((gap) => ({ work: gap.work, reasons: gapWords(gap) })) },
  );
}

/** Which works of an exhibition would not be shown now, and why: as `check` says it of a piece. */
export async function checkExhibitionNow(desk: Desk, commit: string, id: string) {
  const now = await exhibitionAt(desk, commit, id);
  const gaps = now === undefined ? [] : (await hang(desk, now, parseDocument(now.body))).gaps;
  return {
    outcome: gaps.length === 0 ? 'publish' : 'partial',
    day: desk.today(),
    reasons: [...new Set(gaps.map(lineOf))],
    parts: gaps.map((gap) => ({ part: gap.work, decision: 'withhold', reasons: gapWords(gap) })),
  };
}

function lineOf(gap: Gap): string {
  return `${gap.work}: ${gapWords(gap).join(' ')}`;
}

async function hang(desk: Desk, exhibition: HeldExhibition, blocks: readonly Block[]) {
  const ids = new Set(
    componentsOf(blocks)
      .filter(isWork)
      .map(({ attributes }) => attributes['id'] ?? ''),
  );
  const contributions = new Map<string, HeldContribution>();
  for (const id of ids) {
    const held = await publishedPiece(desk, id);
    if (held !== undefined) contributions.set(id, held);
  }
  const day = dayOf(exhibition, desk.today());
  return checkBlocks({ exhibition, blocks, contributions, day });
}

function dayOf({ fields: { opens } }: HeldExhibition, today: Day): Day {
  return opens !== undefined && opens > today ? opens : today;
}

/** The piece as it is published; one that cannot be read, or is being taken down, counts as not there. */
async function publishedPiece(desk: Desk, id: string): Promise<HeldContribution | undefined> {
  if (!CONTRIBUTION_ID.test(id) || desk.hidden.hides(id)) return undefined;
  const live = await liveTip(desk.repository);
  const { answer } = await withCheckout(desk.repository, live, id, (root) =>
    readContribution({ root, store: desk.media }, id),
  );
  if (answer.held === undefined || answer.problems.length > 0) return undefined;
  return knowingOthers(desk, answer.held);
}

async function exhibitionAt(
  desk: Desk,
  tree: string,
  id: string,
): Promise<HeldExhibition | undefined> {
  const path = `content/exhibitions/${id}/index.mdx`;
  const text = await textAt(desk.repository, tree, path);
  return text === undefined ? undefined : asRead(id, text);
}

/** What cannot be read has no works in it: saving it is refused elsewhere, with the line. */
function asRead(id: string, text: string): HeldExhibition | undefined {
  const file = `exhibitions/${id}/index.mdx`;
  const read = readFrontMatter(text, file);
  if (!read.ok) return undefined;
  const parsed = parseRecord(exhibitionSchema, read.data ?? {}, file);
  return parsed.ok ? { id, file, fields: parsed.value, body: read.body } : undefined;
}

function worksIn(body: string): readonly Component[] {
  return componentsOf(parseDocument(body)).filter(isWork);
}

function isWork({ name }: Component): boolean {
  return name === 'Work' || name === 'Quote';
}

/** Two works are the same when they show the same; two quotations, when they say the same. */
function nameOf({ name, attributes, children }: Component): string {
  const { id = '', part = '' } = attributes;
  const words = name === 'Quote' ? documentText(children).replace(/\s+/g, ' ').trim() : '';
  return [name, id, part, words].join('|');
}
