import type { ComponentInstance } from './globals.ts';
import type { ExhibitionPiece } from './api.ts';
import {
  type ExhibitionItem,
  type Place,
  itemPlace,
  type Section,
  stepped,
  withItem,
  without,
} from './exhibition-sections.ts';
import { words } from './words.ts';

export interface ExhibitionState {
  readonly sections: readonly Section[];
  /** The text these sections were read from, or were written as last. */
  readonly text: string;
  readonly pieces?: readonly ExhibitionPiece[];
  readonly problem?: string;
  /** Where a piece is being chosen, and whether to show it or to quote it. */
  readonly choosing?: { readonly section: number; readonly kind: 'work' | 'quote' } | undefined;
  readonly taken?: Taken | undefined;
}

/** What was taken out last: a thing with its place, or the walls as they were before a chapter went. */
type Taken =
  | { readonly item: ExhibitionItem; readonly place: Place }
  | { readonly before: readonly Section[] };

export type Self = ComponentInstance<ExhibitionState> & {
  readonly put: (sections: readonly Section[], more?: Partial<ExhibitionState>) => void;
  readonly ask: () => void;
  focusOn?: string | undefined;
  stopWatching?: () => void;
};

export type Typed = { readonly target: HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement };

/** One thing that hangs, with its words or its permission, and the buttons that move it. */
export function itemBox(
  self: Self,
  item: ExhibitionItem,
  chapter: string,
  section: Section,
  change: (next: Section) => void,
): unknown {
  const { h } = window;
  const set = (next: ExhibitionItem): void =>
    change({ ...section, items: section.items.map((each) => (each === item ? next : each)) });
  return h(
    'li',
    { key: item.key, id: `wall-${item.key}`, tabIndex: -1, 'aria-label': nameOf(self, item) },
    h('b', null, nameOf(self, item)),
    item.kind === 'work' || item.kind === 'quote' ? standing(self, item) : null,
    item.kind === 'work'
      ? null
      : h('textarea', {
          rows: item.kind === 'words' ? 5 : 3,
          'aria-label': LABEL[item.kind],
          dir: 'auto',
          value: item.text,
          onChange: ({ target }: Typed) => set({ ...item, text: target.value }),
        }),
    moves(self, item, chapter),
  );
}

const LABEL = { words: words.writing, note: words.noteWords, quote: words.quoteWords } as const;

function nameOf({ state }: Self, item: ExhibitionItem): string {
  if (item.kind === 'note') return words.note;
  if (item.kind !== 'work' && item.kind !== 'quote') return words.writing;
  const piece = state.pieces?.find(({ id }) => id === item.id);
  const title = piece?.title ?? item.id;
  if (item.kind === 'quote') return words.quoteFrom(title);
  return item.part === undefined ? title : `${title} – ${words.onlyThisPart(item.part)}`;
}

/** Whether it may hang here, and why not; said by the server. */
function standing({ state }: Self, item: ExhibitionItem & { readonly id: string }): unknown {
  const { h } = window;
  if (state.pieces === undefined) return null;
  const piece = state.pieces.find(({ id }) => id === item.id);
  if (piece === undefined) return h('p', { className: 'desk-problem' }, words.pieceNotThere);
  const part = item.kind === 'work' ? item.part : undefined;
  const why = piece.choices.find((choice) => choice.part === part)?.why ?? [words.pieceNotThere];
  if (why.length === 0) return h('p', null, words.mayHang);
  return h('p', { className: 'desk-problem' }, `${words.mayNotHang} ${why.join(' ')}`);
}

function moves(self: Self, item: ExhibitionItem, chapter: string): unknown {
  const { h } = window;
  const { sections } = self.state;
  const place = itemPlace(sections, item.key);
  if (place === undefined) return null;
  const step = (by: -1 | 1): void => {
    self.focusOn = `wall-${by < 0 ? 'up' : 'down'}-${item.key}`;
    self.put(stepped(sections, item.key, by));
  };
  const isFirst = place.section === 0 && place.at === 0;
  const isLast =
    place.section === sections.length - 1 &&
    place.at === (sections[place.section]?.items.length ?? 0) - 1;
  const moveTo = (to: number): void => {
    self.focusOn = `wall-${item.key}`;
    const at = sections[to]?.items.length ?? 0;
    self.put(withItem(without(sections, item.key), item, { section: to, at }));
  };
  return h(
    'p',
    { className: 'desk-moves' },
    moveButton(`wall-up-${item.key}`, words.up, !isFirst, () => step(-1)),
    moveButton(`wall-down-${item.key}`, words.down, !isLast, () => step(1)),
    sections.length < 2
      ? null
      : h(
          'select',
          {
            'aria-label': words.moveTo,
            value: '',
            onChange: ({ target }: Typed) => moveTo(Number(target.value)),
          },
          h('option', { value: '' }, words.moveTo),
          ...sections.map(({ title, key }, at) =>
            at === place.section
              ? null
              : h(
                  'option',
                  { key, value: at },
                  title === undefined
                    ? words.outside
                    : `${words.chapterNumber(chapterNumber(sections, at))}: ${title}`,
                ),
          ),
        ),
    button(
      words.takeItemOut,
      () => self.put(without(sections, item.key), { taken: { item, place } }),
      `${words.takeItemOut}: ${nameOf(self, item)}, ${chapter}`,
    ),
  );
}

export function moveButton(id: string, label: string, can: boolean, onClick: () => void): unknown {
  return window.h(
    'button',
    {
      id,
      type: 'button',
      className: 'desk-button desk-quiet',
      // Still to be reached: a button that goes away under the finger takes the place with it.
      'aria-disabled': !can,
      onClick: can ? onClick : undefined,
    },
    label,
  );
}

export function button(label: string, onClick: () => void, name?: string): unknown {
  return window.h(
    'button',
    { type: 'button', className: 'desk-button desk-quiet', 'aria-label': name, onClick },
    label,
  );
}

/** How many chapters there are up to this one; what stands outside of them is none. */
export function chapterNumber(sections: readonly Section[], at: number): number {
  return sections.slice(0, at + 1).filter(({ title }) => title !== undefined).length;
}
