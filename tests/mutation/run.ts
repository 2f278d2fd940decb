import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm run mutation`: changes the code of `consent/` and `release/` in every small way Stryker knows,
 * and sees whether a test notices. Prints what nobody noticed, and ends with 1 below 95 of 100.
 */
const HERE = import.meta.dirname;
const REPORT = '.archive/mutation.json';
const ENOUGH = 95;

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly status: string;
          readonly replacement?: string;
          readonly location: { readonly start: { readonly line: number; readonly column: number } };
        }[];
      }
    >
  >;
}

const stryker = dirname(
  createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'),
);
const ran = spawnSync(
  process.execPath,
  [join(stryker, 'bin/stryker.js'), 'run', join(HERE, 'stryker.json')],
  { stdio: 'inherit' },
);
if (ran.status !== 0) process.exit(1);

const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
let isEnough = true;
for (const room of ['src/consent/', 'src/release/']) {
  const mutants = Object.entries(files)
    .filter(([file]) => file.startsWith(room))
    .flatMap(([file, { mutants: found, source }]) =>
      found.map((mutant) => ({ ...mutant, file, lines: source.split('\n') })),
    );
  const noticed = mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const missed = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const { file, lines, location, replacement = '' } of missed) {
    const { line } = location.start;
    const change = replacement.replace(/\s+/g, ' ').slice(0, 60);
    process.stdout.write(`${file}:${line}  ${lines[line - 1]?.trim()}  ->  ${change}\n`);
  }
  const share = (100 * noticed.length) / (noticed.length + missed.length);
  process.stdout.write(
    `${room}: ${noticed.length} of ${noticed.length + missed.length} noticed, ${share.toFixed(1)} of 100.\n\n`,
  );
  isEnough &&= share >= ENOUGH;
}
process.stdout.write(readFileSync(join(HERE, 'survivors.md'), 'utf8'));
if (!isEnough) {
  process.stdout.write(
    `\nLess than ${ENOUGH} of 100 were noticed. Write the tests that are missing.\n`,
  );
  process.exit(1);
}
