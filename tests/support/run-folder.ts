import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what several test files of one run share; gone when the run ends. */
    runFolder: string;
  }
}

/** Every project of a run asks for the folder, and gets the same one. */
const shared = globalThis as { archiveRunFolder?: Promise<string> };

export async function setup(project: TestProject): Promise<void> {
  shared.archiveRunFolder ??= mkdtemp(join(tmpdir(), 'run-'));
  project.provide('runFolder', await shared.archiveRunFolder);
}

/** Called when every project is done. */
export async function teardown(): Promise<void> {
  const folder = await shared.archiveRunFolder;
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
