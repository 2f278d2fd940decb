import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDraft } from '#repository/drafts.ts';
import { readBlobs, fileOf, liveTip } from '#repository/repository.ts';
import { readFrontMatter } from '#repository/front-matter.ts';
import { deskRepositoryOf } from '#state/content-source.ts';

/** Who is named in a contribution, as its record does; or why nobody can tell. */
export type Named = ReadonlySet<string> | 'nowhere' | 'unreadable';

/** Looks in the content folder, in what the desk saved, and in its drafts: all three may know more people. */
export async function namedPeople(content: string, id: string): Promise<Named> {
  const texts = await textsOf(content, id);
  if (texts.length === 0) return 'nowhere';
  const people = new Set<string>();
  let readable = false;
  for (const text of texts) {
    const matter = readFrontMatter(text, 'story.md');
    if (!matter.ok) continue;
    readable = true;
    for (const person of peopleIn(matter.data)) people.add(person);
  }
  return readable ? people : 'unreadable';
}

async function textsOf(content: string, id: string): Promise<readonly string[]> {
  const file = join('stories', id, 'story.md');
  const own = await readFile(join(content, file), 'utf8').catch(() => undefined);
  const texts = own === undefined ? [] : [own];
  const repository = await deskRepositoryOf(content);
  if (repository === undefined) return texts;
  const draft = await readDraft(repository, { collection: 'stories', id });
  for (const commit of [await liveTip(repository), draft?.tip]) {
    const found = commit && (await fileOf(repository, commit, `content/stories/${id}/story.md`));
    const bytes = found && (await readBlobs(repository, [found.blob])).get(found.blob);
    if (bytes) texts.push(bytes.toString('utf8'));
  }
  return texts;
}

/** Every `person:` and everybody in a `people:`, wherever a record has them. */
function peopleIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(peopleIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'person' && typeof inner === 'string') return [inner];
    if (key === 'people' && Array.isArray(inner))
      return inner.filter((each) => typeof each === 'string');
    return peopleIn(inner);
  });
}
