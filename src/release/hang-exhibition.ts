import { decide } from '#consent/decide.ts';
import type { Day, Decision, Refusal } from '#consent/decision.ts';
import type { ExhibitionFields } from '#records/lists.ts';
import type { Problem } from '#records/problem.ts';
import type { HeldContribution, HeldDocument } from './archive.ts';
import { type Component, checkMdx, EXHIBITION_COMPONENTS } from './check-mdx.ts';
import { quotable } from './exact-words.ts';
import { factsOf } from './facts.ts';
import { placeOf } from './words.ts';

/** A place on the wall that stays empty: for facilitators, never for the public. */
export interface Gap {
  readonly exhibition: string;
  readonly work: string;
  /** `safe-copy-only`: only the safe copy may hang here, and the site shows the other one. */
  readonly reason: 'not-here' | 'not-cleared' | 'nothing-to-show' | 'safe-copy-only';
  /** Where it is not cleared: each refusal of the site and of this exhibition. */
  readonly why: readonly Refusal[];
}

export interface HungExhibition {
  /** The checked MDX with every work and quotation taken out that is not cleared. */
  readonly body: string;
  /** `id` or `id/part` of what is shown. */
  readonly works: readonly string[];
  readonly gaps: readonly Gap[];
  readonly problems: readonly Problem[];
}

/**
 * Hangs an exhibition: each work needs `web` and `exhibition` with this exhibition named, on the day.
 * What lapsed is taken out without a trace and never stops a build (consent.md, W5; A10).
 */
export function hangExhibition(input: {
  readonly exhibition: HeldDocument<ExhibitionFields>;
  readonly contributions: ReadonlyMap<string, HeldContribution>;
  readonly day: Day;
}): HungExhibition {
  const { body, file, id } = input.exhibition;
  const { components, problems } = checkMdx({ body, file, allowed: EXHIBITION_COMPONENTS });
  const wall: Wall = { ...input, id, cuts: [], works: [], gaps: [], problems: [...problems] };
  for (const component of components) hang(component, wall);
  return {
    body: cut(body, wall.cuts),
    works: [...new Set(wall.works)],
    gaps: wall.gaps,
    problems: wall.problems,
  };
}

interface Wall {
  readonly id: string;
  readonly exhibition: HeldDocument<ExhibitionFields>;
  readonly contributions: ReadonlyMap<string, HeldContribution>;
  readonly day: Day;
  readonly cuts: { start: number; end: number }[];
  readonly works: string[];
  readonly gaps: Gap[];
  readonly problems: Problem[];
}

/** Says whether anything of the component stays. */
function hang(component: Component, wall: Wall): boolean {
  const stays =
    component.name === 'Work' || component.name === 'Quote'
      ? hangWork(component, wall)
      : hangRoom(component, wall);
  if (!stays) wall.cuts.push({ start: component.start, end: component.end });
  return stays;
}

/** A chapter or a note that held only what is gone goes too: an empty heading would tell. */
function hangRoom(component: Component, wall: Wall): boolean {
  if (component.inside.length === 0) return true;
  const kept = component.inside.filter((inner) => hang(inner, wall));
  return kept.length > 0 || hasOwnWords(component, wall);
}

function hasOwnWords({ start, end, inside }: Component, { exhibition }: Wall): boolean {
  const source = exhibition.body.slice(start, end);
  const rest = cut(
    source,
    inside.map((inner) => ({ start: inner.start - start, end: inner.end - start })),
  );
  return rest.replace(/<[^>]*>/g, '').trim() !== '';
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
  // A work shown by one part is still labelled with its title, where the words may hang here too.
  const shown = part === undefined ? [...open] : [part, 'words'].filter((each) => open.has(each));
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
  const said = quotable(held).filter(({ text }) => placeOf(component.text, text) !== undefined);
  const source = said.find(({ part }) => open.has(part)) ?? said[0];
  if (source !== undefined) {
    if (!open.has(source.part)) return closed(source.part);
    wall.works.push(`${held.id}/${source.part}`);
    return true;
  }
  if (!open.has('words')) return closed('words');
  wall.problems.push({
    file: wall.exhibition.file,
    field: `Quote of ${held.id}`,
    rule: 'quote-not-exact',
    what: 'These are not the exact words of the piece.',
    next: 'Copy the words again from the piece. Nothing was published.',
  });
  return false;
}

interface Standing {
  readonly parts: ReadonlySet<string>;
  /** The parts that are open for `web` and for this exhibition on this day. */
  readonly open: ReadonlySet<string>;
  /** What closes one part, or the whole; nothing where a safe copy is all that stands in the way. */
  readonly why: (part?: string) => readonly Refusal[];
}

function standingHere(held: HeldContribution, { id, day }: Wall): Standing {
  const facts = factsOf(held);
  const web = decide(facts, { use: 'web', day });
  const shown = decide(facts, { use: 'exhibition', day, exhibition: id });
  const open = [...web.parts.keys()].filter((part) => {
    const onSite = web.parts.get(part);
    const here = shown.parts.get(part);
    if (onSite?.verdict !== 'release' || here?.verdict !== 'release') return false;
    // The site holds one copy: where only the safe one may hang here, the approved one must not.
    return here.copy === 'as-approved' || onSite.copy === 'safe';
  });
  return {
    parts: new Set(facts.parts.map((part) => part.id)),
    open: new Set(open),
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

/** Takes the ranges out; one that lies inside another goes with it, and a space too many does not stay. */
function cut(text: string, ranges: readonly { start: number; end: number }[]): string {
  const outer = ranges.filter(
    (range) =>
      !ranges.some(
        (other) => other !== range && other.start <= range.start && other.end >= range.end,
      ),
  );
  return outer
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => {
      const [before, after] = [rest.slice(0, start), rest.slice(end)];
      return before + (/(^|\s)$/.test(before) ? after.replace(/^ /, '') : after);
    }, text);
}
