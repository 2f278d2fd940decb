import { startGit } from '#repository/git.ts';
import { ByteReader } from './byte-reader.ts';
import { Fault } from '#records/fault.ts';

export interface GitObject {
  readonly name: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly bytes: Buffer;
}

/** Every object of a repository, whether anything leads to it or not, one at a time. */
export async function* objectsOf(repository: string): AsyncGenerator<GitObject> {
  const child = startGit(repository, [
    '--no-replace-objects',
    'cat-file',
    '--batch-all-objects',
    '--batch',
    '--buffer',
    '--unordered',
  ]);
  child.stdin.end();
  const reader = new ByteReader(child.stdout);
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    const [, name = '', type, size] = /^([0-9a-f]+) (blob|tree|commit|tag) (\d+)$/.exec(line) ?? [];
    if (type === undefined) throw new Fault('object-unreadable', {});
    const bytes = await reader.bytes(Number(size));
    await reader.bytes(1);
    yield { name, type: type as GitObject['type'], bytes };
  }
}

/** The names of the files and folders in a tree object. */
export function namesInTree(bytes: Buffer, digestBytes: number): readonly string[] {
  const names: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    names.push(bytes.toString('utf8', space + 1, end));
    at = end + 1 + digestBytes;
  }
  return names;
}
