import { refusalsInWords } from '#consent/reasons.ts';
import { deskAddress } from '#desk/drawn.ts';
import type { ToDo, Today } from '#desk/today.ts';
import type { Hidden } from '#hosting/hidden.ts';
import { languageName } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { daysAfter } from '#records/day.ts';
import { problemLine } from '#records/problem.ts';
import { answerLine, evidenceLine, gapWords } from '#release/gap-words.ts';
import { partsInWords } from '#schedule/call-back.ts';
import type { Coming } from '#schedule/coming.ts';
import type { DailyFacts } from '#schedule/daily-facts.ts';
import type { Freshness } from '#schedule/freshness.ts';
import { editorAddress, editorAddressOf } from './editor-address.ts';
import { type Failed, notBuiltWords } from './not-built-words.ts';
import type { PublisherState } from './publisher.ts';
import type { WaitingPiece } from './waiting.ts';

/** The page looks a season ahead, as the report does. */
const AHEAD = 90;
const DAY = 86_400_000;

/** What the page of the day is made from. */
export interface TodayFacts {
  readonly facts: DailyFacts;
  readonly freshness: Freshness;
  readonly publishing: PublisherState;
  readonly waiting: readonly WaitingPiece[];
  readonly hidden: readonly Hidden[];
  readonly care: Today['care'];
  /** Whether whoever looks may change the settings. */
  readonly settles: boolean;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly language: string;
}

/** What the facilitators’ page of the day says: ids, titles and reasons. Reasons are written in English. */
export function todayOf(input: TodayFacts): Today {
  const { facts, freshness, publishing, language } = input;
  const { builtFor, builtAt, why } = freshness;
  const last = daysAfter(facts.day, AHEAD);
  const problems = publishing.failed === undefined ? [] : problemsOf(publishing.failed);
  return {
    day: facts.day,
    ahead: AHEAD,
    site: { why, builtFor, builtAt, making: publishing.state, problems },
    waiting: input.waiting.map((each) => waitingShown(each, input)),
    down: input.hidden.map(({ id, at, hold }) => ({
      ...{ id, at, isHeld: hold === true },
      href: deskAddress(`/desk/withdraw/${encodeURIComponent(id)}/`, language),
    })),
    support: facts.oldSupport,
    settingsAt: input.settles ? editorAddress('settings', 'settings') : undefined,
    care: input.care,
    unreadable: facts.problems,
    soon: facts.coming
      .filter(({ on }) => on <= last)
      .map((each) => ({
        on: each.on,
        ...comingToDo(each, language),
        why: each.what === 'leaves' ? gapWords(each.gap).join(' ') : undefined,
      })),
    changed: facts.changed.map(({ id, part, refusals }) => ({
      ...storyToDo(id, `${id} ${part}`),
      why: refusalsInWords(refusals).join(' '),
    })),
    undescribed: facts.undescribed.map(({ id, part }) => storyToDo(id, `${id} ${part}`)),
    asked: [
      ...facts.behind.map((gap) => ({
        text: evidenceLine(gap),
        href: editorAddress('priorities', gap.priority),
      })),
      ...facts.unbound.map((answer) => ({
        text: answerLine(answer),
        href: editorAddress('responses', answer.id),
      })),
    ],
    gaps: facts.gaps.map((gap) => ({
      text: `${gap.exhibition}: ${gap.work}`,
      href: editorAddress('exhibitions', gap.exhibition),
      why: gapWords(gap).join(' '),
    })),
    copies: facts.callBack.map(({ key, use, day, recipient, callBack }) => ({
      ...{ key, day, who: recipient, what: partsInWords(callBack) },
      use: interfaceIn(language).words.consentUses[use],
    })),
  };
}

function storyToDo(id: string, text: string): ToDo {
  return { text, href: editorAddress('stories', id) };
}

function waitingShown(
  { id, title, language: written, since, missing }: WaitingPiece,
  { now, language }: TodayFacts,
): Today['waiting'][number] {
  return {
    ...{ id, title, missing, language: written, languageName: languageName(written, language) },
    days: Math.max(0, Math.floor((now - Date.parse(since)) / DAY)),
    href: editorAddress('stories', id),
  };
}

/** What a failed build has to say, each with the record in which it is mended where there is one. */
function problemsOf(failed: Failed): Today['site']['problems'] {
  if (failed.kind !== 'unread') return notBuiltWords(failed).map((text) => ({ text }));
  return failed.problems.map((problem) => ({
    text: problemLine(problem),
    href: editorAddressOf(problem.file),
  }));
}

function comingToDo(each: Coming, language: string): ToDo {
  const { calendar } = interfaceIn(language).words;
  switch (each.what) {
    case 'ends':
      return storyToDo(each.id, fill(calendar.ends, { id: each.id, person: each.person }));
    case 'ask-again':
      return storyToDo(each.id, fill(calendar.askAgain, { id: each.id, person: each.person }));
    case 'opens':
      return storyToDo(each.id, fill(calendar.opens, { id: each.id }));
    case 'leaves': {
      const { exhibition, work } = each.gap;
      const text = fill(calendar.leaves, { exhibition, work });
      return { text, href: editorAddress('exhibitions', exhibition) };
    }
  }
}
