import { languageSelect } from './answer-language.ts';
import type { ExhibitionPiece } from './api.ts';
import { words } from './words.ts';

type Typed = { readonly target: HTMLInputElement };

interface Picking {
  readonly id: string;
  readonly pieces: readonly ExhibitionPiece[] | undefined;
  /** To hang it, to quote it, or to let it stand behind what people ask for. */
  readonly kind: 'work' | 'quote' | 'behind';
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
    languageSelect(words.answerLanguage),
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
  const choices = kind === 'work' ? piece.choices : piece.choices.slice(0, 1);
  const [first] = choices;
  const mayNot = kind === 'behind' ? words.mayNotStand : words.mayNotHang;
  // Nothing of it may be chosen: one reason for all of it is enough.
  const isShut = first !== undefined && choices.every(({ why }) => why.length > 0);
  return h(
    'li',
    { key: piece.id },
    h('b', { lang: piece.lang, dir: piece.dir }, piece.title),
    ` (${piece.id})`,
    permission(piece.told),
    isShut
      ? h('p', { className: 'desk-problem' }, `${mayNot} ${first.why.join(' ')}`)
      : h('ul', null, ...choices.map((choice) => choiceOf(piece, choice, mayNot, onPick))),
  );
}

/** What of it is public and what it may be used for, in the language of the answers. */
function permission({ lang, dir, now, also, alsoTitle }: ExhibitionPiece['told']): unknown {
  const { h } = window;
  return h(
    'div',
    { lang, dir },
    ...now.map((each) => h('p', { key: each }, each)),
    also.length === 0 ? null : h('p', null, `${alsoTitle}: ${also.join(' · ')}`),
  );
}

function choiceOf(
  { id, title }: ExhibitionPiece,
  { part, words: said, why }: ExhibitionPiece['choices'][number],
  mayNot: string,
  onPick: Picking['onPick'],
): unknown {
  const { h } = window;
  const what = part === undefined ? words.allOfIt : `${words.onlyThisPart(part)} ${said}`.trim();
  if (why.length > 0)
    return h('li', { key: part ?? '' }, h('p', null, `${what}: ${mayNot} ${why.join(' ')}`));
  return h(
    'li',
    { key: part ?? '' },
    h(
      'button',
      {
        type: 'button',
        className: 'desk-button desk-quiet',
        'aria-label': `${words.putThis}: ${what}, ${title}`,
        onClick: () => onPick(id, part),
      },
      `${words.putThis}: ${what}`,
    ),
  );
}
