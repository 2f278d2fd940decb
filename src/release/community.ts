import type { Day } from '#consent/decision.ts';
import type { Archive } from './archive.ts';
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
  const assets = assetsOf(archive);
  await tree.json('assets/assets.json', assets);
  const answers: Answer[] = [];
  for (const { answer, body } of answersOf(archive, exhibitions, day)) {
    await tree.text(answer.bodyFile, body);
    answers.push(answer);
  }
  await tree.json('responses/responses.json', answers);
  return assets;
}

function assetsOf({ lists }: Archive): readonly Released<Asset>[] {
  return [...lists.assets].map(([id, { name, checked_on, ...rest }]) => {
    const asset: Asset = { id, name: name ?? { en: id }, ...rest, checkedOn: checked_on };
    return asset as Released<Asset>;
  });
}

/** Newest first. One dated after today, or to an exhibition that has not opened, is not let out yet. */
function answersOf(
  { responses }: Archive,
  exhibitions: readonly Exhibition[],
  day: Day,
): readonly { readonly answer: Answer; readonly body: string }[] {
  const open = new Set(exhibitions.map(({ id }) => id));
  return responses
    .filter(({ fields: { on, answers } }) => {
      return on <= day && ('priority' in answers || open.has(answers.exhibition));
    })
    .toSorted((a, b) => b.fields.on.localeCompare(a.fields.on) || (a.id < b.id ? -1 : 1))
    .map(({ id, fields, body }) => ({
      answer: { id, ...fields, bodyFile: `responses/${id}.md` },
      body,
    }));
}
