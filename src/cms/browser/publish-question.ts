import { words } from './words.ts';

let withheld: readonly string[] = [];

/** What would not be shown of the record on the screen, each with its reason; said by the panel. */
export function rememberCheck(parts: readonly string[]): void {
  withheld = parts;
}

/** Decap asks one fixed question before it shows something: what stays back is named in it here. */
export function nameWithheld(): void {
  const ask = window.confirm.bind(window);
  window.confirm = (question = '') =>
    ask(
      question === words.showNow && withheld.length > 0
        ? [question, '', words.notShown, ...withheld.map((each) => `• ${each}`)].join('\n')
        : question,
    );
}
