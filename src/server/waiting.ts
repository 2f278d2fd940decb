import type { WaitingFor } from '#components/waiting-view.ts';
import { contribution, type ContributionFields } from '#records/contribution.ts';
import { knownName } from '#records/last-known.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Draft, listDrafts } from '#repository/drafts.ts';
import { pathOf } from '#repository/paths.ts';
import { recordForm } from '#repository/record-text.ts';
import { type Repository, textAt } from '#repository/repository.ts';

/** A piece that waits for somebody to look at it. */
export interface Waiting {
  readonly id: string;
  readonly title: string;
  /** Of the words. */
  readonly language: string;
  /** When it was last changed, ISO 8601. */
  readonly since: string;
  readonly missing: readonly WaitingFor[];
}

/** What waits for a review, the longest first: by one look at the refs, and each text read once. */
export async function waitingForReview(repository: Repository): Promise<readonly Waiting[]> {
  const drafts = (await listDrafts(repository)).filter(
    ({ key, workflow }) => key.collection === 'stories' && workflow.status !== 'draft',
  );
  const before = known.get(repository) ?? new Map<string, Read>();
  const read = await Promise.all(
    drafts.map(
      async (draft) => [draft, before.get(draft.tip) ?? (await readOf(repository, draft))] as const,
    ),
  );
  known.set(repository, new Map(read.map(([{ tip }, each]) => [tip, each])));
  return read
    .map(([{ key, workflow }, each]) => ({
      ...each,
      id: key.id,
      title: each.title ?? key.id,
      since: workflow.updated,
    }))
    .toSorted((one, other) => one.since.localeCompare(other.since));
}

interface Read extends Pick<Waiting, 'language' | 'missing'> {
  readonly title: string | undefined;
}

/** By commit: a text does not change while its commit stands. */
const known = new WeakMap<Repository, ReadonlyMap<string, Read>>();

async function readOf(repository: Repository, { key, tip }: Draft): Promise<Read> {
  const path = pathOf(key);
  const text = (await textAt(repository, tip, path)) ?? '';
  const { title, language = 'en' } = knownName(text);
  const parsed = parseRecord(contribution, recordForm(text, path)?.record ?? {}, path);
  return { title, language, missing: parsed.ok ? missingIn(parsed.value) : ['unreadable'] };
}

/** What keeps a part of it back whatever a reviewer says, in the order of the work. */
function missingIn({ photos, voice, consents }: ContributionFields): readonly WaitingFor[] {
  const others = consents.filter(
    ({ state }) => state === 'unknown' || state === 'requested' || state === 'deferred',
  );
  const grants = consents.some(({ grants: given = {} }) => Object.keys(given).length > 0);
  const isMissing: Readonly<Record<WaitingFor, boolean>> = {
    unreadable: false,
    people: others.length > 0,
    descriptions: photos.some(({ alt, decorative }) => alt === undefined && decorative !== true),
    transcript: voice !== undefined && voice.transcript === undefined,
    yes: !grants,
  };
  return (Object.keys(isMissing) as WaitingFor[]).filter((what) => isMissing[what]);
}
