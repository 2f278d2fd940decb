import type { Board } from '#desk/board.ts';
import { languageName } from '#i18n/language.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { Collection } from '#records/collections.ts';
import { STATUSES } from '#repository/drafts.ts';
import { editorAddress } from './editor-address.ts';
import type { EditorRights } from './roles.ts';
import type { Waiting } from './waiting.ts';

const DAY = 86_400_000;

/** What the board is made from. */
export interface BoardFacts {
  readonly drafts: readonly Waiting[];
  /** What whoever looks may write. */
  readonly writes: EditorRights['writes'];
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly language: string;
  /** What was moved just now, as `<collection>/<id>`. */
  readonly moved?: string | undefined;
  readonly problem?: Board['problem'];
}

/** Every draft in the column of its state, in the order they were handed in. */
export function boardOf(facts: BoardFacts): Board {
  const { drafts, moved, problem } = facts;
  const shown = interfaceIn(facts.language, 'desk');
  const columns = STATUSES.map((column) => ({
    column,
    cards: drafts
      .filter(({ status }) => status === column)
      .map((draft) => cardOf(draft, facts, shown)),
  }));
  const found = columns.flatMap(({ column, cards }) =>
    cards.filter(({ key }) => key === moved).map((card) => ({ card, column })),
  );
  return { columns, moved: found[0], problem };
}

type Card = Board['columns'][number]['cards'][number];

function cardOf(draft: Waiting, { writes, now }: BoardFacts, shown: Interface): Card {
  const { collection, id, language, since, missing, status } = draft;
  const named = titleOf(draft, shown.lang);
  const mayMove = writes[collection] === 'all-fields';
  return {
    ...{ key: `${collection}/${id}`, at: `${collection}-${id}`, missing, ...named },
    about: [
      kindOf(draft, shown),
      ...(language === undefined ? [] : [languageName(language, shown.lang)]),
    ],
    days: Math.max(0, Math.floor((now - Date.parse(since)) / DAY)),
    href: editorAddress(collection, id),
    to: mayMove ? STATUSES.filter((each) => each !== status) : [],
  };
}

/** In the language of the page where the record is named in it, or else in the first it is named in. */
function titleOf(
  { title, id, language }: Waiting,
  lang: string,
): { readonly title: string; readonly language: string | undefined } {
  if (typeof title === 'string') return { title, language };
  const [first] = Object.entries(title ?? {});
  const own = title?.[lang];
  if (own !== undefined) return { title: own, language: lang };
  return first === undefined
    ? { title: id, language: undefined }
    : { title: first[1], language: first[0] };
}

function kindOf({ collection, kind }: Waiting, { words }: Interface): string {
  if (collection !== 'stories') return COLLECTION[collection](words);
  const kinds: Readonly<Record<string, string>> = words.kind;
  return kind !== undefined && Object.hasOwn(kinds, kind) ? (kinds[kind] ?? '') : words.kind.story;
}

/** What a record of facilitators is, in a word that the site has for it. */
const COLLECTION: Readonly<
  Record<Exclude<Collection, 'stories'>, (words: Interface['words']) => string>
> = {
  exhibitions: ({ exhibitions }) => exhibitions,
  pages: ({ board }) => board.kind.pages,
  responses: ({ board }) => board.kind.responses,
  themes: ({ themes }) => themes,
  places: ({ places }) => places,
  series: ({ series }) => series,
  priorities: ({ priorities }) => priorities,
  assets: ({ assets }) => assets,
  settings: ({ board }) => board.kind.settings,
};
