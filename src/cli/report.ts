import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decide } from '#consent/decide.ts';
import type { Day, Decision, Reason, Refusal } from '#consent/decision.ts';
import { type Use, USES } from '#consent/uses.ts';
import type { Contribution } from '#consent/grant.ts';
import { refusalsInWords, refusalWords } from '#consent/reasons.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { evidenceOf } from '#release/priority-evidence.ts';
import { unboundAnswers } from '#release/community.ts';
import { factsOf } from '#release/facts.ts';
import { answerLine, evidenceLine, gapLine } from '#release/gap-words.ts';
import { readContent } from '#repository/read-content.ts';
import { calendarFile } from '#schedule/calendar.ts';
import {
  type Coming,
  comingUp,
  gapsOn,
  type NotAsApproved,
  notAsApproved,
  type Undescribed,
  undescribed,
} from '#schedule/coming.ts';
import { unreadWords } from './words/build.ts';
import type { Outcome } from './printer.ts';
import { refusedOver } from '#state/private-file.ts';
import { refusedFileWords } from './words/private-file.ts';
import { stateOf } from '#state/state.ts';

/** One answer: a contribution, a part (or the whole), a use, what is decided and why. */
interface Row {
  readonly id: string;
  readonly part: string;
  readonly use: string;
  readonly decision: string;
  readonly reasons: readonly Reason[];
  /** The same with the person each is about. */
  readonly refusals: readonly Refusal[];
}

/**
 * For every contribution, part and use: the decision and its reasons; what ends, opens or leaves an
 * exhibition soon; what is not the version approved; and the gaps in exhibitions.
 */
export async function report(input: {
  readonly content: string;
  readonly day: Day;
  /** Days ahead to look for what ends. */
  readonly within: number;
  /** A file to write the days ahead into, as a calendar. */
  readonly ics?: string | undefined;
}): Promise<Outcome> {
  const content = resolve(input.content);
  const { archive, problems } = await readContent({ root: content, store: stateOf(content).store });
  if (archive === undefined) return unreadWords(problems);
  const rows = archive.contributions.flatMap((held) => rowsOf(held, input.day));
  const coming = comingUp({ archive, day: input.day, within: input.within });
  const changed = notAsApproved(archive.contributions, input.day);
  const waiting = undescribed(archive.contributions);
  const gaps = gapsOn(archive, input.day);
  const behind = evidenceOf(archive, input.day).gaps;
  const unbound = unboundAnswers(archive);
  const refused = input.ics === undefined ? undefined : await refusedOver(input.ics, isCalendar);
  if (refused !== undefined)
    return {
      exit: 1,
      lines: [`${refusedFileWords(refused)} Nothing was written.`],
      data: { ok: false },
    };
  if (input.ics !== undefined)
    await writeFile(input.ics, calendarFile({ coming, day: input.day }), { mode: 0o600 });
  return {
    exit: 0,
    lines: [
      ...archive.contributions.flatMap((held) => linesOf(held.id, rows)),
      ...coming.map(comingLine),
      ...changed.map(changedLine),
      ...waiting.map(undescribedLine),
      ...gaps.map(gapLine),
      ...behind.map(evidenceLine),
      ...unbound.map(answerLine),
      ...(input.ics === undefined
        ? []
        : [`The calendar is in ${input.ics}: ${coming.length} days, ids only.`]),
    ],
    data: {
      ok: true,
      day: input.day,
      within: input.within,
      rows,
      ending: coming.flatMap(endingOf),
      coming,
      changed,
      undescribed: waiting,
      gaps,
      behind,
      unbound,
    },
  };
}

/** The dates of consent records alone, by the name of their field. */
function endingOf(each: Coming) {
  if (each.what !== 'ends' && each.what !== 'ask-again') return [];
  const { id, person, on } = each;
  return [{ id, person, field: FIELDS[each.what], on }];
}

const FIELDS = { ends: 'expires_on', 'ask-again': 'reconsent_due' } as const;

