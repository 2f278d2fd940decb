import { decide } from '#consent/decide.ts';
import type { Day, Decision, Refusal } from '#consent/decision.ts';
import type { ExhibitionFields } from '#records/lists.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import type { HeldContribution, HeldDocument } from '#repository/archive.ts';
import { EXHIBITION_COMPONENTS, treeProblems } from './check-mdx.ts';
import { type Block, type Component, documentText, type List } from './document.ts';
import { parseDocument } from './document-blocks.ts';
import { quotable } from './exact-words.ts';
import { factsOf } from './facts.ts';
import { placeOfQuote } from './words.ts';

/** A place on the wall that stays empty: for facilitators, never for the public. */
export interface Gap {
  readonly exhibition: string;
  readonly work: string;
  /** `safe-copy-only`: only the safe copy may hang here, and the site shows the other one. */
  readonly reason: 'not-here' | 'not-cleared' | 'nothing-to-show' | 'safe-copy-only';
  /** Where it is not cleared: each refusal of the site and of this exhibition. */
  readonly why: readonly Refusal[];
}

export interface CheckedExhibition {
  /** The checked tree, with a gap for every work and quotation that is not cleared. */
  readonly body: readonly Block[];
  /** `id` or `id/part` of what is shown. */
  readonly works: readonly string[];
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
}

/**
 * Hangs an exhibition: each work needs `web` and `exhibition` with this exhibition named, on the day.
 * What expired is taken out without a trace and never stops a build (docs/consent.md, W5; A10).
 */
export function checkExhibition(input: {
  readonly exhibition: HeldDocument<ExhibitionFields>;
  readonly contributions: ReadonlyMap<string, HeldContribution>;
  readonly day: Day;
}): CheckedExhibition {
  return checkBlocks({ ...input, blocks: parseDocument(input.exhibition.body) });
}

/** Hangs what was read before: all of an exhibition, or a part of it. */
export function checkBlocks(input: {
  readonly exhibition: HeldDocument<ExhibitionFields>;
  readonly blocks: readonly Block[];
  readonly contributions: ReadonlyMap<string, HeldContribution>;
  readonly day: Day;
}): CheckedExhibition {
  const { file, id } = input.exhibition;
  const problems = [...treeProblems(input.blocks, { file, allowed: EXHIBITION_COMPONENTS })];
  const wall: Wall = { ...input, id, works: [], gaps: [], problems };
  const body = input.blocks.map((block) => hang(block, wall));
  return { body, works: [...new Set(wall.works)], gaps: wall.gaps, problems: wall.problems };
}

interface Wall {
  readonly id: string;
  readonly exhibition: HeldDocument<ExhibitionFields>;
  readonly contributions: ReadonlyMap<string, HeldContribution>;
  readonly day: Day;
  readonly works: string[];
  readonly gaps: Gap[];
  readonly problems: Problem[];
}

const GAP: Block = { type: 'gap' };

/** The block as it hangs: itself, with less in it, or a gap. */
function hang(block: Block, wall: Wall): Block {
  if (block.type === 'list') return hangList(block, wall);
  if (block.type === 'quotation') return hangRoom(block, wall);
  if (block.type !== 'component') return block;
  const isWork = block.name === 'Work' || block.name === 'Quote';
  if (!isWork) return hangRoom(block, wall);
  return hangWork(block, wall) ? block : GAP;
}

/** A chapter or a note that held only what is gone goes too: an empty heading would tell. */
function hangRoom<B extends Block & { readonly children: readonly Block[] }>(
  room: B & { readonly type: 'component' | 'quotation' },
  wall: Wall,
): Block {
  const children = room.children.map((inner) => hang(inner, wall));
  return isLeftEmpty(children) ? GAP : { ...room, children };
}

function hangList(list: List, wall: Wall): Block {
  const items = list.items
    .map((item) => item.map((inner) => hang(inner, wall)))
    .filter((item) => !isLeftEmpty(item));
  return items.length === 0 ? GAP : { ...list, items };
}

