import { decide } from '#consent/decide.ts';
import type { Day, Refusal } from '#consent/decision.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { factsOf } from '#release/facts.ts';
import { type Gap, checkExhibition } from '#release/check-exhibition.ts';
import { daysAfter } from '#records/day.ts';

/** Something that the calendar brings: ids and days, and nothing that anybody said. */
export type Coming =
  | {
      readonly on: Day;
      /** `ends`: a consent runs out; `ask-again`: a young person is asked again. */
      readonly what: 'ends' | 'ask-again';
      readonly id: string;
      readonly person: string;
      /** What the person has to do with it: one person may have several records. */
      readonly interest: string;
    }
  | { readonly on: Day; readonly what: 'opens'; readonly id: string }
  | { readonly on: Day; readonly what: 'leaves'; readonly gap: Gap };

/** One part that is kept back because it is not what its makers approved. */
export interface NotAsApproved {
  readonly id: string;
  readonly part: string;
  readonly refusals: readonly Refusal[];
}

/**
 * What ends, opens or leaves an exhibition after `day` and within so many days, the nearest first.
 * The day named is the first on which it is so: an end closes at the start of its day.
 */
export function comingUp(input: {
  readonly archive: Archive;
  readonly day: Day;
  readonly within: number;
}): readonly Coming[] {
  const { archive, day } = input;
  const span = { after: day, until: daysAfter(day, input.within) };
  const found = [
    ...archive.contributions.flatMap((held) => [...endsOf(held, span), ...openingOf(held, span)]),
    ...leaving(archive, span),
  ];
  return found.toSorted((a, b) => a.on.localeCompare(b.on));
}

interface Span {
  readonly after: Day;
  readonly until: Day;
}

function isIn(day: Day | undefined, { after, until }: Span): day is Day {
  return day !== undefined && day > after && day <= until;
}

function endsOf({ id, fields }: HeldContribution, span: Span): readonly Coming[] {
  return fields.consents.flatMap((record): readonly Coming[] => {
    const { person, interest = 'unknown', expires_on: ends, reconsent_due: again } = record;
    const about = { id, person, interest };
    return [
      ...(isIn(ends, span) ? [{ on: ends, what: 'ends', ...about } as const] : []),
      ...(isIn(again, span) ? [{ on: again, what: 'ask-again', ...about } as const] : []),
    ];
  });
}

function openingOf({ id, fields }: HeldContribution, span: Span): readonly Coming[] {
  const on = fields.embargo_until;
  return isIn(on, span) ? [{ on, what: 'opens', id }] : [];
}

/** Hangs each exhibition on every day on which something in it may end, and says what is newly gone. */
function leaving(archive: Archive, span: Span): readonly Coming[] {
  const contributions = byId(archive);
  return archive.exhibitions.flatMap((exhibition) => {
    const gone = (day: Day) => checkExhibition({ exhibition, contributions, day });
    const first = gone(span.after);
    const named = new Set(first.works.map((work) => work.split('/')[0] ?? ''));
    const days = [...named].flatMap((id) => daysOf(contributions.get(id), span));
    let known = new Set(first.gaps.map(({ work }) => work));
    return [...new Set(days)].sort().flatMap((on): readonly Coming[] => {
      const { gaps } = gone(on);
      const fresh = gaps.filter(({ work }) => !known.has(work));
      known = new Set(gaps.map(({ work }) => work));
      return fresh.map((gap) => ({ on, what: 'leaves', gap }) as const);
    });
  });
}

function daysOf(held: HeldContribution | undefined, span: Span): readonly Day[] {
  return (held?.fields.consents ?? [])
    .flatMap(({ expires_on, reconsent_due, withdrawn_on }) => [
      expires_on,
      reconsent_due,
      withdrawn_on,
    ])
    .filter((day) => isIn(day, span));
}

/** The works that are not shown on this day though an exhibition names them. */
export function gapsOn(archive: Archive, day: Day): readonly Gap[] {
  const contributions = byId(archive);
  return archive.exhibitions.flatMap(
    (exhibition) => checkExhibition({ exhibition, contributions, day }).gaps,
  );
}

/** A picture that nobody has described: it is withheld until somebody does. */
export interface Undescribed {
  readonly id: string;
  readonly part: string;
  /** Its safe copy, which was to be shown alone. */
  readonly isSafe: boolean;
}

/** The pictures that wait for a description, of every piece, whatever else keeps it back. */
export function undescribed(contributions: readonly HeldContribution[]): readonly Undescribed[] {
  return contributions.flatMap((held) =>
    factsOf(held).parts.flatMap(({ id: part, role, ...picture }): readonly Undescribed[] => {
      const isSafe = picture.needs_safe && picture.safe !== undefined;
      const isDescribed = isSafe ? picture.safe?.described : picture.described;
      return role !== 'image' || isDescribed === true ? [] : [{ id: held.id, part, isSafe }];
    }),
  );
}

/**
 * The parts that changed after they were approved, or were never approved. A piece that opens later
 * is asked about the day it opens, so that there is time to show it to its makers.
 */
export function notAsApproved(
  contributions: readonly HeldContribution[],
  day: Day,
): readonly NotAsApproved[] {
  return contributions.flatMap((held) => {
    const { embargo_until: opens = day } = held.fields;
    const decision = decide(factsOf(held), { use: 'web', day: opens > day ? opens : day });
    return [...decision.parts].flatMap(([part, verdict]): readonly NotAsApproved[] => {
      if (verdict.verdict === 'release') return [];
      const refusals = verdict.refusals.filter(
        ({ reason }) => reason === 'not-the-version-approved',
      );
      return refusals.length > 0 ? [{ id: held.id, part, refusals }] : [];
    });
  });
}

function byId(archive: Archive): ReadonlyMap<string, HeldContribution> {
  return new Map(archive.contributions.map((held) => [held.id, held]));
}
