import { dateWords, languageByLetters } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { Thanks } from '#register/care-store.ts';
import type { ToAsk } from '#server/routes/care-desk.ts';
import type { Desk } from './desk-context.ts';
import { escaped } from './escape.ts';
import { inSite } from './into-page.ts';

interface CareInput {
  readonly desk: Desk;
  readonly language: string;
  readonly toAsk: readonly ToAsk[];
  readonly thanks: readonly Thanks[];
  /** Why nobody can tell what there is to do: a record that cannot be read. */
  readonly problems: readonly string[];
  /** What was asked for had been done before. */
  readonly isOver?: boolean;
}

/** One list of people, one of thanks; each with its buttons, in the frame of the site. */
export async function carePage(input: CareInput): Promise<Response> {
  const { desk, toAsk, thanks, problems, isOver } = input;
  const shown = interfaceIn(input.language);
  const { care } = shown.words;
  const over = isOver ? `<p role="status" class="take-problem">${escaped(care.over)}</p>` : '';
  const people = toAsk.map((task) => askItem(task, shown));
  const waiting = thanks.map((each) => thanksItem(each, shown));
  const lists =
    problems.length > 0
      ? `<section><h2>${escaped(shown.words.daily.unreadable)}</h2><ul>${problems.map((line) => `<li lang="en" dir="ltr">${escaped(line)}</li>`).join('')}</ul></section>`
      : `<section><h2>${escaped(care.ask)}</h2>${listOr(care.noneToAsk, people)}</section>
<section><h2>${escaped(care.thanks)}</h2>${waiting.length === 0 ? '' : `<p>${escaped(care.gone)}</p>`}${listOr(care.noThanks, waiting)}</section>`;
  const main = `<div class="page-head"><p class="up"><a href="/desk/?lang=${shown.lang}">${escaped(shown.words.daily.title)}</a></p><h1>${escaped(care.title)}</h1><p class="lead">${escaped(care.lead)}</p></div>
${over}${lists}`;
  const { folder } = desk.publisher.site;
  return inSite({
    ...{ folder, language: shown.lang, title: care.title },
    ...{ main, where: 'whole', status: isOver ? 409 : 200, anyLetters: true },
    inLanguage: (other) => `/desk/care/?lang=${other}`,
  });
}

function askItem(task: ToAsk, { words, lang }: Interface): string {
  const { care } = words;
  const { key, contribution, person, dueOn, safeWay, safeTime, who } = task;
  const reach = who
    ? [who.name, who.contact, who.guardian?.name, who.guardian?.contact]
        .filter((each) => each !== undefined)
        .map(own)
    : [`<a href="/desk/care/?lang=${lang}&amp;who=${key}">${escaped(care.who)}</a>`];
  const lines = [
    `<b>${escaped(fill(care.person, { person, id: contribution }))}</b>`,
    escaped(fill(care.due, { day: dateWords(dueOn, lang) })),
    safeWay === undefined ? escaped(care.noSafeWay) : `${escaped(care.safeWay)} ${own(safeWay)}`,
    ...(safeTime === undefined ? [] : [`${escaped(care.safeTime)} ${own(safeTime)}`]),
    ...reach,
  ];
  return `${lines.map((line) => `<p>${line}</p>`).join('')}${form(key, lang, [['asked', care.asked]])}`;
}

function thanksItem({ key, contribution, words: said, receivedOn }: Thanks, shown: Interface) {
  const { words, lang } = shown;
  const { care } = words;
  const about = escaped(
    fill(care.thanksFor, { id: contribution, day: dateWords(receivedOn, lang) }),
  );
  const text = escaped(said).replaceAll('\n', '<br>');
  return `<p><b>${about}</b></p><blockquote dir="auto"${langOf(said)}>${text}</blockquote>${form(
    key,
    lang,
    [
      ['passed', care.passed],
      ['dropped', care.dropped],
    ],
  )}`;
}

/** Somebody's own words, in whatever language they wrote them. */
function own(text: string): string {
  return `<bdi${langOf(text)}>${escaped(text)}</bdi>`;
}

function langOf(text: string): string {
  const language = languageByLetters(text);
  return language === undefined ? '' : ` lang="${language}"`;
}

function form(key: string, lang: string, ways: readonly (readonly [string, string])[]): string {
  const buttons = ways.map(
    ([value, label], at) =>
      `<li><button class="button${at === 0 ? '' : ' quiet'}" name="do" value="${value}">${escaped(label)}</button></li>`,
  );
  return `<form method="post" action="/desk/care/?lang=${lang}"><input type="hidden" name="key" value="${key}"><ul class="actions">${buttons.join('')}</ul></form>`;
}

function listOr(nothing: string, items: readonly string[]): string {
  if (items.length === 0) return `<p>${escaped(nothing)}</p>`;
  return `<ul class="take-list">${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`;
}
