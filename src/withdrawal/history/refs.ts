import { git } from '#repository/git.ts';
import { spansIn, type Wanted } from './wanted.ts';

/** The refs of a repository, by what has to be done with them. */
export interface Refs {
  /** Branches, tags, the stash, and anything else that leads to commits. */
  readonly commits: readonly string[];
  /** Notes hang on the names of commits, which change, so they are made anew. */
  readonly notes: readonly string[];
  /** Refs to a text, such as what the desk keeps of a draft. */
  readonly texts: readonly string[];
  /** Refs named after the piece: drafts of it, and what was named by its title. */
  readonly dropped: readonly string[];
  /** Refs to something else, which are left behind: replacements, tags of trees. */
  readonly leftOut: readonly string[];
}

/** Sorts the refs of a repository. A ref whose name says something wanted is dropped. */
export async function refsOf(repository: string, wanted: Wanted): Promise<Refs> {
  const out = await git(repository, [
    'for-each-ref',
    '--format=%(objecttype)%00%(*objecttype)%00%(refname)',
  ]);
  const refs = { commits: [], notes: [], texts: [], dropped: [], leftOut: [] } as Record<
    keyof Refs,
    string[]
  >;
  for (const line of out.toString('utf8').split('\n').filter(Boolean)) {
    const [type = '', tagged = '', ref = ''] = line.split('\0');
    refs[placeOf(type === 'tag' ? tagged : type, type, ref, wanted)].push(ref);
  }
  return refs;
}

function placeOf(leads: string, type: string, ref: string, wanted: Wanted): keyof Refs {
  if (ref.startsWith('refs/replace/')) return 'leftOut';
  if (isGoneRef(ref, wanted)) return leads === 'commit' ? 'dropped' : 'leftOut';
  if (leads === 'commit') return ref.startsWith('refs/notes/') ? 'notes' : 'commits';
  return type === 'blob' ? 'texts' : 'leftOut';
}

export function isGoneRef(ref: string, wanted: Wanted): boolean {
  return spansIn(ref, wanted).length > 0;
}
