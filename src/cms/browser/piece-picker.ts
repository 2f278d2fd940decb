import type { ExhibitionPiece } from './api.ts';
import { words } from './words.ts';

type Typed = { readonly target: HTMLInputElement };

interface Picking {
  readonly id: string;
  readonly pieces: readonly ExhibitionPiece[] | undefined;
  readonly kind: 'work' | 'quote';
  readonly onPick: (id: string, part?: string) => void;
  readonly onLeave: () => void;
}

let sought = '';

/** A list of pieces by their titles, each with what may be shown of it here, or why it may not. */
export function picker(picking: Picking): unknown {
  const { h, createClass } = window;
  Drawn ??= createClass<{ readonly sought: string }>({
    getInitialState: () => ({ sought }),
    render() {
      const { props, state } = this as unknown as {
        props: Picking;
        state: { sought: string };
        setState: (change: { sought: string }) => void;
      };
      const set = (text: string): void => {
        sought = text;
        this.setState({ sought: text });
      };
      return list(props, state.sought, set);
    },
  });
  return h(Drawn, picking);
}
let Drawn: unknown;

function list(props: Picking, text: string, onSeek: (text: string) => void): unknown {
  const { h } = window;
  const { id, pieces, kind, onPick, onLeave } = props;
  const wanted = text.trim().toLocaleLowerCase();
  const found = (pieces ?? []).filter(
    (piece) => wanted === '' || `${piece.title} ${piece.id}`.toLocaleLowerCase().includes(wanted),
  );
  return h(
    'div',
    { className: 'desk-pick', role: 'group', 'aria-label': words.choosePiece },
    h(
      'label',
      { className: 'desk-field', htmlFor: id },
      h('span', null, words.seekPiece),
      h('input', {
        id,
        type: 'search',
        value: text,
        onChange: ({ target }: Typed) => onSeek(target.value),
      }),
    ),
    h(
      'p',
      { role: 'status' },
      pieces === undefined ? words.looking : words.foundPieces(found.length),
    ),
    h('ul', null, ...found.map((piece) => row(piece, kind, onPick))),
    h(
      'button',
      { type: 'button', className: 'desk-button desk-quiet', onClick: onLeave },
      words.leavePicker,
    ),
  );
}

function row(piece: ExhibitionPiece, kind: Picking['kind'], onPick: Picking['onPick']): unknown {
  const { h } = window;
  const choices = kind === 'quote' ? piece.choices.slice(0, 1) : piece.choices;
  const [first] = choices;
  return h(
    'li',
    { key: piece.id },
    h('b', { dir: 'auto' }, piece.title),
    ` (${piece.id})`,
    // Nothing of it may hang: one reason for all of it is enough.
    first !== undefined && choices.every(({ why }) => why.length > 0)
      ? h('p', null, `${words.mayNotHang} ${first.why.join(' ')}`)
      : h(
          'ul',
          null,
          ...choices.map(({ part, words: said, why }) => {
            const what =
              part === undefined ? words.allOfIt : `${words.onlyThisPart(part)} ${said}`.trim();
            return h(
              'li',
              { key: part ?? '' },
              why.length === 0
                ? h(
                    'button',
                    {
                      type: 'button',
                      className: 'desk-button desk-quiet',
                      'aria-label': `${words.putThis}: ${piece.title}, ${what}`,
                      onClick: () => onPick(piece.id, part),
                    },
                    `${words.putThis}: ${what}`,
                  )
                : h('p', null, `${what}: ${words.mayNotHang} ${why.join(' ')}`),
            );
          }),
        ),
  );
}
