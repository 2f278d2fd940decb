import { describe, expect, test } from 'vitest';
import { mediaFolder } from '#media/store.ts';
import { REASON_WORDS } from '#consent/reasons.ts';
import { exhibition as exhibitionSchema } from '#records/lists.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { approve } from '#intake/approve.ts';
import { gapLine } from '#release/gap-words.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { readContent } from '#repository/read-content.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';
import { wallText } from '#support/exhibition-text.ts';

const DAY = '2026-11-22';

async function hang(body: string, change = {}, maker = {}) {
  const { content, story, write } = await smallArchive();
  await write('exhibitions/spring/index.mdx', `---\ntitle: Spring\n---\n${body}`);
  await story('open01', openRecord(change, maker));
  await write('stories/open01/f1.jpg', 'x');
  await write('stories/open01/safe.jpg', 'y');
  await approve({ content, ids: 'all' });
  const { archive, problems } = await readContent({ root: content, store: mediaFolder(content) });
  expect(problems).toEqual([]);
  const [exhibition] = archive?.exhibitions ?? [];
  if (archive === undefined || exhibition === undefined) throw new Error('no exhibition');
  const contributions = new Map<string, HeldContribution>(
    archive.contributions.map((held) => [held.id, held]),
  );
  const wall = checkExhibition({
    exhibition: { ...exhibition, fields: exhibitionSchema.parse(exhibition.fields) },
    contributions,
    day: DAY,
  });
  return { ...wall, body: wallText(wall.body) };
}

describe('a work in an exhibition', () => {
  test('hangs when both the site and the exhibition were granted', async () => {
    const wall = await hang('<Work id="open01" />\n');
    expect(wall.works).toContain('open01/words');
    expect(wall.body).toContain('<Work');
    expect(wall.gaps).toEqual([]);
  });

  test.each([
    ['the exhibition was not granted', {}, { grants: { web: ['words'] } }, 'not-granted'],
    ['the site was not granted', {}, { grants: { exhibition: ['words'] } }, 'not-granted'],
    ['another exhibition was named', {}, { exhibitions: [] }, 'exhibition-not-named'],
    ['it was withdrawn', {}, { withdrawn_on: DAY }, 'withdrawn'],
    ['its time is over', {}, { expires_on: DAY }, 'expired'],
    ['it opens tomorrow', { embargo_until: '2026-11-23' }, {}, 'embargoed'],
    ['it is on hold', { hold: true }, {}, 'held'],
  ] as const)('leaves no gap to see when %s', async (_name, change, maker, why) => {
    const wall = await hang(
      'Before.\n\n<Chapter title="Only this">\n\n<Work id="open01" />\n\n</Chapter>\n\nAfter.\n',
      change,
      maker,
    );
    expect(wall.problems).toEqual([]);
    expect(wall.works).toEqual([]);
    expect(wall.body).not.toContain('open01');
    expect(wall.body).not.toContain('Only this');
    expect(wall.body).toContain('Before.');
    expect(wall.gaps).toMatchObject([
      { exhibition: 'spring', work: 'open01', reason: 'not-cleared', why: [{ reason: why }] },
    ]);
    const [gap] = wall.gaps;
    expect(gap && gapLine(gap)).toContain(REASON_WORDS[why]);
  });

  test('does not hang as a safe copy that was granted for the site only', async () => {
    const photos = [
      {
        id: 'f1',
        file: 'f1.jpg',
        alt: 'A picture.',
        needs_safe: true,
        safe: { file: 'safe.jpg', covers: [], checked_on: '2026-06-14' },
      },
    ];
    const wall = await hang('<Work id="open01" part="f1" />\n', { photos });
    expect(wall.works).toEqual([]);
    expect(wall.gaps.map(({ reason }) => reason)).toEqual(['not-cleared']);
  });

  test('a piece that is gone never stops the build', async () => {
    const wall = await hang(
      'One <Quote id="gone01">any words</Quote> two.\n\n<Work id="gone01" />\n',
    );
    expect(wall.problems).toEqual([]);
    // What stood beside it stays apart: two pieces of text must not join into a third.
    expect(wall.body).toBe('One\n\ntwo.');
    expect(wall.gaps.length).toBe(2);
  });

  test('a chapter with words of its own stays when its work goes', async () => {
    const wall = await hang(
      '<Chapter title="Two">\n\nFacilitators’ words.\n\n<Work id="gone01" />\n\n</Chapter>\n',
    );
    expect(wall.body).toContain('Facilitators’ words.');
    expect(wall.body).not.toContain('gone01');
  });
});

describe('a quotation', () => {
  test('must be exactly what the piece says', async () => {
    expect((await hang('<Quote id="open01">the street came</Quote>\n')).problems).toEqual([]);
    expect(
      (await hang('<Quote id="open01">the whole street came</Quote>\n')).problems.map(
        ({ rule }) => rule,
      ),
    ).toEqual(['quote-not-exact']);
  });
  test('goes when its words are closed, however exact it is', async () => {
    const wall = await hang('<Quote id="open01">the street came</Quote>\n', { hold: true });
    expect(wall.problems).toEqual([]);
    expect(wall.works).toEqual([]);
    expect(wall.body).not.toContain('street');
  });
  test('goes when its words are closed, whatever it says', async () => {
    const wall = await hang('<Quote id="open01">the whole street came</Quote>\n', { hold: true });
    expect(wall.problems).toEqual([]);
    expect(wall.body.trim()).toBe('');
  });
});

describe('MDX is code, so it is refused', () => {
  test.each([
    ['an import', "import fs from 'node:fs'\n"],
    ['an export', 'export const a = 1\n'],
    ['an expression', 'The secret is {process.env.HOME}.\n'],
    ['an expression on its own', '{1 + 1}\n'],
    ['a component that is not allowed', '<Script src="x" />\n'],
    ['an HTML element', '<img src="x" onerror="y" />\n'],
    ['an attribute that is an expression', '<Work id={secret} />\n'],
    ['attributes spread', '<Work {...all} />\n'],
    ['an attribute that is not listed', '<Work id="open01" onclick="x" />\n'],
    ['a needed attribute left out', '<Work part="f1" />\n'],
    ['a link that runs something', '[press](javascript:alert(1))\n'],
    ['a picture by address', '![a](https://elsewhere.example/a.png)\n'],
    ['a tag that is not closed', '<Chapter title="x">\n\nwords\n'],
    [
      'something hidden inside a chapter',
      '<Chapter title="x">\n\n<Note>{secret}</Note>\n\n</Chapter>\n',
    ],
  ])('%s', async (_name, body) => {
    const wall = await hang(body);
    expect(wall.problems.map(({ rule }) => rule)).toContain('not-allowed');
    expect(JSON.stringify(wall.problems)).not.toContain('secret');
  });
});
