import type { Missing } from '#components/waiting-view.ts';
import { isCollection, type Collection, COLLECTIONS } from '#records/collections.ts';
import { contribution } from '#records/contribution.ts';
import { knownName } from '#records/last-known.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Draft, listDrafts, type Status } from '#repository/drafts.ts';
import { pathOf } from '#repository/paths.ts';
import { recordForm } from '#repository/record-text.ts';
import { type Repository, textAt } from '#repository/repository.ts';
import { missingIn } from './missing-in.ts';

/** A draft that waits for its next step. */
export interface Waiting {
  readonly collection: Collection;
  readonly id: string;
  readonly status: Status;
  /** By language where the record says it in several; nothing where it says none. */
  readonly title: string | Readonly<Record<string, string>> | undefined;
  /** Of the words; nothing for a record without words of one language. */
  readonly language: string | undefined;
  /** Of a piece, as its record says it. */
  readonly kind: string | undefined;
  /** When it was last changed or moved, ISO 8601. */
  readonly since: string;
  readonly missing: readonly Missing[];
}

/** A piece that waits for somebody to look at it. */
export interface WaitingPiece extends Waiting {
  readonly title: string;
  readonly language: string;
}

/** What waits for a review, the longest first: by one look at the refs, and each text read once. */
export async function waitingForReview(repository: Repository): Promise<readonly WaitingPiece[]> {
  return (await waitingDrafts(repository))
    .filter(({ collection, status }) => collection === 'stories' && status !== 'draft')
    .map((each) => ({
      ...each,
      title: typeof each.title === 'string' ? each.title : each.id,
      language: each.language ?? 'en',
    }));
}

/** Every draft, the one that has waited longest first; each text is read once. */
export async function waitingDrafts(repository: Repository): Promise<readonly Waiting[]> {
  const drafts = (await listDrafts(repository)).flatMap((draft) =>
    isCollection(draft.key.collection) ? { draft, collection: draft.key.collection } : [],
  );
  const before = known.get(repository) ?? new Map<string, Read>();
  const read = await Promise.all(
    drafts.map(
      async ({ draft, collection }) =>
        [
          { draft, collection },
          before.get(draft.tip) ?? (await readOf(repository, draft, collection)),
        ] as const,
    ),
  );
  known.set(repository, new Map(read.map(([{ draft }, each]) => [draft.tip, each])));
  return read
    .map(([{ draft, collection }, { missing, ...each }]) => {
      const { status, updated } = draft.workflow;
      // Before somebody looks at a piece, nobody can have cleared it.
      const isMissing = ({ what }: Missing) => what !== 'review' || status === 'pending_publish';
      return {
        ...{ ...each, collection, id: draft.key.id, status, since: updated },
        missing: missing.filter(isMissing),
      };
    })
    .toSorted((one, other) => one.since.localeCompare(other.since));
}

type Read = Pick<Waiting, 'title' | 'language' | 'kind' | 'missing'>;

/** By commit: a text does not change while its commit stands. */
const known = new WeakMap<Repository, ReadonlyMap<string, Read>>();

async function readOf(
  repository: Repository,
  { key, tip }: Draft,
  collection: Collection,
): Promise<Read> {
  const path = pathOf(key);
  const text = (await textAt(repository, tip, path)) ?? '';
  const { record } = recordForm(text, path) ?? {};
  const { title, language } = knownName(text);
  const said = {
    title: title ?? namesIn(record?.['name']),
    language,
    kind: typeof record?.['kind'] === 'string' ? record['kind'] : undefined,
  };
  const unreadable = { ...said, missing: [{ what: 'unreadable' }] } as const;
  if (record === undefined) return unreadable;
  if (collection !== 'stories')
    return parseRecord(COLLECTIONS[collection].schema, record, path).ok
      ? { ...said, missing: [] }
      : unreadable;
  const parsed = parseRecord(contribution, record, path);
  return parsed.ok ? { ...said, missing: missingIn(parsed.value) } : unreadable;
}

/** A name in each language it is said in. */
function namesIn(name: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof name !== 'object' || name === null) return undefined;
  const said = Object.entries(name).filter(
    (each): each is [string, string] => typeof each[1] === 'string' && each[1].trim() !== '',
  );
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
