import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';
import { readDraft } from '#repository/drafts.ts';
import { textAt } from '#repository/repository.ts';
import { axeFaults } from '#support/axe.ts';
import { type DeskInBrowser, deskInBrowser, loadAt } from '#support/desk-page.ts';
import { frames } from '#support/frames.ts';
import { photographWith } from '#support/media-made-here.ts';

/** Somebody who writes their own drafts in the editor, on a phone, in the language of their invitation. */
let over: DeskInBrowser;

beforeAll(async () => {
  over = await deskInBrowser();
});

afterAll(async () => {
  await over?.close();
});

/** The cookie of whoever comes in with an invitation in a language. */
function invited(language: string): string {
  const { access } = over.desk.open.desk;
  const until = over.desk.clock.now + 86_400_000;
  const { token } = access.invite({ role: 'contributor', language, use: 'single', until });
  return `desk=${access.signIn(token, 3_600_000)}`;
}

/** Into the folder that `SHOTS` names, to be looked at. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  await frames(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        const { clientWidth } = document.documentElement;
        return width > 1 && (right > clientWidth + 1 || left < -1);
      })
      .map((each) => `${each.tagName} ${each.className}`),
  );

/** Buttons that stand out of their bar, over the form. */
const overBar = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const bar = document.querySelector('[class*=ToolbarContainer]')?.getBoundingClientRect();
    return [...document.querySelectorAll('[class*=ToolbarContainer] [class*=ToolbarButton]')]
      .filter((each) => each.getBoundingClientRect().bottom > (bar?.bottom ?? 0) + 1)
      .map((each) => each.textContent ?? '');
  });

async function fits(page: Page): Promise<void> {
  await expect.poll(() => sticksOut(page)).toEqual([]);
  expect(await axeFaults(page)).toEqual([]);
}

const WORDS = 'One <3 “two”\n\n  three {four}\n---\nhold: false';

describe.each(languagesOn('desk'))('in %s', (language) => {
  // In English the editor is opened and written in by every other test of it.
  const sample = language === 'ur';
  test.skipIf(!process.env['PROVE'] && !sample)(
    'a story is written, looked at, sent and changed again on a phone, and nothing else is there',
    async () => {
      const { words, dir } = interfaceIn(language);
      const { editor, share } = words;
      const page = await over.signedIn(360, invited(language));
      await loadAt(page, `${over.origin}/admin/`);
      await page.getByText(editor.create).first().waitFor();
      expect(
        await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
      ).toEqual([language, dir]);
      await fits(page);
      await shot(page, `${language}-1-list`);

      await loadAt(page, `${over.origin}/admin/#/collections/stories/new`);
      const number = page.locator('output.desk-fixed');
      await expect.poll(() => number.textContent()).toMatch(/^[a-z0-9]{6,26}$/);
      const id = (await number.textContent()) ?? '';
      await page.getByLabel(share.wordsTitle, { exact: true }).fill('بارش');
      await page.getByLabel(share.wordsBody, { exact: true }).fill(WORDS);
      await page.getByLabel(`${words.consentUses.web}: ${words.consentKinds.words}`).check();
      await page.getByText(editor.add).first().click();
      const photo = await photographWith('a-place', 7);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: photo });
      await page.getByText(editor.arrived).waitFor();
      await fits(page);
      await shot(page, `${language}-2-form`);
      await page.getByRole('button', { name: editor.save, exact: true }).click();
      await page.getByRole('link', { name: editor.lookAndSend }).waitFor();
      expect(await overBar(page)).toEqual([]);
      await shot(page, `${language}-3-saved`);

      const key = { collection: 'stories', id };
      const draft = await readDraft(over.desk.repository, key);
      expect(draft?.workflow.status).toBe('draft');
      const text =
        draft && (await textAt(over.desk.repository, draft.tip, `content/stories/${id}/story.md`));
      expect(text?.endsWith(`---\n${WORDS}`)).toBe(true);

      await page.getByRole('link', { name: editor.lookAndSend }).click();
      await page.getByRole('heading', { name: share.look }).waitFor();
      await fits(page);
      await shot(page, `${language}-4-look`);
      await page.getByRole('checkbox').last().check();
      await page.getByRole('button', { name: share.send, exact: true }).click();
      await page.getByText(share.sentTitle).first().waitFor();
      await shot(page, `${language}-5-sent`);
      expect((await readDraft(over.desk.repository, key))?.workflow.status).toBe('pending_review');

      await loadAt(page, `${over.origin}/admin/#/workflow`);
      await page.getByText('بارش').first().waitFor();
      expect(await page.locator('[class*=WorkflowCard]').count()).toBe(1);
      await fits(page);
      await shot(page, `${language}-6-board`);
      await loadAt(page, `${over.origin}/admin/#/collections/stories/entries/${id}/story`);
      await expect
        .poll(() => page.getByLabel(share.wordsBody, { exact: true }).inputValue())
        .toBe(WORDS);
      await page.getByLabel(share.wordsTitle, { exact: true }).fill('بادل');
      await page.getByRole('button', { name: editor.save, exact: true }).click();
      await expect
        .poll(async () => (await readDraft(over.desk.repository, key))?.workflow.status)
        .toBe('draft');
      await page.close();
    },
  );
});
