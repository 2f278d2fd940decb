import type { Day } from '#consent/decision.ts';
import type { ListCollection } from '#records/collections.ts';
import type { ResponseFields } from '#records/lists.ts';
import type { Archive } from '#repository/archive.ts';
import { priorityDigest } from '#repository/digests.ts';
import type { Answer, Asset, Exhibition, Released } from './released.ts';
import type { TreeWriter } from './write-tree.ts';

/**
 * Writes the community assets and what institutions answered: the words of facilitators and of
 * institutions, never a contributor's. They stand in folders of their own because the audit takes
 * them word by word (see `releasedTexts`), so that a withheld sentence in one of them is found.
 */
export async function writeCommunity(
  tree: TreeWriter,
  archive: Archive,
  exhibitions: readonly Exhibition[],
  day: Day,
): Promise<readonly Released<Asset>[]> {
  for (const [name, { records }] of Object.entries(LISTS_TOLD))
    if (records !== undefined) await tree.json(ownFile(name), records(archive));
  const answers: Answer[] = [];
  for (const { answer, body } of answersOf(archive, exhibitions, day)) {
    await tree.text(answer.bodyFile, body);
    answers.push(answer);
  }
  await tree.json('responses/responses.json', answers);
  return assetsOf(archive);
}

/** Where in the release tree a list is told that has a file of its own. */
export const ownFile = (name: string): string => `${name}/${name}.json`;

/** How each list gets to the pages: with the site (`site-record.ts`), or as records in a file of its own. */
export const LISTS_TOLD: Readonly<
  Record<ListCollection, { readonly records?: (archive: Archive) => readonly unknown[] }>
> = {
  themes: {},
  places: {},
  series: {},
  priorities: {},
  assets: { records: assetsOf },
};

function assetsOf({ lists }: Archive): readonly Released<Asset>[] {
  return [...lists.assets].map(([id, { name, checked_on, ...rest }]) => {
    const asset: Asset = { id, name: name ?? { en: id }, ...rest, checkedOn: checked_on };
    return asset as Released<Asset>;
  });
}

/** Is what a priority says now what the institution answered? Nothing for an answer to an exhibition. */
export function wordingOf(
  { answered, answers }: Pick<ResponseFields, 'answered' | 'answers'>,
  { priorities }: Pick<Archive['lists'], 'priorities'>,
): Answer['wording'] {
  if (!('priority' in answers)) return undefined;
  if (answered === undefined) return 'unknown';
  return answered === priorityDigest(priorities.get(answers.priority) ?? {}) ? 'same' : 'changed';
}

/** An answer to words that the priority no longer has, or that nobody noted. */
export interface UnboundAnswer {
  readonly id: string;
  readonly priority: string;
  readonly wording: 'changed' | 'unknown';
}

/** For facilitators: the answers beside which the page says that they may be to other words. */
export function unboundAnswers({
  responses,
  lists,
}: Pick<Archive, 'responses' | 'lists'>): readonly UnboundAnswer[] {
  return responses.flatMap(({ id, fields }): readonly UnboundAnswer[] => {
    const wording = wordingOf(fields, lists);
    return wording === undefined || wording === 'same' || !('priority' in fields.answers)
      ? []
      : [{ id, priority: fields.answers.priority, wording }];
  });
}

/** Newest first. One dated after today, or to an exhibition that has not opened, is not let out yet. */
function answersOf(
  { responses, lists }: Archive,
  exhibitions: readonly Exhibition[],
  day: Day,
): readonly { readonly answer: Answer; readonly body: string }[] {
  const open = new Set(exhibitions.map(({ id }) => id));
  return responses
    .filter(({ fields: { on, answers } }) => {
      return on <= day && ('priority' in answers || open.has(answers.exhibition));
    })
    .toSorted((a, b) => b.fields.on.localeCompare(a.fields.on) || (a.id < b.id ? -1 : 1))
    .map(({ id, fields: { answered, ...fields }, body }) => ({
      answer: {
        ...{ id, ...fields },
        wording: wordingOf({ answered, answers: fields.answers }, lists),
        bodyFile: `responses/${id}.md`,
      },
      body,
    }));
}
