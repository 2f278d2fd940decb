import { createHash } from 'node:crypto';
import { readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type AuditReport, auditFolder, verdictOf } from '#audit/audit-folder.ts';
import { controls } from '#audit/control-list.ts';
import { judgeControls, provenControls } from '#audit/controls.ts';
import { type Finding, FINDING_RULES, wordsForFinding } from '#audit/findings.ts';
import type { WatchList } from '#audit/watch-list.ts';
import { folderWith, inShort, NOTHING, scanOf, watching } from './folders.ts';

async function audit(
  files: Readonly<Record<string, string>>,
  expected: readonly string[],
  watch: WatchList = NOTHING,
): Promise<AuditReport> {
  const exact = new Map(
    expected.map((file) => [
      file,
      createHash('sha256')
        .update(files[file] ?? '')
        .digest('hex'),
    ]),
  );
  return auditFolder({
    folder: await folderWith(files),
    expected: { exact, present: new Set(), allowed: [] },
    watch,
    scratch: path.join(await folderWith({}), 'scratch'),
  });
}

test('passes a folder in which everything is explained and nothing is withheld', async () => {
  const report = await audit(
    { 'index.html': '<p>Good morning' },
    ['index.html'],
    watching({ t: 'a secret title' }),
  );
  expect(report.verdict).toBe('passed');
  expect(report.findings).toEqual([]);
  expect(report.controls.missed).toEqual([]);
  expect(report.controls.found).toBe(report.controls.planted);
  expect(report.counts).toMatchObject({ files: 1, bytes: 15, watched: 2 });
});

test('fails on a file that nothing explains, and on withheld words in one that is explained', async () => {
  const files = { 'index.html': '<p>a secret title', 'extra.html': '' };
  const report = await audit(files, ['index.html'], watching({ 's1 title': 'a secret title' }));
  expect(report.verdict).toBe('failed');
  expect(report.findings).toEqual([
    { file: 'extra.html', rule: 'unexplained-file' },
    { file: 'index.html', rule: 'withheld-words', label: 's1 title' },
  ]);
});

test('A01: finds every control it plants, and plants one for every encoding', async () => {
  const result = await provenControls({ folder: await folderWith({}) });
  expect(result).toEqual({ found: controls().length, planted: controls().length, missed: [] });
  expect(new Set(controls().map(({ name }) => name)).size).toBe(controls().length);
  const asked =
    'plain gzip brotli base64 entity utf-16le utf-16be exif thumbnail id3 pdf source-map';
  const planted = new Set(controls().map(({ name }) => name));
  expect(asked.split(' ').filter((name) => !planted.has(name))).toEqual([]);
  expect(planted.has('fragment')).toBe(true);
});

test('says by name which control was missed, and then proves nothing', () => {
  const planted = controls();
  const found = planted.flatMap(({ file, mustFind }) =>
    mustFind.map((what) => ({ file, ...what })),
  );
  const judge = (findings: readonly Finding[]): readonly string[] =>
    judgeControls({ planted, watch: NOTHING, findings }).missed;
  expect(judge(found)).toEqual([]);
  expect(judge(found.filter(({ file }) => file !== 'utf-16be.txt'))).toEqual(['utf-16be']);
  expect(judge(found.filter(({ label }) => label !== 'GPS position'))).toEqual(['exif']);
  expect(judge([...found, { file: 'clean.html', rule: 'machine-path' }])).toEqual(['clean-page']);
  const missedOne = { found: 36, planted: 37, missed: ['exif'] };
  expect(verdictOf(missedOne, [])).toBe('void');
  expect(verdictOf({ found: 37, planted: 37, missed: [] }, [])).toBe('passed');
});

test('leaves nothing in its scratch folder', async () => {
  const scratch = await folderWith({});
  const folder = await folderWith({});
  const expected = { exact: new Map(), present: new Set<string>(), allowed: [] };
  await auditFolder({ folder, expected, watch: NOTHING, scratch });
  expect(await readdir(scratch)).toEqual([]);
});

test('reports a symbolic link and does not follow it', async () => {
  const outside = await folderWith({ 'secret.txt': 'a secret title' });
  const folder = await folderWith({ 'index.html': 'x' });
  await symlink(path.join(outside, 'secret.txt'), path.join(folder, 'link.txt'));
  await symlink(outside, path.join(folder, 'more'));
  const report = await auditFolder({
    folder,
    expected: { exact: new Map(), present: new Set(['index.html']), allowed: [] },
    watch: watching({ t: 'a secret title' }),
    scratch: await folderWith({}),
  });
  expect(report.findings).toEqual([
    { file: 'link.txt', rule: 'symbolic-link' },
    { file: 'more', rule: 'symbolic-link' },
  ]);
});

test('finds withheld words in a file name, and does not print them', async () => {
  const watch = watching({ 's1 name': 'Maria Lopez' });
  const scan = await scanOf(
    { 'a/maria-lopez.jpg.html': 'x', 'b/Maria%20Lopez/x.html': 'y' },
    watch,
  );
  expect(scan.findings.map(({ rule, label }) => `${rule} ${label}`)).toEqual([
    'withheld-words s1 name',
    'withheld-words s1 name',
  ]);
  expect(scan.findings[0]?.file).toMatch(/^a\/\(name not shown, [0-9a-f]{12}\)\.html$/);
  expect(JSON.stringify(scan.findings)).not.toMatch(/maria|lopez/i);
});

test('does not print the name of an unexplained file that is withheld words', async () => {
  const report = await audit({ 'maria-lopez.html': 'x' }, [], watching({ n: 'Maria Lopez' }));
  expect(report.findings.map(({ rule }) => rule)).toEqual(['unexplained-file', 'withheld-words']);
  expect(JSON.stringify(report)).not.toMatch(/maria|lopez/i);
});

test('tells how far it is', async () => {
  const folder = await folderWith({ a: '1', b: '2' });
  const seen: string[] = [];
  await auditFolder({
    folder,
    expected: { exact: new Map(), present: new Set(['a', 'b']), allowed: [] },
    watch: NOTHING,
    scratch: await folderWith({}),
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });
  expect(seen).toEqual(['1/2', '2/2']);
});

test('has plain words for every rule, with the file, what it is and what to do', () => {
  for (const rule of FINDING_RULES) {
    const words = wordsForFinding({ file: 'a/b.html', rule, label: 's1 title', seenAs: 'gunzip' });
    expect(words).toMatch(
      /^a\/b\.html: .{20,} \(s1 title\)\. It was seen after: gunzip\. .{20,}\.$/,
    );
    expect(words).toContain('must not be published');
  }
});

test('shows an empty folder to be empty', async () => {
  expect(inShort(await scanOf({}))).toEqual([]);
});
