import { afterAll, beforeAll, expect, test } from 'vitest';
import { answers } from '#intake/contribution/answers.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordForm } from '#repository/record-text.ts';
import { textAt } from '#repository/repository.ts';
import { digestIn, shareForm } from '#support/share-form.ts';
import { saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

/** So many send at one moment: a covering sample, or all of them with PROVE=1. */
const MANY = process.env['PROVE'] ? 50 : 3;

let desk: SmallDesk;
let form: ReturnType<typeof shareForm>;

beforeAll(async () => {
  desk = await smallDesk();
  form = shareForm(desk);
});
afterAll(() => desk.register.close());

const pathOf = (id: string) => `content/stories/${id}/story.md`;

async function drafted(id: string) {
  const draft = await readDraft(desk.repository, { collection: 'stories', id });
  const text = await textAt(desk.repository, draft?.tip ?? '', pathOf(id));
  return { draft, text, words: recordForm(text ?? '', pathOf(id))?.words };
}

/** Somebody of a group who wrote these words and has them before their eyes; answers with how they send them. */
async function looking(token: string, words: string) {
  const visit = await form.begun(token);
  const { visitor, form: held } = await form.owned(visit);
  const id = held?.contribution ?? '';
  const given = { language: 'en', words, others: 'nobody', grants: { web: ['words'] } };
  const text = JSON.stringify(answers.parse(given));
  desk.open.desk.access.saveForm(visitor, { contribution: id, answers: text });
  const page = await (await form.ask('/share/look/?lang=ur', visit)).text();
  const fields = [['seen', 'yes'] as const, ['digest', digestIn(page)] as const];
  return { id, words, send: () => form.ask('/share/look/?lang=ur', visit, fields) };
}

test(`${MANY} people who send at one moment each have their own draft, with their own words and code`, async () => {
  const token = form.invite('group');
  const all = [];
  for (let at = 0; at < MANY; at += 1) all.push(await looking(token, `Words of number ${at}.`));
  // Each presses twice, as people do.
  const sent = await Promise.all(all.flatMap(({ send }) => [send(), send()]));
  const pages = await Promise.all(sent.map((answer) => answer.text()));
  const codes = pages.flatMap((page) => /([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(page)?.[1] ?? []);
  expect(new Set(codes).size).toBeGreaterThanOrEqual(MANY);
  const owners = new Set<string>();
  for (const { id, words } of all) {
    const now = await drafted(id);
    expect([now.words, now.draft?.workflow.status]).toEqual([words, 'pending_review']);
    owners.add(now.draft?.workflow.owner ?? '');
  }
  expect(owners.size).toBe(MANY);
  for (const code of codes)
    expect(all.map(({ id }) => id)).toContain(desk.register.receiptFor(code)?.contribution);
});

test('of two facilitators who save one draft at one moment, one is told what the other wrote', async () => {
  const { id, send } = await looking(form.invite(), 'As it was told.');
  await send();
  const cookies = [await desk.signIn(), await desk.signIn()];
  for (let round = 0; round < (process.env['PROVE'] ? 30 : 3); round += 1) {
    const { text = '' } = await drafted(id);
    const rev = desk.git('rev-parse', `cms/stories/${id}:${pathOf(id)}`).trim();
    const record = recordForm(text, pathOf(id))?.record;
    const saves = cookies.map((cookie, by) => {
      const raw = JSON.stringify({ record, words: `Round ${round} by ${by}`, rev });
      return desk.cms('persistEntry', saving(pathOf(id), raw, { slug: id }), cookie);
    });
    const done = await Promise.all(saves);
    const won = done.findIndex(({ status }) => status === 200);
    expect(done.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await drafted(id)).words).toBe(`Round ${round} by ${won}`);
    expect(JSON.stringify(done[1 - won]?.body)).toContain(`Round ${round} by ${won}`);
  }
});
