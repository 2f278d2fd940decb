import { resolve } from 'node:path';
import { decide } from '#consent/decide.ts';
import { type Day, type Reason, USES } from '#consent/decision.ts';
import { REASON_WORDS } from '#consent/reasons.ts';
import { hangExhibition } from '#release/hang-exhibition.ts';
import type { Archive, HeldContribution } from '#release/archive.ts';
import { factsOf } from '#release/facts.ts';
import { readContent } from '#release/read-content.ts';
import { notBuilt } from './build.ts';
import type { Outcome } from './printer.ts';
import { stateOf } from './state.ts';

/** One answer: a contribution, a part (or the whole), a use, what is decided and why. */
interface Row {
  readonly id: string;
  readonly part: string;
  readonly use: string;
  readonly decision: string;
  readonly reasons: readonly Reason[];
}

interface Ending {
  readonly id: string;
  readonly person: string;
  readonly field: 'expires_on' | 'reconsent_due';
  readonly on: Day;
}

/** For every contribution, part and use: the decision and its reasons; and what ends soon. */
export async function report(input: {
  readonly content: string;
  readonly day: Day;
  /** Days ahead to look for what ends. */
  readonly within: number;
}): Promise<Outcome> {
  const content = resolve(input.content);
  const { archive, problems } = await readContent({ root: content, store: stateOf(content).store });
  if (archive === undefined) return notBuilt(problems);
  const rows = archive.contributions.flatMap((held) => rowsOf(held, input.day));
  const ending = archive.contributions.flatMap((held) => endingOf(held, input.day, input.within));
  const gaps = gapsOf(archive, input.day);
  return {
    exit: 0,
    lines: [
      ...archive.contributions.flatMap((held) => linesOf(held.id, rows)),
      ...ending.map(
        ({ id, person, field, on }) => `${id}: the consent of ${person} ends on ${on} (${field}).`,
      ),
      ...gaps.map(
        ({ exhibition, work, reason }) =>
          `Exhibition ${exhibition}: ${work} is not shown (${reason}).`,
      ),
    ],
    data: { ok: true, day: input.day, within: input.within, rows, ending, gaps },
  };
}

function rowsOf(held: HeldContribution, day: Day): readonly Row[] {
  const facts = factsOf(held);
  return USES.flatMap((use) => {
    const decision = decide(facts, { use, day });
    const whole: Row = {
      id: held.id,
      part: '(whole)',
      use,
      decision: decision.outcome,
      reasons: unique(decision.refusals),
    };
    const parts = [...decision.parts].map(([part, verdict]): Row => {
      if (verdict.verdict === 'withhold')
        return { id: held.id, part, use, decision: 'withhold', reasons: unique(verdict.refusals) };
      return {
        id: held.id,
        part,
        use,
        decision: verdict.copy === 'safe' ? 'release safe copy' : 'release',
        reasons: [],
      };
    });
    return [whole, ...parts];
  });
}

function unique(refusals: readonly { readonly reason: Reason }[]): readonly Reason[] {
  return [...new Set(refusals.map(({ reason }) => reason))];
}

/** For a person: the site first, part by part with reasons; the other uses in one line. */
function linesOf(id: string, rows: readonly Row[]): readonly string[] {
  const mine = rows.filter((row) => row.id === id);
  const web = mine.filter(({ use }) => use === 'web');
  const [whole, ...parts] = web;
  const others = USES.filter(
    (use) =>
      use !== 'web' && mine.some((row) => row.use === use && row.decision.startsWith('release')),
  );
  return [
    `${id}: ${whole?.decision ?? 'withhold'}${reasonWords(whole?.reasons ?? [])}`,
    ...parts.map(({ part, decision, reasons }) => `  ${part}: ${decision}${reasonWords(reasons)}`),
    `  also: ${others.join(', ') || 'no other use'}`,
  ];
}

function reasonWords(reasons: readonly Reason[]): string {
  return reasons.length === 0
    ? ''
    : ` — ${reasons.map((reason) => `${reason}: ${REASON_WORDS[reason]}`).join(' ')}`;
}

function endingOf({ id, fields }: HeldContribution, day: Day, within: number): readonly Ending[] {
  const last = new Date(Date.parse(`${day}T00:00:00Z`) + within * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return fields.consents.flatMap((record) =>
    (['expires_on', 'reconsent_due'] as const).flatMap((field): Ending[] => {
      const on = record[field];
      return on !== undefined && on > day && on <= last
        ? [{ id, person: record.person, field, on }]
        : [];
    }),
  );
}

function gapsOf(archive: Archive, day: Day) {
  const contributions = new Map(archive.contributions.map((held) => [held.id, held]));
  return archive.exhibitions.flatMap(
    (exhibition) => hangExhibition({ exhibition, contributions, day }).gaps,
  );
}
