import { refusalsInWords } from '#consent/reasons.ts';
import type { Today } from '#desk/drawn.ts';
import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { answerLine, evidenceLine, gapWords } from '#release/gap-words.ts';
import type { Coming } from '#schedule/coming.ts';
import type { DailyFacts } from '#schedule/daily-facts.ts';
import type { Freshness } from '#schedule/freshness.ts';
import { daysAfter } from '#records/day.ts';
import { notBuiltWords } from './not-built-words.ts';
import type { PublisherState } from './publisher.ts';

/** The page looks a season ahead, as the report does. */
const AHEAD = 90;

/** What the facilitators’ page of the day says: ids and reasons only. Reasons are written in English. */
export function todayOf(input: {
  readonly facts: DailyFacts;
  readonly freshness: Freshness;
  readonly publishing: PublisherState;
  readonly language: string;
}): Today {
  const { facts, freshness, publishing, language } = input;
  const { builtFor, builtAt, why } = freshness;
  const last = daysAfter(facts.day, AHEAD);
  const problems = publishing.failed === undefined ? [] : notBuiltWords(publishing.failed);
  return {
    day: facts.day,
    ahead: AHEAD,
    site: { why, builtFor, builtAt, making: publishing.state, problems },
    unreadable: facts.problems,
    soon: facts.coming
      .filter(({ on }) => on <= last)
      .map((each) => ({
        on: each.on,
        text: comingWords(each, language),
        why: each.what === 'leaves' ? gapWords(each.gap).join(' ') : undefined,
      })),
    changed: facts.changed.map(({ id, part, refusals }) => ({
      what: `${id} ${part}`,
      why: refusalsInWords(refusals).join(' '),
    })),
    undescribed: facts.undescribed.map(({ id, part }) => `${id} ${part}`),
    asked: [...facts.behind.map(evidenceLine), ...facts.unbound.map(answerLine)],
    gaps: facts.gaps.map((gap) => ({
      what: `${gap.exhibition}: ${gap.work}`,
      why: gapWords(gap).join(' '),
    })),
  };
}

function comingWords(each: Coming, language: string): string {
  const { calendar } = interfaceIn(language).words;
  switch (each.what) {
    case 'ends':
      return fill(calendar.ends, { id: each.id, person: each.person });
    case 'ask-again':
      return fill(calendar.askAgain, { id: each.id, person: each.person });
    case 'opens':
      return fill(calendar.opens, { id: each.id });
    case 'leaves':
      return fill(calendar.leaves, { exhibition: each.gap.exhibition, work: each.gap.work });
  }
}
