import type { SelectOption } from '#cms/fields.ts';

/** In which languages the editor can say what may be shown, and the one to begin in. */
interface Answers {
  readonly language: string;
  readonly languages: readonly SelectOption[];
}

const REMEMBERED = 'answer-language';
const CHANGED = 'desk-answer-language';
let offered: Answers = { language: 'en', languages: [] };

export function offerLanguages(answers: Answers): void {
  offered = answers;
}

/** The language that was chosen on this machine, or else that of the sign-in or of the browser. */
export function answerLanguage(): string {
  const chosen = localStorage.getItem(REMEMBERED);
  const isOffered = offered.languages.some(({ value }) => value === chosen);
  return isOffered && chosen !== null ? chosen : offered.language;
}

/** Calls back at each change, wherever on the page it is made. @returns what ends it */
export function whenLanguageChanges(then: () => void): () => void {
  window.addEventListener(CHANGED, then);
  return () => window.removeEventListener(CHANGED, then);
}

/** The menu in which it is chosen; whoever draws it draws anew when it changes. */
export function languageSelect(label: string): unknown {
  const { h } = window;
  return h(
    'label',
    { className: 'desk-field' },
    h('span', null, label),
    h(
      'select',
      {
        value: answerLanguage(),
        onChange: ({ target }: { target: HTMLSelectElement }) => {
          localStorage.setItem(REMEMBERED, target.value);
          window.dispatchEvent(new Event(CHANGED));
        },
      },
      ...offered.languages.map(({ value, label: name }) =>
        h('option', { key: value, value, lang: value }, name),
      ),
    ),
  );
}
