import type { Listing } from '#release/addresses.ts';
import type { Exhibition, Priority, Released } from '#release/released.ts';
import { listsWith, type Piece, placeIn, type Shelves } from './near-pieces.ts';

/** The pieces before and after one, in one exhibition or one theme. */
export interface Neighbours {
  readonly of: { readonly exhibition: Released<Exhibition> } | { readonly theme: string };
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

/** The exhibitions that show a piece or a part of it. */
export function exhibitionsOf(
  { id }: Pick<Piece, 'id'>,
  { exhibitions }: Pick<Shelves, 'exhibitions'>,
): readonly Released<Exhibition>[] {
  return exhibitions.filter(({ works }) => works.some((work) => work.split('/')[0] === id));
}

/** What residents ask for with this piece behind it: its makers said yes to `evidence`. */
export function prioritiesOf(
  { id }: Pick<Piece, 'id'>,
  { site }: Pick<Shelves, 'site'>,
): readonly Priority[] {
  return site.priorities.filter(({ pieces }) => pieces.some((piece) => piece.id === id));
}

/**
 * Each exhibition that shows it and the first of its themes that holds another piece, with the piece
 * before and the piece after it there, where there is one.
 */
export function neighboursOf(story: Piece, shelves: Shelves): readonly Neighbours[] {
  const theme = listsWith(story, shelves).find(
    ({ facet, stories }) => facet === 'themes' && stories.length > 1,
  );
  return [
    ...exhibitionsOf(story, shelves).map((exhibition) => {
      const pieces = piecesOn(exhibition, shelves);
      return besideAt({ exhibition }, pieces, pieces.indexOf(story));
    }),
    ...(theme ? [besideTheme(theme, story, shelves)] : []),
  ];
}

function besideTheme(theme: Listing<Piece>, story: Piece, shelves: Shelves): Neighbours {
  return besideAt({ theme: theme.term ?? '' }, theme.stories, placeIn(theme, story, shelves));
}

function besideAt(of: Neighbours['of'], pieces: readonly Piece[], at: number): Neighbours {
  return { of, before: pieces[at - 1], after: pieces[at + 1] };
}

/** The pieces of an exhibition in the order in which they are met, each once. */
function piecesOn({ works }: Released<Exhibition>, { byId }: Shelves): readonly Piece[] {
  const ids = new Set(works.map((work) => work.split('/')[0] ?? ''));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}
