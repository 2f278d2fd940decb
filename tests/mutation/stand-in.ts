import { expect } from 'vitest';

/**
 * What the unit tests call `vitest` while mutants are tried: it gathers the tests of a file, and
 * `runner.ts` runs them again and again in one process. The comparisons are Vitest's own.
 */
export { expect };

type Work = (...values: never[]) => unknown;

/** One test, with everything that comes before and after it. */
export interface Gathered {
  /** File, groups, name and a number: the same in every reading of the file. */
  readonly id: string;
  readonly name: string;
  readonly run: () => Promise<void>;
}

interface Group {
  readonly names: readonly string[];
  readonly before: Work[];
  readonly after: Work[];
}

interface Reading {
  readonly file: string;
  readonly tests: Gathered[];
  group: Group;
}

let reading: Reading | undefined;
let finishing: Work[] = [];

/** Imports one test file and gives back its tests, in order. */
export async function gather(file: string, load: () => Promise<unknown>): Promise<Gathered[]> {
  const mine: Reading = { file, tests: [], group: { names: [], before: [], after: [] } };
  reading = mine;
  await load();
  reading = undefined;
  return mine.tests;
}

function current(): Reading {
  if (reading === undefined) throw new Error('A test was told outside a test file.');
  return reading;
}

export function describe(name: string, tell: () => void): void {
  const { group } = current();
  const inner = {
    names: [...group.names, name],
    before: [...group.before],
    after: [...group.after],
  };
  current().group = inner;
  tell();
  current().group = group;
}

export function test(name: string, work: Work): void {
  tellTest(name, () => work());
}

describe.each = (rows: readonly unknown[]) => (name: string, tell: Work) => {
  for (const row of rows) describe(named(name, row), () => void tell(...valuesOf(row)));
};

test.each = (rows: readonly unknown[]) => (name: string, work: Work) => {
  for (const row of rows) tellTest(named(name, row), () => work(...valuesOf(row)));
};

export function beforeEach(work: Work): void {
  current().group.before.push(work);
}

export function afterEach(work: Work): void {
  current().group.after.push(work);
}

export function onTestFinished(work: Work): void {
  finishing.push(work);
}

function valuesOf(row: unknown): never[] {
  return (Array.isArray(row) ? row : [row]) as never[];
}

function named(name: string, row: unknown): string {
  return `${name} ${JSON.stringify(valuesOf(row)[0] ?? null)?.slice(0, 60)}`;
}

function tellTest(name: string, work: () => unknown): void {
  const { file, group, tests } = current();
  const id = [file, ...group.names, name, tests.length].join(' | ');
  const run = async (): Promise<void> => {
    finishing = [];
    try {
      for (const before of group.before) await before();
      await work();
    } finally {
      for (const after of [...finishing, ...group.after]) await after();
    }
  };
  tests.push({ id, name: [...group.names, name].join(' '), run });
}
