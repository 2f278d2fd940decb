import { decide } from '#consent/decide.ts';
import { makersOf } from '#consent/decide-part.ts';
import { type Day, type Kind, KINDS } from '#consent/decision.ts';
import { type Use, USES } from '#consent/uses.ts';
import type { ConsentRecord, Contribution, Part, PartRole } from '#consent/grant.ts';

/** `some`: yes for some of the parts of this kind that show them, no for others. */
export type ReceiptAnswer = 'yes' | 'no' | 'some';

/** What one person agreed, as it is enforced on a day (docs/consent.md §3.8). */
export interface ConsentReceipt {
  readonly person: string;
  readonly day: Day;
  readonly isMaker: boolean;
  /** A square for each use and kind. */
  readonly grid: Readonly<Record<Use, Readonly<Record<Kind, ReceiptAnswer>>>>;
  /** The exhibitions that the squares for exhibitions speak of. */
  readonly exhibitions: 'any' | readonly string[];
  /** The first day on which a square that says yes says it no longer. */
  readonly until?: Day | undefined;
  /** The name shown with the piece; only makers are named by it. */
  readonly credit?: Contribution['credit'];
  /** The parts this person made or is in. */
  readonly parts: readonly ReceiptPart[];
}

export interface ReceiptPart {
  readonly id: string;
  readonly role: PartRole;
  readonly kind: Kind;
  /** The uses for which nothing in this person's record stops this part as it is now. */
  readonly uses: readonly Use[];
  /** Agreed for some use, and changed since they saw it: it waits for their yes to this version. */
  readonly changed: boolean;
}

/** What a receipt is made from. */
export interface ReceiptInput {
  readonly facts: Contribution;
  readonly person: string;
  readonly day: Day;
}

/**
 * What this person agreed, asked of `decide` itself: everybody else is taken to say yes to
 * everything, and what the archive does by itself (a hold, a review, an embargo) is set aside, so
 * that what is left standing in the way is this person's own answer (docs/consent.md §6, A42).
 * Undefined when nothing is asked of them in this contribution, or nothing of it is open.
 */
export function receiptOf(input: ReceiptInput): ConsentReceipt | undefined {
  const { facts, person, day } = input;
  const grid = gridOn(input, day);
  if (!USES.some((use) => KINDS.some((kind) => grid[use][kind] !== 'no'))) return undefined;
  const isMaker = makersOf(facts).some((record) => record.person === person);
  return {
    ...{ person, day, isMaker, grid },
    exhibitions: exhibitionsIn(input),
    until: daysAhead(input).find((ahead) => closes(grid, gridOn(input, ahead))),
    credit: isMaker ? facts.credit : undefined,
    parts: partsIn(input),
  };
}

/** Everybody in a contribution who can be given a receipt on this day. */
export function receiptsOf(input: Omit<ReceiptInput, 'person'>): readonly ConsentReceipt[] {
  const people = [...new Set(input.facts.consents.map(({ person }) => person))];
  return people.flatMap((person) => receiptOf({ ...input, person }) ?? []);
}

type Grid = ConsentReceipt['grid'];

function gridOn(input: ReceiptInput, day: Day): Grid {
  const row = (use: Use) =>
    Object.fromEntries(KINDS.map((kind) => [kind, answerTo(input, { use, kind, day })]));
  return Object.fromEntries(USES.map((use) => [use, row(use)])) as Grid;
}

/** One square: each part of this kind by itself, because one may show them and another not. */
function answerTo(
  input: ReceiptInput,
  { use, kind, day }: { readonly use: Use; readonly kind: Kind; readonly day: Day },
): ReceiptAnswer {
  const parts = loneParts(input, kind);
  const asked = questions(input, use, day);
  const open = parts.filter((part) => asked.some((question) => opens(input, part, question)));
  if (open.length === 0) return 'no';
  return open.length === parts.length ? 'yes' : 'some';
}

/** How a part stands when there is nothing else for it to lean on. */
const LONE_ROLE: Readonly<Record<Kind, PartRole>> = {
  words: 'words',
  photo: 'image',
  artwork: 'image',
  voice: 'voice',
};

/**
 * The parts of a kind that need this person's yes, each as if it stood alone. A maker was asked about
 * every kind, so where there is no such part, there is a thought one.
 */
function loneParts({ facts, person }: ReceiptInput, kind: Kind): readonly Part[] {
  const alone = { role: LONE_ROLE[kind], stands_alone: true, needs_safe: false };
  const theirs = facts.parts.filter(
    (part) => part.kind === kind && part.role !== 'transcript' && involves(facts, part, person),
  );
  if (theirs.length > 0) return theirs.map((part) => ({ ...part, ...alone }));
  const isMaker = makersOf(facts).some((record) => record.person === person);
  return isMaker ? [{ id: `any-${kind}`, kind, digest: 'any', people: [], ...alone }] : [];
}

