import { execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { approve } from '#intake/approve.ts';
import { openRecord, smallArchive } from '#support/small-archive.ts';

/** Both nights on which the clocks change in 2026 and an ordinary one, a minute to either side of midnight in London. */
const MIDNIGHTS: readonly [string, string][] = [
  ['2026-03-29', '2026-03-29T00:00:00Z'],
  ['2026-03-30', '2026-03-29T23:00:00Z'],
  ['2026-10-25', '2026-10-24T23:00:00Z'],
  ['2026-10-26', '2026-10-26T00:00:00Z'],
  ['2026-11-22', '2026-11-22T00:00:00Z'],
];
let content: string;
let state: string;

beforeAll(async () => {
  const made = await smallArchive();
  ({ content } = made);
  state = await mkdtemp(join(tmpdir(), 'zones-'));
  for (const [index, [day]] of MIDNIGHTS.entries()) {
    const earlier = {
      review: { outcome: 'cleared', on: '2025-06-14' },
      published_on: '2025-06-20',
    };
    const maker = { given_on: '2025-06-01' };
    await made.story(`opens0${index}`, openRecord({ ...earlier, embargo_until: day }, maker));
    await made.story(`ends00${index}`, openRecord(earlier, { ...maker, expires_on: day }));
    const young = { ...maker, age_band: 'child', assent_on: day, guardian_on: day };
    await made.story(
      `young0${index}`,
      openRecord(earlier, { ...young, reconsent_due: '2027-01-01' }),
    );
  }
  await approve({ content, ids: 'all' });
});

/** What is let out at each moment, by the real door, on a machine in this zone. */
function letOutIn(zone: string): readonly { day: string; out: readonly string[]; tree: string }[] {
  const script = `
    import { createHash } from 'node:crypto';
    import { release } from './src/release/release.ts';
    import { londonDay } from './src/schedule/london.ts';
    const [content, state, moments] = process.argv.slice(1);
    const said = [];
    for (const at of moments.split(',')) {
      const day = londonDay(new Date(at));
      const done = await release({ content, store: state, day, folder: state + '/release', mediaCache: state + '/cache' });
      const tree = createHash('sha256').update(JSON.stringify(done.value.manifest)).digest('hex');
      said.push({ day, tree, out: done.value.stories.map(({ id }) => id) });
    }
    process.stdout.write(JSON.stringify(said));`;
  const moments = MIDNIGHTS.flatMap(([, at]) =>
    [-60_000, -1000, 0, 60_000].map((by) => new Date(Date.parse(at) + by).toISOString()),
  );
  const args = ['--input-type=module', '-e', script, content, join(state, zone), moments.join(',')];
  const env = { ...process.env, TZ: zone };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
}

test('embargo, expiry and re-consent turn at midnight in London, wherever the machine is', () => {
  const there = letOutIn('UTC');
  for (const [index, [day]] of MIDNIGHTS.entries()) {
    const around = there.slice(index * 4, index * 4 + 4);
    const has = (id: string) => around.map(({ out }) => out.includes(`${id}${index}`));
    expect([day, around.map((each) => each.day === day)]).toEqual([
      day,
      [false, false, true, true],
    ]);
    expect(has('opens0')).toEqual([false, false, true, true]);
    expect(has('ends00')).toEqual([true, true, false, false]);
    expect(has('young0')).toEqual([false, false, true, true]);
  }
  // A day behind is as a day ahead: both under PROVE.
  for (const zone of ['Pacific/Auckland', ...(process.env['PROVE'] ? ['America/Los_Angeles'] : [])])
    expect([zone, letOutIn(zone)]).toEqual([zone, there]);
});
