import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Gathered, gather } from './stand-in.ts';

/**
 * Runs the unit tests of consent, release, repository and marks for one mutant after another in one process: a mutant
 * takes milliseconds, where a test runner started anew for each takes a second. Stryker does the
 * rest: it writes the mutants, knows which tests meet which, and counts (its plugin of kind TestRunner).
 */
const TESTS = [
  'tests/unit/{consent,release,repository}/*.test.ts',
  'tests/unit/records/marks.test.ts',
];

/** It counts the processes of a whole desk that its tests share, so it cannot run twice. */
const ONCE = ['tests/unit/repository/processes.test.ts'];

/** Thousands of examples for each mutant; the tables hold the same rules, so the mutants must fall to them. */
const TOO_LONG = /^\S+properties\.test\.ts \| | \| of any words \| | \| of real stories/;

/** What the mutated code and this runner share, under the name that Stryker chose. */
interface Shared {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: unknown;
}

interface MutantRun {
  readonly activeMutant: { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
  readonly mutantActivation: 'runtime' | 'static';
  readonly reloadEnvironment: boolean;
}

class InProcess {
  readonly #shared: Shared;
  #tests: readonly Gathered[] = [];
  #generation = 0;
  /** The code was read while a mutant was at work in it, so it must be read again. */
  #isStale = true;

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const here = pathToFileURL(resolve('.')).href;
    const standIn = new URL('./stand-in.ts', import.meta.url).href;
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest' && context.parentURL !== standIn) {
          return { url: standIn, shortCircuit: true };
        }
        const found = next(specifier, context);
        const isOurs = found.url.startsWith(`${here}/`) && !found.url.includes('/node_modules/');
        // Another address is another reading of the file: its first lines run again.
        return isOurs ? { ...found, url: `${found.url}?reading=${this.#generation}` } : found;
      },
    });
  }

  async dryRun() {
    await this.#read();
    const tests = [];
    for (const { id, name, run } of this.#tests) {
      this.#shared.currentTestId = id;
      const started = performance.now();
      const failure = await failureOf(run);
      const told = { id, name, timeSpentMs: performance.now() - started };
      tests.push(
        failure === undefined
          ? { ...told, status: 0 }
          : { ...told, status: 1, failureMessage: failure },
      );
    }
    this.#shared.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.#shared.mutantCoverage };
  }

  async mutantRun(options: MutantRun) {
    const { activeMutant, testFilter, mutantActivation } = options;
    const shared = this.#shared;
    const isStatic = mutantActivation === 'static';
    if (isStatic || this.#isStale) {
      shared.activeMutant = isStatic ? activeMutant.id : undefined;
      const failure = await failureOf(() => this.#read());
      this.#isStale = isStatic;
      if (failure !== undefined) return killed('the reading', failure, 1);
    }
    shared.hitCount = options.hitLimit === undefined ? undefined : 0;
    shared.hitLimit = options.hitLimit;
    shared.activeMutant = activeMutant.id;
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const tests = this.#tests.filter(({ id }) => wanted?.has(id) ?? true);
    let count = 0;
    for (const { id, run } of tests) {
      count += 1;
      const failure = await failureOf(run);
      if ((shared.hitCount ?? 0) > (shared.hitLimit ?? Number.POSITIVE_INFINITY)) {
        return { status: 'timeout', reason: 'It goes round and round.' };
      }
      if (failure !== undefined) return killed(id, failure, count);
    }
    return { status: 'survived', nrOfTests: count };
  }

  async #read(): Promise<void> {
    this.#generation += 1;
    const files = globSync(TESTS, { exclude: ONCE }).sort();
    const tests: Gathered[] = [];
    for (const file of files) {
      tests.push(...(await gather(file, () => import(pathToFileURL(resolve(file)).href))));
    }
    this.#tests = tests.filter(({ id }) => !TOO_LONG.test(id));
    this.#isStale = false;
  }
}

async function failureOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function killed(id: string, failureMessage: string, nrOfTests: number) {
  return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
}

/** Where mutated code looks for its orders (Stryker's `INSTRUMENTER_CONSTANTS.NAMESPACE`). */
const NAMESPACE = '__stryker__';

function make(): InProcess {
  const place = globalThis as unknown as Record<string, Shared | undefined>;
  const shared = place[NAMESPACE] ?? {};
  place[NAMESPACE] = shared;
  return new InProcess(shared);
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: make }];