/** Whatever the version: that somebody has changed a part since is not what this person answered. */
function opens(input: ReceiptInput, part: Part, question: Question): boolean {
  return lets(setApart(input, [part], 'any version'), part, question);
}

function partsIn(input: ReceiptInput): readonly ReceiptPart[] {
  const { facts, person, day } = input;
  const asIs = setApart(input, facts.parts, 'the version approved');
  const waived = setApart(input, facts.parts, 'any version');
  const usesOf = (apart: Contribution, part: Part): readonly Use[] =>
    USES.filter((use) =>
      questions(input, use, day).some((question) => lets(apart, part, question)),
    );
  return facts.parts
    .filter((part) => involves(facts, part, person))
    .map((part) => {
      const uses = usesOf(asIs, part);
      const changed = uses.length < usesOf(waived, part).length;
      return { id: part.id, role: part.role, kind: part.kind, uses, changed };
    });
}

/** Is this person's yes needed for this part (docs/content-format.md, "Who must have said yes")? */
function involves({ consents }: Contribution, part: Part, person: string): boolean {
  return consents.some((record) => record.person === person && covers(record, part));
}

function covers({ interest, person }: ConsentRecord, part: Part): boolean {
  if (part.people.includes(person)) return true;
  switch (interest) {
    case 'contributor':
    case 'co-creator':
    case undefined:
      return true;
    case 'identifiable-in-words':
      return part.kind === 'words';
    case 'voice':
      return part.role === 'voice';
    case 'depicted':
      return false;
  }
}

/**
 * The contribution as it would be if only this person's answer counted. A safe copy is set aside
 * too: it stands for somebody who did not say yes.
 */
function setApart(
  { facts, person, day }: ReceiptInput,
  parts: readonly Part[],
  version: 'any version' | 'the version approved',
): Contribution {
  const any = version === 'any version';
  const shown = parts.map(({ safe: _safe, ...part }) => ({
    ...part,
    people: part.people.filter((each) => each === person),
    needs_safe: false,
    described: true, // for the archive to write
    digest: any ? 'any' : part.digest,
  }));
  const approved = Object.fromEntries(shown.map(({ id, digest }) => [id, digest]));
  const theirs = facts.consents.filter((record) => record.person === person);
  const hasContributor = theirs.some(({ interest }) => interest === 'contributor');
  return {
    hold: false,
    review: { outcome: 'cleared', on: day },
    credit: { as: 'anonymous' },
    consents: [
      ...(any ? theirs.map((record) => ({ ...record, approved })) : theirs),
      ...(hasContributor ? [] : [somebodyWilling(day, approved)]),
    ],
    parts: shown,
  };
}

/** A contributor who says yes to everything; their id is no id, so that it is nobody's. */
function somebodyWilling(day: Day, approved: Readonly<Record<string, string>>): ConsentRecord {
  return {
    person: '',
    interest: 'contributor',
    state: 'given',
    given_on: day,
    expires_on: '9999-12-31',
    information_sheet: 'none',
    language: 'en',
    method: 'none',
    age_band: 'adult',
    grants: Object.fromEntries(USES.map((use) => [use, KINDS])),
    exhibitions: 'any',
    approved,
  };
}

type Question = Parameters<typeof decide>[1];

/** For exhibitions: any at all, and each one that the person named. */
function questions(input: ReceiptInput, use: Use, day: Day): readonly Question[] {
  const named = use === 'exhibition' ? namedBy(input) : [];
  return [{ use, day }, ...named.map((exhibition) => ({ use, day, exhibition }))];
}

function namedBy({ facts, person }: ReceiptInput): readonly string[] {
  const named = facts.consents
    .filter((record) => record.person === person)
    .flatMap(({ exhibitions = [] }) => (exhibitions === 'any' ? [] : exhibitions));
  return [...new Set(named)];
}

function exhibitionsIn(input: ReceiptInput): ConsentReceipt['exhibitions'] {
  const parts = KINDS.flatMap((kind) => loneParts(input, kind));
  const shownIn = (exhibition?: string): boolean =>
    parts.some((part) => opens(input, part, { use: 'exhibition', day: input.day, exhibition }));
  return shownIn() ? 'any' : namedBy(input).filter(shownIn);
}

function lets(contribution: Contribution, { id }: Part, question: Question): boolean {
  return decide(contribution, question).parts.get(id)?.verdict === 'release';
}

/** The days still to come on which this person's own record says that something ends. */
function daysAhead({ facts, person, day }: ReceiptInput): readonly Day[] {
  const days = facts.consents
    .filter((record) => record.person === person)
    .flatMap((record) => [record.expires_on, record.reconsent_due, record.withdrawn_on])
    .filter((each): each is Day => each !== undefined && each > day);
  return [...new Set(days)].sort();
}

function closes(now: Grid, then: Grid): boolean {
  return USES.some((use) =>
    KINDS.some(
      (kind) =>
        now[use][kind] !== 'no' && then[use][kind] !== now[use][kind] && then[use][kind] !== 'yes',
    ),
  );
}