function comingLine(each: Coming): string {
  switch (each.what) {
    case 'ends':
    case 'ask-again':
      return `${each.id}: the consent of ${each.person} ends on ${each.on} (${FIELDS[each.what]}).`;
    case 'opens':
      return `${each.id}: may be shown from ${each.on} (embargo_until).`;
    case 'leaves':
      return `On ${each.on} something leaves. ${gapLine(each.gap)}`;
  }
}

/** One part that is not the version approved, and what to do. */
export function changedLine({ id, part, refusals }: NotAsApproved): string {
  return `${id}: ${part} is not shown (not-the-version-approved). ${refusalsInWords(refusals).join(' ')}`;
}

/** One picture that waits for a description. */
export function undescribedLine({ id, part, isSafe }: Undescribed): string {
  const which = isSafe ? `the safe copy of ${part}` : part;
  return `${id}: ${which} is not shown (no-description). ${refusalWords({ reason: 'no-description' })}`;
}

function rowsOf(held: HeldContribution, day: Day): readonly Row[] {
  const facts = factsOf(held);
  return USES.flatMap((use) => {
    const decision = decisionFor(facts, use, day);
    const whole: Row = {
      id: held.id,
      part: '(whole)',
      use,
      decision: decision.outcome,
      reasons: unique(decision.refusals),
      refusals: decision.refusals,
    };
    const closed = { verdict: 'withhold', refusals: decision.refusals } as const;
    const decided: Decision['parts'] =
      decision.parts.size > 0
        ? decision.parts
        : new Map(facts.parts.map(({ id }) => [id, closed] as const));
    const parts = [...decided].map(([part, verdict]): Row => {
      if (verdict.verdict === 'withhold')
        return {
          id: held.id,
          part,
          use,
          decision: 'withhold',
          reasons: unique(verdict.refusals),
          refusals: verdict.refusals,
        };
      return {
        id: held.id,
        part,
        use,
        decision: verdict.copy === 'safe' ? 'release safe copy' : 'release',
        reasons: [],
        refusals: [],
      };
    });
    return [whole, ...parts];
  });
}

/** For exhibitions: any at all, or else the best of those that somebody named. */
function decisionFor(facts: Contribution, use: Use, day: Day): Decision {
  const named = facts.consents.flatMap(({ exhibitions = [] }) =>
    exhibitions === 'any' ? [] : exhibitions,
  );
  const asked = use === 'exhibition' ? [undefined, ...new Set(named)] : [undefined];
  const answers = asked.map((exhibition) => decide(facts, { use, day, exhibition }));
  const best =
    answers.find(({ outcome }) => outcome === 'publish') ??
    answers.find(({ outcome }) => outcome === 'partial');
  return best ?? decide(facts, { use, day });
}

function unique(refusals: readonly { readonly reason: Reason }[]): readonly Reason[] {
  return [...new Set(refusals.map(({ reason }) => reason))];
}

/** For a person: the site first, part by part with reasons; the other uses in one line. */
function linesOf(id: string, rows: readonly Row[]): readonly string[] {
  const mine = rows.filter((row) => row.id === id);
  const web = mine.filter(({ use }) => use === 'web');
  const [whole, ...all] = web;
  // Where the whole is closed each part is, for the same reasons, which need no saying twice.
  const parts = all.filter(({ refusals }) => refusals !== whole?.refusals);
  const others = USES.filter(
    (use) =>
      use !== 'web' && mine.some((row) => row.use === use && row.decision.startsWith('release')),
  );
  return [
    `${id}: ${whole?.decision ?? 'withhold'}${reasonWords(parts.length > 0 ? [] : (whole?.refusals ?? []))}`,
    ...parts.map(
      ({ part, decision, refusals }) => `  ${part}: ${decision}${reasonWords(refusals)}`,
    ),
    `  also: ${others.join(', ') || 'no other use'}`,
  ];
}

function reasonWords(refusals: readonly Refusal[]): string {
  const said = refusals.map((refusal) => `${refusal.reason}: ${refusalWords(refusal)}`);
  return refusals.length === 0 ? '' : ` — ${[...new Set(said)].join(' ')}`;
}

const isCalendar = (text: string): boolean => text.startsWith('BEGIN:VCALENDAR');
