import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import type { MediaKind } from './formats.ts';

/**
 * The versions of the programs that make clean copies, for the cache key: a newer encoder makes
 * other bytes. Throws when one of them is not installed, which is a fault of the set-up.
 */
export async function encoderVersions(kind: MediaKind): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all(
    MAKERS[kind].map(async (name) => [name, await versionOf(name)] as const),
  );
  return Object.fromEntries(found);
}

/** A package that makes the clean copies is not there. Its message is the name of the package. */
export class NotInstalled extends Error {}

const MAKERS = {
  photo: ['sharp', 'heic-decode'],
  sound: ['mediabunny', '@mediabunny/server', 'node-av'],
} as const;

async function versionOf(name: string): Promise<string> {
  const file = findPackageJSON(name, import.meta.url);
  if (file === undefined) throw new NotInstalled(name);
  const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
  return version;
}
