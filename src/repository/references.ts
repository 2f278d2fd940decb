import { join } from 'node:path';
import { type Problem, problemAt } from '#records/problem.ts';
import type { Archive, HeldContribution } from './archive.ts';

/**
 * Ids named in a record must exist (docs/content-format.md); a withdrawn id may not come back as a folder. `unread`:
 * `<folder>/<id>` of what is there and could not be read, which is told on its own and is no wrong name.
 */
export function referenceProblems(
  read: Omit<Archive, 'settings'>,
  unread: ReadonlySet<string> = new Set(),
): readonly Problem[] {
  const archive = { ...read, lists: withUnread(read.lists, unread) };
  const exhibitions = both(new Set(archive.exhibitions.map(({ id }) => id)), 'exhibitions', unread);
  return [
    ...archive.contributions.flatMap((held) => [
      ...contributionReferences(held, archive, exhibitions),
      ...(archive.withdrawn.has(held.id)
        ? [problemAt({ file: held.file }, 'withdrawn-and-here')]
        : []),
    ]),
    ...priorityReferences(read.lists.priorities, archive, unread),
    ...[...read.lists.assets].flatMap(([id, { themes, places }]) => [
      ...unknownIds(themes, archive.lists.themes, `assets/${id}.yaml`, 'themes'),
      ...unknownIds(places, archive.lists.places, `assets/${id}.yaml`, 'places'),
    ]),
    ...archive.responses.flatMap((response) => answeredReferences(response, archive, exhibitions)),
  ];
}

/** Whether an id is there. */
interface Known {
  has(id: string): boolean;
}

type Lists = Archive['lists'];
type KnownLists = Readonly<Record<Exclude<keyof Lists, 'assets'>, Known>>;
type Named = Pick<Archive, 'contributions' | 'withdrawn'> & { readonly lists: KnownLists };

const both = (known: Known, folder: string, unread: ReadonlySet<string>): Known => ({
  has: (id) => known.has(id) || unread.has(join(folder, id)),
});

function withUnread(lists: Lists, unread: ReadonlySet<string>): KnownLists {
  const known = (name: keyof KnownLists) => both(lists[name], name, unread);
  return {
    themes: known('themes'),
    places: known('places'),
    series: known('series'),
    priorities: known('priorities'),
  };
}

/** A piece that was withdrawn may still be named: its end must not keep the next site from being made. */
function priorityReferences(
  priorities: Lists['priorities'],
  { lists, contributions, withdrawn }: Named,
  unread: ReadonlySet<string>,
): readonly Problem[] {
  const here = new Set([...contributions.map(({ id }) => id), ...withdrawn.keys()]);
  const pieces = both(here, 'stories', unread);
  return [...priorities].flatMap(([id, { themes = [], pieces: named = [] }]) => [
    ...unknownIds(themes, lists.themes, `priorities/${id}.yaml`, 'themes'),
    ...unknownIds(named, pieces, `priorities/${id}.yaml`, 'pieces'),
  ]);
}

function answeredReferences(
  { file, fields: { answers } }: Archive['responses'][number],
  { lists }: Named,
  exhibitions: Known,
): readonly Problem[] {
  const found =
    'priority' in answers
      ? lists.priorities.has(answers.priority)
      : exhibitions.has(answers.exhibition);
  return found ? [] : [unknownId(file, `answers.${Object.keys(answers)[0]}`)];
}

function contributionReferences(
  { file, fields }: HeldContribution,
  { lists }: Named,
  exhibitions: Known,
): readonly Problem[] {
  return [
    ...listReferences({ file, fields }, lists),
    ...fields.consents.flatMap(({ exhibitions: named }, index) =>
      Array.isArray(named)
        ? unknownIds(named, exhibitions, file, `consents[${index}].exhibitions`)
        : [],
    ),
  ];
}

/** The ids of facilitators' lists that a contribution names, held against those lists. */
export function listReferences(
  {
    file,
    fields,
  }: {
    readonly file: string;
    readonly fields: Pick<HeldContribution['fields'], 'themes' | 'places' | 'series'>;
  },
  lists: Readonly<Record<'themes' | 'places' | 'series', Known>>,
): readonly Problem[] {
  return [
    ...unknownIds(fields.themes, lists.themes, file, 'themes'),
    ...unknownIds(fields.places, lists.places, file, 'places'),
    ...unknownIds(fields.series, lists.series, file, 'series'),
  ];
}

function unknownIds(
  ids: readonly string[],
  known: Known,
  file: string,
  field: string,
): readonly Problem[] {
  return ids.flatMap((id, index) => (known.has(id) ? [] : [unknownId(file, `${field}[${index}]`)]));
}

function unknownId(file: string, field: string): Problem {
  return problemAt({ file, field }, 'id-names-nothing');
}