/** All that stood there was taken out; where nothing ever stood, nothing goes. */
function isLeftEmpty(children: readonly Block[]): boolean {
  return children.length > 0 && children.every((inner) => inner === GAP);
}

function hangWork(component: Component, wall: Wall): boolean {
  const { id = '', part } = component.attributes;
  const held = wall.contributions.get(id);
  const work = part === undefined ? id : `${id}/${part}`;
  const leave = (reason: Gap['reason'], why: readonly Refusal[] = []): false => {
    wall.gaps.push({ exhibition: wall.id, work, reason, why });
    return false;
  };
  if (held === undefined) return leave('not-here');
  const standing = standingHere(held, wall);
  const closed = (which?: string): false => {
    const why = standing.why(which);
    return leave(why.length > 0 ? 'not-cleared' : 'safe-copy-only', why);
  };
  const { open } = standing;
  if (component.name === 'Quote') return hangQuote({ component, held, open, wall, closed });
  if (part !== undefined && !standing.parts.has(part)) return leave('nothing-to-show');
  if (open.size === 0 || (part !== undefined && !open.has(part))) return closed(part);
  // A work shown by one part is still labelled with its title, where the words may hang here too, and what
  // was translated of them.
  const translated = held.fields.translations.map((translation) => translation.id);
  const labels = open.has('words') ? ['words', ...translated] : [];
  const shown = part === undefined ? [...open] : [part, ...labels].filter((each) => open.has(each));
  wall.works.push(work, ...shown.map((each) => `${id}/${each}`));
  return true;
}

/** A quotation is words: they must be open here, and it must be exactly what the piece says. */
function hangQuote(input: {
  readonly component: Component;
  readonly held: HeldContribution;
  readonly open: ReadonlySet<string>;
  readonly wall: Wall;
  readonly closed: (part: string) => false;
}): boolean {
  const { component, held, open, wall, closed } = input;
  const quoted = documentText(component.children);
  const said = quotable(held).filter(({ text }) => placeOfQuote(quoted, text) !== undefined);
  const source = said.find(({ part }) => open.has(part)) ?? said[0];
  if (source !== undefined) {
    if (!open.has(source.part)) return closed(source.part);
    wall.works.push(`${held.id}/${source.part}`);
    return true;
  }
  if (!open.has('words')) return closed('words');
  const place = { file: wall.exhibition.file, field: `Quote of ${held.id}` };
  wall.problems.push(problemAt(place, 'quote-not-exact'));
  return false;
}

interface WorkClearance {
  readonly parts: ReadonlySet<string>;
  /** The parts that are open for `web` and for this exhibition on this day. */
  readonly open: ReadonlySet<string>;
  /** What closes one part, or the whole; nothing where a safe copy is all that stands in the way. */
  readonly why: (part?: string) => readonly Refusal[];
}

function standingHere(held: HeldContribution, { id, day }: Wall): WorkClearance {
  const facts = factsOf(held);
  const web = decide(facts, { use: 'web', day });
  const shown = decide(facts, { use: 'exhibition', day, exhibition: id });
  const open = [...web.parts].filter(([part, onSite]) => {
    const here = shown.parts.get(part);
    if (onSite.verdict !== 'release' || here?.verdict !== 'release') return false;
    // The site holds one copy: where only the safe one may hang here, the approved one must not.
    return here.copy === 'as-approved' || onSite.copy === 'safe';
  });
  return {
    parts: new Set(facts.parts.map((part) => part.id)),
    open: new Set(open.map(([part]) => part)),
    why: (part) => [...refusalsOf(web, part), ...refusalsOf(shown, part)].filter(isFirst),
  };
}

function refusalsOf({ refusals, parts }: Decision, part: string | undefined): readonly Refusal[] {
  if (part === undefined || parts.size === 0) return refusals;
  const own = parts.get(part);
  return own?.verdict === 'withhold' ? own.refusals : [];
}

function isFirst({ reason, person }: Refusal, index: number, all: readonly Refusal[]): boolean {
  return all.findIndex((one) => one.reason === reason && one.person === person) === index;
}
