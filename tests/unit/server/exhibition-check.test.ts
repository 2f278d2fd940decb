import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { NEXT_STEP, REASON_WORDS } from '#consent/reasons.ts';
import { approve } from '#intake/approve.ts';
import { openRecord } from '#support/small-archive.ts';
import { DESK_DAY, saving, type SmallDesk, smallDesk } from '#support/small-desk.ts';

const PATH = 'content/exhibitions/spring/index.mdx';
const KEY = { collection: 'exhibitions', slug: 'spring' };
const wall = (body: string, fields: object = {}) =>
  `---\n${stringify({ title: 'Spring', ...fields })}---\n${body}\n`;
let desk: SmallDesk;

const open = async (): Promise<void> => {
  desk = await smallDesk(async ({ content, story }) => {
    await story('open001', openRecord());
    await story('open002', openRecord());
    await story('notask1', openRecord({}, { grants: { web: ['words'] } }));
    await story('opens01', openRecord({ embargo_until: '2026-12-24' }));
    await story('ends001', openRecord({}, { expires_on: '2026-12-01' }));
    await story('held001', openRecord({ hold: true }));
    await approve({ content, ids: 'all' });
  });
};

/** Saves the exhibition as the desk's page does, with the version it read last. */
async function save(body: string, fields: object = {}) {
  const read = (await desk.cms('unpublishedEntryDataFile', { ...KEY, path: PATH })).body.data;
  const live = read ?? (await desk.cms('getEntry', { path: PATH })).body.data;
  const made = /"rev":"(\w+)"/.exec(live ?? '')?.[1];
  const rev = made === undefined ? '' : `rev: "${made}"\n`;
  return desk.cms('persistEntry', saving(PATH, wall(body, fields).replace('---\n', `---\n${rev}`)));
}
const publish = () => desk.cms('publishUnpublishedEntry', KEY);

describe('a work that may not hang, added to an exhibition at the desk', () => {
  // A desk for all of them: what is refused changes nothing.
  beforeAll(open);

  test.each([
    ['notask1', 'not-granted', 'p1'],
    ['opens01', 'embargoed', ''],
    ['held001', 'held', ''],
  ] as const)(
    '%s is refused at once, with its id, the reason and what to do',
    async (id, why, person) => {
      const before = desk.git('for-each-ref');
      const answer = await save(`<Work id="open001" />\n\n<Work id="${id}" />`);
      expect(answer.status).toBe(422);
      expect(answer.body.error).toContain('was not saved');
      const next = NEXT_STEP[why].replace('{person}', person);
      expect(answer.body.error).toContain(`${id}: ${REASON_WORDS[why]} ${next}`);
      expect(answer.body.works.map(({ work }: { work: string }) => work)).toEqual([id]);
      expect(desk.git('for-each-ref')).toBe(before);
    },
  );

  test.each([
    ['<Work id="gone001" />', 'gone001', 'no piece with this id'],
    ['<Work id="open001" part="f9" />', 'open001/f9', 'no part with this id'],
    ['<Quote id="held001">the street came</Quote>', 'held001', REASON_WORDS.held],
    [
      '<Chapter title="Deep">\n\n<Note>\n\n<Work id="held001" />\n\n</Note>\n\n</Chapter>',
      'held001',
      REASON_WORDS.held,
    ],
  ])('so is %s', async (body, work, words) => {
    const answer = await save(body);
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain(`${work}: `);
    expect(answer.body.error).toContain(words);
    expect(answer.body.error).not.toContain('street');
  });
});

describe('adding a work to an exhibition at the desk', () => {
  beforeEach(open);

  test('one that is open for it is saved and published', async () => {
    expect((await save('<Work id="open001" />')).status).toBe(200);
    expect((await publish()).status).toBe(200);
    expect(desk.git('show', `archive:${PATH}`)).toContain('open001');
  });

  test('it is asked about the day the exhibition opens', async () => {
    expect((await save('<Work id="opens01" />', { opens: '2026-12-24' })).status).toBe(200);
    const late = await save('<Work id="ends001" />', { opens: '2026-12-01' });
    expect([late.status, late.body.error]).toEqual([
      422,
      expect.stringContaining(`ends001: ${REASON_WORDS.expired}`),
    ]);
    expect((await save('<Work id="ends001" />', { opens: '2026-11-30' })).status).toBe(200);
  });

  test('past the save, publishing refuses it too', async () => {
    await save('<Work id="open001" />');
    const added = wall('<Work id="open001" />\n\n<Work id="held001" />');
    const { execFileSync } = await import('node:child_process');
    const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
      cwd: desk.gitFolder,
      input: added,
      encoding: 'utf8',
    }).trim();
    const branch = 'refs/heads/cms/exhibitions/spring';
    const env = { ...process.env, GIT_INDEX_FILE: `${desk.state}/index` };
    const run = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid', ...args], {
        cwd: desk.gitFolder,
        encoding: 'utf8',
        env,
      }).trim();
    run('read-tree', branch);
    run('update-index', '--cacheinfo', `100644,${blob},${PATH}`);
    run('update-ref', branch, run('commit-tree', run('write-tree'), '-p', branch, '-m', 'x'));
    const before = desk.git('rev-parse', 'archive');
    const answer = await publish();
    expect([answer.status, answer.body.error]).toEqual([
      422,
      expect.stringMatching(/was not published.*held001: /),
    ]);
    expect(desk.git('rev-parse', 'archive')).toBe(before);
  });
});

