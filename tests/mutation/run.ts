import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mutated } from './mutated.ts';

/**
 * `npm run mutation`: changes the code that `mutated.ts` names in every small way Stryker knows, and
 * sees whether a test notices. Prints what nobody noticed, and ends with 1 below 95 of 100 of a room.
 * With names of files behind it (`npm run mutation -- withheld digests`), changes those alone.
 */
const HERE = import.meta.dirname;
const REPORT = '.archive/mutation.json';
const ENOUGH = 95;

interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>
  >;
}

/** How many changes were noticed, and each that was not, as lines to read. */
interface Count {
  readonly noticed: number;
  readonly missed: readonly string[];
}

function countOf(file: string, { files }: Report): Count {
  const { source, mutants } = files[file] ?? { source: '', mutants: [] };
  const lines = source.split('\n');
  const having = (...statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status));
  const missed = having('Survived', 'NoCoverage').map(({ location, replacement = '' }) => {
    const { line } = location.start;
    const change = replacement.replace(/\s+/g, ' ').slice(0, 60);
    return `${file}:${line}  ${lines[line - 1]?.trim()}  ->  ${change}`;
  });
  return { noticed: having('Killed', 'Timeout').length, missed };
}

const shareOf = (noticed: number, missed: number): number => (100 * noticed) / (noticed + missed);
const told = (name: string, noticed: number, missed: number): string =>
  `${name}: ${noticed} of ${noticed + missed} noticed, ${shareOf(noticed, missed).toFixed(1)} of 100.`;

const asked = process.argv.slice(2);
const groups = Object.entries(mutated()).map(([group, files]) => ({
  group,
  files: files
    .filter((file) => asked.length === 0 || asked.some((name) => file.includes(name)))
    .map((file) => `src/${file}`),
}));

const stryker = dirname(
  createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'),
);
const files = groups.flatMap((each) => each.files);
const ran = spawnSync(
  process.execPath,
  [
    ...[join(stryker, 'bin/stryker.js'), 'run', join(HERE, 'stryker.json')],
    ...['--mutate', files.join(',')],
  ],
  { stdio: 'inherit' },
);
if (ran.status !== 0) process.exit(1);

const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
let isEnough = true;
for (const { group, files: inGroup } of groups) {
  const counts = inGroup.map((file) => ({ file, ...countOf(file, report) }));
  for (const { missed } of counts) for (const line of missed) process.stdout.write(`${line}\n`);
  const rows = counts.filter(({ noticed, missed }) => noticed + missed.length > 0);
  for (const { file, noticed, missed } of rows)
    process.stdout.write(`${told(file, noticed, missed.length)}\n`);
  const noticed = rows.reduce((sum, row) => sum + row.noticed, 0);
  const missed = rows.reduce((sum, row) => sum + row.missed.length, 0);
  if (rows.length === 0) continue;
  process.stdout.write(`${told(group, noticed, missed)}\n\n`);
  isEnough &&= shareOf(noticed, missed) >= ENOUGH;
}
process.stdout.write(readFileSync(join(HERE, 'survivors.md'), 'utf8'));
if (!isEnough) {
  process.stdout.write(
    `\nLess than ${ENOUGH} of 100 were noticed. Write the tests that are missing.\n`,
  );
  process.exit(1);
}
