import { refusalsInWords } from '#consent/reasons.ts';
import { dateWords, momentWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { interfaceIn } from '#i18n/words.ts';
import { answerLine, behindLine, gapWords } from '#release/gap-words.ts';
import type { Coming } from '#schedule/coming.ts';
import type { Freshness } from '#schedule/freshness.ts';
import { daysAfter } from '#schedule/london.ts';
import type { DailyFacts } from '#schedule/daily-facts.ts';
import { escaped } from './escape.ts';
import type { Publishing } from './publisher.ts';

/** The page looks a season ahead, as the report does. */
const AHEAD = 90;

export interface DailyInput {
  readonly facts: DailyFacts;
  readonly freshness: Freshness;
  readonly publishing: Publishing;
  readonly language: string;
}

/** What the facilitators’ page of the day says: headings and lists, no script, ids and reasons only. */
export function dailyMarkup(input: DailyInput): string {
  const { words, lang } = interfaceIn(input.language);
  const { daily } = words;
  const { facts } = input;
  return [
    `<div class="page-head"><h1>${escaped(daily.title)}</h1><p class="lead">${escaped(fill(daily.day, { day: dateWords(facts.day, lang) }))}</p></div>`,
    '<div class="prose">',
    `<ul class="actions"><li><a href="/admin/">${escaped(daily.editor)}</a></li><li><a href="/desk/care/?lang=${lang}">${escaped(words.care.title)}</a></li></ul>`,
    section(daily.site, [siteLines(input)]),
    ...(facts.problems.length > 0
      ? [section(daily.unreadable, [list(facts.problems.map(english))])]
      : whatToDo(input)),
    section(daily.calendar, [
      `<p><a href="/desk/calendar.ics?lang=${lang}">${escaped(daily.calendar)}</a></p>`,
      `<p>${escaped(daily.calendarHow)}</p>`,
    ]),
    '</div>',
  ].join('\n');
}

function siteLines({ freshness, publishing, language }: DailyInput): string {
  const { words, lang } = interfaceIn(language);
  const { daily } = words;
  const { builtFor, builtAt, why } = freshness;
  return [
    why === undefined ? '' : `<p class="take-problem">${escaped(daily.stale[why])}</p>`,
    builtFor === undefined
      ? ''
      : `<p>${escaped(fill(daily.builtFor, { day: dateWords(builtFor, lang) }))}</p>`,
    builtAt === undefined
      ? ''
      : `<p><time datetime="${escaped(builtAt)}">${escaped(momentWords(builtAt, lang))}</time></p>`,
    `<p>${escaped(daily.making[publishing.state])}</p>`,
    publishing.problems.length === 0 ? '' : list(publishing.problems.map(english)),
  ].join('\n');
}

function whatToDo({ facts, language }: DailyInput): readonly string[] {
  const { words, lang } = interfaceIn(language);
  const { daily } = words;
  const last = daysAfter(facts.day, AHEAD);
  const soon = facts.coming.filter(({ on }) => on <= last);
  const changed = facts.changed.map(
    ({ id, part, refusals }) =>
      `<b>${escaped(id)} ${escaped(part)}</b> ${sentences(refusalsInWords(refusals))}`,
  );
  const gaps = facts.gaps.map(
    (gap) => `<b>${escaped(gap.exhibition)}: ${escaped(gap.work)}</b> ${sentences(gapWords(gap))}`,
  );
  const pictures = facts.undescribed.map(({ id, part }) => `<b>${escaped(`${id} ${part}`)}</b>`);
  const asked = [...facts.behind.map(behindLine), ...facts.unbound.map(answerLine)].map(english);
  return [
    section(daily.soon, [
      listOr(
        fill(daily.noneSoon, { count: AHEAD }, lang),
        soon.map((each) => comingItem(each, lang)),
      ),
    ]),
    section(daily.changed, [listOr(daily.noneChanged, changed)]),
    ...(pictures.length === 0
      ? []
      : [section(daily.undescribed, [`<p>${escaped(daily.undescribedLead)}</p>`, list(pictures)])]),
    ...(asked.length === 0 ? [] : [section(words.priorities, [list(asked)])]),
    section(daily.gaps, [
      gaps.length === 0 ? '' : `<p>${escaped(daily.gapsLead)}</p>`,
      listOr(daily.noGaps, gaps),
    ]),
  ];
}

function comingItem(each: Coming, lang: string): string {
  const day = `<time datetime="${each.on}">${escaped(dateWords(each.on, lang))}</time>`;
  const why = each.what === 'leaves' ? ` ${sentences(gapWords(each.gap))}` : '';
  return `${day} ${escaped(comingWords(each, lang))}${why}`;
}

function comingWords(each: Coming, lang: string): string {
  const { calendar } = interfaceIn(lang).words;
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

function section(title: string, parts: readonly string[]): string {
  return `<section>\n<h2>${escaped(title)}</h2>\n${parts.filter(Boolean).join('\n')}\n</section>`;
}

function listOr(nothing: string, items: readonly string[]): string {
  return items.length === 0 ? `<p>${escaped(nothing)}</p>` : list(items);
}

function list(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

/** Reasons are written in English only, and marked as English. */
function sentences(lines: readonly string[]): string {
  return english(lines.join(' '));
}

function english(text: string): string {
  return `<span lang="en" dir="ltr">${escaped(text)}</span>`;
}
