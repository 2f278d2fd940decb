import { words } from './words.ts';

/**
 * Decap leaves some of its controls without a name, so that somebody who does not see them hears
 * only "button". They are named here, whenever the page changes.
 */
export function nameControls(page: HTMLElement): void {
  name(page);
  new MutationObserver(() => name(page)).observe(page, { childList: true, subtree: true });
}

function name(page: HTMLElement): void {
  hideSecondWay(page);
  for (const handle of nameless(page, '[aria-roledescription="sortable"]'))
    handle.setAttribute('aria-label', words.move);
  for (const button of nameless(page, 'button[class*="TopBarButton"]')) {
    const isFirst = button.parentElement?.querySelector('button') === button;
    button.setAttribute('aria-label', isFirst ? words.openOrClose : words.takeItemOut);
  }
  for (const box of nameless(page, '[role="textbox"][contenteditable]'))
    box.setAttribute('aria-label', labelOf(box));
  for (const frame of page.querySelectorAll('#preview-pane:not([title])'))
    frame.setAttribute('title', words.previewTitle);
}

/** There is one way of taking something off the website, in the menu: Decap has a second beside it. */
function hideSecondWay(page: HTMLElement): void {
  for (const button of page.querySelectorAll<HTMLElement>('button[class*="DeleteButton"]'))
    if (button.textContent?.trim() === words.deleteThis) button.hidden = true;
}

function nameless(page: HTMLElement, which: string): readonly Element[] {
  return [...page.querySelectorAll(`${which}:not([aria-label], [aria-labelledby])`)].filter(
    (each) => each.matches('[contenteditable]') || each.textContent?.trim() === '',
  );
}

/** The label over a field of the form, which Decap does not tie to its rich text box. */
function labelOf(box: Element): string {
  const label = box.closest('[class*="ControlContainer"]')?.querySelector('label')?.textContent;
  return label?.trim() || words.writing;
}
