import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { report } from '#cli/report.ts';
import { languagesOn } from '#i18n/languages.ts';
import { calendarFile } from '#schedule/calendar.ts';
import type { Coming } from '#schedule/coming.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

const DAY = '2026-11-22';
const NAME = 'Parveen of the corner shop';

async function archiveOfDays() {
  const made = await smallArchive();
  const { content, story, write } = made;
  const credit = { as: 'chosen-name', name: NAME };
  await story('ends001', openRecord({ title: NAME, credit }, { expires_on: '2026-12-01' }));
  const young = { age_band: 'young-person', assent_on: '2026-06-01' };
  await story('young01', openRecord({}, { ...young, reconsent_due: '2027-01-10' }));
  await story('opens01', openRecord({ embargo_until: '2026-12-24' }));
  await story('later01', openRecord({}, { expires_on: '2027-09-01' }));
  const works = ['ends001', 'young01', 'later01'].map((id) => `<Work id="${id}" />`).join('\n\n');
  await write('exhibitions/spring/index.mdx', `---\ntitle: Spring\n---\n${works}\n`);
  await approve({ content, ids: 'all' });
  return made;
}

async function reported(content: string, within = 90, ics?: string) {
  const { lines, data } = await report({ content, day: DAY, within, ics });
  return { text: lines.join('\n'), ...(data as { coming: readonly Coming[] }) };
}

describe('the report', () => {
  test('names what ends, what opens, who is asked again, and what leaves an exhibition and why', async () => {
    const { content } = await archiveOfDays();
    const { text, coming } = await reported(content);
    expect(coming.map((each) => [each.on, each.what])).toEqual([
      ['2026-12-01', 'ends'],
      ['2026-12-01', 'leaves'],
      ['2026-12-24', 'opens'],
      ['2027-01-10', 'ask-again'],
      ['2027-01-10', 'leaves'],
    ]);
    expect(text).toContain('ends001: the consent of p1 ends on 2026-12-01 (expires_on).');
    expect(text).toContain('opens01: may be shown from 2026-12-24 (embargo_until).');
    expect(text).toMatch(
      /On 2026-12-01 .*Exhibition spring: ends001 is not shown.*has run out\. Ask p1 /,
    );
    expect(text).toMatch(/On 2027-01-10 .*Exhibition spring: young01 .*asked again/);
    expect(text).not.toContain('later01 is not shown');
  });

  test('looks as far as it is told, the first and the last day rightly counted', async () => {
    const { content } = await archiveOfDays();
    expect((await reported(content, 8)).coming).toEqual([]);
    expect((await reported(content, 9)).coming.length).toBe(2);
  });

  test('says which part is not the version approved, whose yes is missing and what to do', async () => {
    const { content, write } = await archiveOfDays();
    const file = 'stories/later01/story.md';
    const text = await readFile(join(content, file), 'utf8');
    await write(file, text.replace('We baked', 'We baled'));
    expect((await reported(content)).text).toContain(
      'later01: words is not shown (not-the-version-approved). It is not the version approved: it has changed since they approved it, or they have not seen it yet. Show it to p1 again, then approve it.',
    );
  });
});

describe('the calendar', () => {
  test('has one all-day event for each day ahead, ids only', async () => {
    const { content } = await archiveOfDays();
    const file = join(content, '..', 'days.ics');
    const { coming } = await reported(content, 90, file);
    const text = await readFile(file, 'utf8');
    expect(text.match(/^BEGIN:VEVENT/gm)?.length).toBe(coming.length);
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).toContain('DTEND;VALUE=DATE:20261202');
    expect(text).toContain('ends001');
    for (const word of [...NAME.split(' ').filter((each) => each.length > 3), 'Spring', 'baked'])
      expect([word, text.includes(word)]).toEqual([word, false]);
  });

  test('the same days give the same bytes, and a moved day keeps its UID and comes later in sequence', () => {
    const ends = (on: string): Coming => ({
      on,
      what: 'ends',
      id: 'ends001',
      person: 'p1',
      interest: 'contributor',
    });
    const write = (on: string, day: string) => calendarFile({ coming: [ends(on)], day });
    const [first, again, moved] = [
      write('2026-12-01', DAY),
      write('2026-12-01', DAY),
      write('2027-12-01', '2026-11-23'),
    ];
    const of = (text: string, field: string) =>
      new RegExp(`^${field}:(.*)\r$`, 'm').exec(text)?.[1];
    expect(again).toBe(first);
    expect(of(first, 'DTSTAMP')).toBe('20261122T000000Z');
    expect(of(moved, 'UID')).toBe(of(first, 'UID'));
    expect(Number(of(moved, 'SEQUENCE'))).toBe(Number(of(first, 'SEQUENCE')) + 1);
  });

  test('no two events have one UID', async () => {
    const twice: Coming = { on: '2026-12-01', what: 'opens', id: 'opens01' };
    const text = calendarFile({ coming: [twice, { ...twice, on: '2026-12-02' }], day: DAY });
    const uids = [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    expect(new Set(uids).size).toBe(2);
  });

  test.each(languagesOn('desk').slice(1))('speaks %s, with the same ids', (language) => {
    const coming: Coming[] = [{ on: '2026-12-01', what: 'opens', id: 'opens01' }];
    const text = calendarFile({ coming, day: DAY, language });
    expect(text).toContain('opens01');
    expect(text).not.toContain('May be shown');
  });
});