describe('what hung already and lapsed since', () => {
  beforeEach(async () => {
    await open();
    await save('<Work id="open001" />\n\n<Quote id="open001">the street came</Quote>');
    expect((await publish()).status).toBe(200);
    expect((await desk.post('/api/withdraw', { id: 'open001' })).status).toBe(200);
    await desk.open.desk.publisher.settled();
  });

  test('stops neither saving nor publishing; and what hangs beside it is still asked about', async () => {
    const old = '<Quote id="open001">the street  came</Quote>\n\n<Work id="open001" />';
    expect((await save(`${old}\n\n<Work id="held001" />`)).status).toBe(422);
    expect((await save(`${old}\n\n<Work id="open002" />`)).status).toBe(200);
    expect((await publish()).status).toBe(200);
    expect(desk.git('show', `archive:${PATH}`)).toContain('open002');
  });

  test('is named by check, with the reason and what to do', async () => {
    const { body } = await desk.post('/api/check', KEY);
    expect(body).toMatchObject({ outcome: 'partial', day: DESK_DAY });
    expect(body.parts.map(({ part }: { part: string }) => part)).toEqual(['open001', 'open001']);
    expect(body.reasons).toEqual([expect.stringMatching(/^open001: .*Take it out/)]);
  });

  test('cannot be added again once it was taken out', async () => {
    expect((await save('<Work id="open002" />')).status).toBe(200);
    expect((await save('<Work id="open001" />')).status).toBe(422);
  });
});

test('the words of a story that changed are named part by part when it is published', async () => {
  await open();
  const path = 'content/stories/open001/story.md';
  const { data } = (await desk.cms('getEntry', { path })).body;
  await desk.cms('persistEntry', saving(path, data.replace('We baked', 'We baled')));
  const answer = await desk.cms('publishUnpublishedEntry', {
    collection: 'stories',
    slug: 'open001',
  });
  expect(answer.status).toBe(422);
  expect(answer.body.error).toContain(
    `words: ${REASON_WORDS['not-the-version-approved']} Show it to p1 again, then approve it.`,
  );
});

describe('a piece that is to be chosen', () => {
  type Piece = {
    id: string;
    lang: string;
    told: { lang: string; dir: string; now: string[]; also: string[] };
    choices: { why: string[] }[];
  };
  const asked = async (body: object): Promise<ReadonlyMap<string, Piece>> => {
    const { pieces } = (await desk.post('/api/pieces', body)).body as { pieces: Piece[] };
    return new Map(pieces.map((piece) => [piece.id, piece]));
  };
  beforeAll(async () => {
    desk = await smallDesk(async ({ content, story }) => {
      const grants = { web: ['words'], evidence: ['words'], print: ['words'] };
      await story('behind1', openRecord({}, { grants }));
      await story('notask1', openRecord({}, { grants: { web: ['words'] } }));
      await story('held001', openRecord({ hold: true }, { grants }));
      await approve({ content, ids: 'all' });
    });
  });

  test('says what of it is public and what else was granted, in the language asked for, as beside its consents', async () => {
    const { told, lang } = (await asked({ language: 'ur', use: 'evidence' })).get('behind1')!;
    expect([told.lang, told.dir, lang]).toEqual(['ur', 'rtl', 'en']);
    const { body } = await desk.cms('getEntry', { path: 'content/stories/behind1/story.md' });
    const path = 'content/stories/behind1/story.md';
    const beside = await desk.post('/api/decide', { path, raw: body.data, language: 'ur' });
    expect(beside.body).toMatchObject(told);
    expect(told.also.length).toBe(2);
  });

  test('may stand behind what people ask for only where that was granted, and says why where it was not', async () => {
    const pieces = await asked({ language: 'en', use: 'evidence' });
    const why = (id: string) => pieces.get(id)?.choices.map((choice) => choice.why);
    expect(why('behind1')).toEqual([[]]);
    expect(why('notask1')).toEqual([
      [`${REASON_WORDS['not-granted']} ${NEXT_STEP['not-granted'].replace('{person}', 'p1')}`],
    ]);
    expect(why('held001')?.[0]?.join(' ')).toContain(REASON_WORDS.held);
    expect(pieces.get('held001')?.told.now).toEqual([
      'Nothing of it is public, because it is on hold.',
    ]);
  });
});
