import type { Locator, Page } from 'playwright-core';

/** How somebody works a page: with a finger or a mouse, or with a keyboard alone. */
export interface Hands {
  readonly press: (what: Locator) => Promise<void>;
  readonly type: (what: Locator, text: string) => Promise<void>;
  readonly tick: (what: Locator) => Promise<void>;
  readonly choose: (what: Locator, file: string) => Promise<void>;
}

/** A finger. */
export const touching = (): Hands => ({
  press: (what) => what.click(),
  type: (what, text) => what.fill(text),
  tick: (what) => what.check(),
  choose: (what, file) => what.setInputFiles(file),
});

/** So many stops a page may have at most. */
const MOST_STOPS = 300;

/** A keyboard and nothing else: each thing is reached by Tab from where the last one was left. */
export const typing = (page: Page): Hands => {
  const reach = async (what: Locator): Promise<void> => {
    const isThere = () => what.evaluate((each) => each === document.activeElement);
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No Tab leads to ${String(what)}.`);
  };
  /** Of boxes of which one alone can be chosen, Tab stops at one; arrows lead to the others. */
  const reachAmong = async (what: Locator): Promise<void> => {
    const name = await what.getAttribute('name');
    const isOne = (await what.getAttribute('type')) === 'radio';
    if (!isOne) return reach(what);
    const group = page.locator(`input[name="${name}"]`);
    const isAmong = () =>
      group.evaluateAll((all) => all.some((each) => each === document.activeElement));
    for (let stop = 0; stop < MOST_STOPS && !(await isAmong()); stop += 1)
      await page.keyboard.press('Tab');
    for (let arrow = 0; arrow < (await group.count()); arrow += 1) {
      if (await what.evaluate((each) => each === document.activeElement)) return;
      await page.keyboard.press('ArrowDown');
    }
    return reach(what);
  };
  return {
    press: async (what) => {
      await reach(what);
      await page.keyboard.press('Enter');
    },
    type: async (what, text) => {
      await reach(what);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    },
    tick: async (what) => {
      await reachAmong(what);
      if (!(await what.isChecked())) await page.keyboard.press('Space');
    },
    choose: async (what, file) => {
      await reach(what);
      const asked = page.waitForEvent('filechooser');
      await page.keyboard.press('Space');
      await (await asked).setFiles(file);
    },
  };
};
