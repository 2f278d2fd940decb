import { beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { interfaceIn } from '#i18n/words.ts';
import { photographWith } from '#support/media-made-here.ts';
import { digestIn, shareForm, type Visit } from '#support/share-form.ts';
import { type SmallDesk, smallDesk } from '#support/small-desk.ts';

const { share } = interfaceIn('ur').words;
let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;
const WORDS = 'چائے کی *پیالی* <b>';
const FULL = {
  ...{ language: 'ur', title: 'بارش', words: WORDS, others: 'nobody', age: 'adult' },
  ...{ credit: { as: 'chosen-name', name: 'نور' }, grants: { web: ['words', 'pictures'] } },
};

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
});

/** Somebody who answered so; with a photograph where one is answered about. */
async function writing(given: object): Promise<Visit> {
  const visit = await form.begun();
  await answer(visit, given);
  return visit;
}

async function answer(visit: Visit, given: object): Promise<void> {
  const { visitor, form: held } = await form.owned(visit);
  const contribution = held?.contribution ?? '';
  const text = JSON.stringify(answers.parse(given));
  desk.open.desk.access.saveForm(visitor, { contribution, answers: text });
}

async function withPicture(given: object, picture: object): Promise<Visit> {
  const visit = await form.begun();
  const bytes = await photographWith('look', 5);
  const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
  await form.send('/share/files/pictures/', visit, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: new Uint8Array(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')])),
  });
  await answer(visit, { ...given, pictures: [{ file: 'f1.jpg', ...picture }], counted: 1 });
  return visit;
}

const look = async (visit: Visit) => (await form.ask('/share/look/?lang=ur', visit)).text();
const articleIn = (page: string) => /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';

describe('the last page', () => {
  test('is the page of the piece as the public would see it, in the language of the form', async () => {
    const page = await look(await writing(FULL));
    expect(desk.reported).toEqual([]);
    expect(articleIn(page)).toContain('<em>پیالی</em>');
    expect(articleIn(page)).toContain('نور');
    expect(page).toContain('<html lang="ur" dir="rtl"');
    expect(page).not.toContain(share.lookRest);
    expect(page).not.toContain('rel="canonical"');
  });

  test('shows what does not show on it apart, and why it waits', async () => {
    const page = await look(await withPicture(FULL, { alt: 'ایک دروازہ', others: 'somebody' }));
    expect(articleIn(page)).not.toContain('ایک دروازہ');
    expect(page).toContain(share.lookRest);
    expect(page).toContain(share.lookOthers);
    expect(page.slice(page.indexOf(share.lookRest))).toContain('ایک دروازہ');
  });

  test('has the picture on it, small, for its own sign-in alone', async () => {
    const visit = await withPicture(FULL, { alt: 'ایک دروازہ', others: 'nobody' });
    const article = articleIn(await look(visit));
    expect(article).toContain('ایک دروازہ');
    const [, file = ''] = / src="(\/share\/preview\/[^"]+)"/.exec(article) ?? [];
    expect((await form.ask(file, visit)).status).toBe(200);
    for (const other of [{ cookie: '' }, await form.begun()])
      expect((await form.ask(file, other)).status).toBe(404);
    await form.ask('/share/look/', visit, [['act', 'leave']]);
    expect((await form.ask(file, visit)).status).toBe(404);
  });

  test('says so where nothing would show, and shows all of it as it was given', async () => {
    const page = await look(await writing({ ...FULL, grants: {} }));
    expect(articleIn(page)).toBe('');
    expect(page).toContain(share.lookNoPage);
    expect(page).toContain(share.lookNothing);
    expect(page).toContain('چائے کی *پیالی* &lt;b&gt;');
  });

  test('is there also when the page cannot be drawn, and can be sent', async () => {
    const visit = await writing(FULL);
    const whole = desk.open;
    const preview = () => Promise.reject(new Error('content-in-the-fault'));
    Object.assign(desk, { open: await desk.again({ preview }) });
    const page = await look(visit);
    const sent = await form.sendAsSeen(visit);
    Object.assign(desk, { open: whole });
    expect(page).toContain(share.lookNoPage);
    expect(sent.status).toBe(200);
    expect(desk.reported.join()).not.toContain('content-in-the-fault');
    desk.reported.length = 0;
  });
});

describe('what is sent', () => {
  test('is what was seen: where it changed since, it is shown again and nothing is sent', async () => {
    const visit = await writing(FULL);
    const digest = digestIn(await look(visit));
    await form.ask('/share/words/', visit, [
      ['title', 'بارش'],
      ['words', 'second'],
    ]);
    const fields = [['seen', 'yes'] as const, ['digest', digest] as const];
    const answer = await form.ask('/share/look/?lang=ur', visit, fields);
    const page = await answer.text();
    expect([answer.status, page.includes(share.problem.changed)]).toEqual([409, true]);
    expect(articleIn(page)).toContain('second');
    const { form: held } = await form.owned(visit);
    const key = { collection: 'stories', id: held?.contribution ?? '' };
    expect(await readDraft(desk.repository, key)).toBeUndefined();
    expect((await form.ask('/share/look/', visit, [['seen', 'yes'] as const])).status).toBe(409);
    expect((await form.sendAsSeen(visit)).status).toBe(200);
    const draft = await readDraft(desk.repository, key);
    const path = `content/stories/${key.id}/story.md`;
    const text = (await textAt(desk.repository, draft?.tip ?? '', path)) ?? '';
    expect(recordForm(text, path)?.words?.trim()).toBe('second');
  });

  test('is answered with a code in letters and as a square to scan, and all that was said yes to', async () => {
    const page = await (await form.sendAsSeen(await writing(FULL))).text();
    const [, code = ''] = /<strong dir="ltr">([0-9A-Z]{5}-[0-9A-Z]{5})</.exec(page) ?? [];
    const address = `/withdraw/?code=${code}`;
    expect(page).toContain(`href="http://desk.test${address}"`);
    expect(page).toMatch(/<svg class="qr"[^>]*>\s*<path[^>]*>\s*<\/path>\s*<path[^>]* d="M/);
    const { consentUses, consentKinds } = interfaceIn('ur').words;
    expect(page).toContain(`${consentUses.web}: ${consentKinds.words}`);
    expect(page).toContain('نور');
    expect(await (await desk.get(address)).text()).toContain(code);
  });
});
