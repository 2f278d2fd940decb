import { rm } from 'node:fs/promises';
import { git } from '#repository/git.ts';
import { type GitObject, namesInTree, objectsOf } from './objects.ts';
import { decoded } from './rewrite.ts';
import { spansIn, type Wanted } from './wanted.ts';

export interface Proof {
  /** `void`: a planted control was missed, so the search proves nothing (docs/consent.md §4.5). */
  readonly verdict: 'passed' | 'found' | 'void';
  readonly objects: number;
  readonly refs: number;
  readonly controls: { readonly planted: number; readonly found: number };
  /** Names of objects and kinds, never what stands in them. */
  readonly findings: readonly string[];
}

/**
 * Looks for everything wanted in a fresh clone of a repository: every object, every path, every
 * message, every ref. Controls are planted in that clone first and must all be found.
 * `clone`: a folder that is not there yet; it is gone afterwards.
 */
export async function prove(input: {
  readonly repository: string;
  readonly clone: string;
  readonly wanted: Wanted;
  readonly onProgress?: (objects: number) => void;
}): Promise<Proof> {
  const { repository, clone, wanted, onProgress } = input;
  try {
    await git('.', ['clone', '--quiet', '--mirror', '--no-local', repository, clone]);
    const controls = await plant(clone, wanted);
    const found = new Set<string>();
    const findings: string[] = [];
    let objects = 0;
    for await (const object of objectsOf(clone)) {
      onProgress?.(++objects);
      if (!holds(object, wanted)) continue;
      if (controls.has(object.name)) found.add(object.name);
      else findings.push(`${object.type} ${object.name}`);
    }
    const refs = (await git(clone, ['for-each-ref', '--format=%(refname)'])).toString('utf8');
    const names = refs.split('\n').filter(Boolean);
    for (const name of names.filter((ref) => spansIn(ref, wanted).length > 0)) {
      if (controls.has(name)) found.add(name);
      else findings.push('the name of a ref');
    }
    const planted = controls.size;
    const missed = found.size < planted;
    return {
      verdict: missed ? 'void' : findings.length > 0 ? 'found' : 'passed',
      objects: objects - (planted - 1),
      refs: names.length - 1,
      controls: { planted, found: found.size },
      findings,
    };
  } finally {
    await rm(clone, { recursive: true, force: true });
  }
}

/** One control for each place: a text, a path, a message, and a ref; by name. */
async function plant(clone: string, wanted: Wanted): Promise<ReadonlySet<string>> {
  const { id, runs, phrases } = wanted;
  const [some] = [...runs, ...phrases, id];
  const line = async (args: readonly string[], input?: string): Promise<string> =>
    (await git(clone, args, input === undefined ? {} : { input })).toString('utf8').trim();
  const text = await line(['hash-object', '-w', '--stdin'], `A control: ${some}, in a line.\n`);
  const plain = await line(['hash-object', '-w', '--stdin'], 'A control that holds nothing.\n');
  const path = await line(['mktree'], `100644 blob ${plain}\t${id}\n`);
  const empty = await line(['mktree'], '');
  const message = await line(['commit-tree', empty, '-m', `A control: ${id}`]);
  const ref = `refs/heads/control/${id}`;
  await git(clone, ['update-ref', ref, message]);
  return new Set([text, path, message, ref]);
}

function holds({ name, type, bytes }: GitObject, wanted: Wanted): boolean {
  switch (type) {
    case 'blob':
      return wanted.files.has(name) || textsOf(bytes).some((text) => says(text, wanted));
    case 'tree':
      return namesInTree(bytes, name.length / 2).some(
        (each) => !isWithdrawalRecord(each, wanted) && says(each, wanted),
      );
    case 'commit':
    case 'tag':
      return says(decoded(bytes).text, wanted);
  }
}

/** In `content/withdrawn/` the id may stand, as the name of the record of its withdrawal. */
function isWithdrawalRecord(name: string, { id }: Wanted): boolean {
  return name === `${id}.yaml` || name === `${id}.yml`;
}

const says = (text: string, wanted: Wanted): boolean => spansIn(text, wanted).length > 0;

/** A file as text, also when it is written in two bytes a letter. */
function textsOf(bytes: Buffer): readonly string[] {
  if (!bytes.subarray(0, 8000).includes(0)) return [decoded(bytes).text];
  const wide = new TextDecoder('utf-16le').decode(bytes);
  const wideOther = new TextDecoder('utf-16be').decode(bytes);
  return [spacedOut(bytes), wide, wideOther];
}

/** The runs of readable letters in other files: what a picture says of itself stands in such runs. */
function spacedOut(bytes: Buffer): string {
  const runs = decoded(bytes).text.match(/[\p{L}\p{M}\p{N}\p{P}\p{Zs}\n]{8,}/gu) ?? [];
  return runs.join('\n');
}
