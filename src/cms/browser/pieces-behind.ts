import { answerLanguage, whenLanguageChanges } from './answer-language.ts';
import { type ExhibitionPiece, piecesForExhibition } from './api.ts';
import { button } from './exhibition-item.ts';
import { type ComponentInstance, plainValue } from './globals.ts';
import { picker } from './piece-picker.ts';
import { words } from './words.ts';

interface State {
  readonly pieces?: readonly ExhibitionPiece[];
  readonly problem?: string | undefined;
  readonly isChoosing?: boolean;
}
type Self = ComponentInstance<State> & {
  readonly ask: () => Promise<void>;
  stopWatching?: () => void;
  focusOn?: string | undefined;
};

/** The pieces behind what people ask for: chosen by title with what may be shown of each, and taken out again. */
export function behindWidget(): unknown {
  const { h, createClass } = window;
  return createClass<State>({
    getInitialState: () => ({}),
    componentDidMount(this: Self) {
      this.stopWatching = whenLanguageChanges(() => void this.ask());
      void this.ask();
    },
    componentWillUnmount(this: Self) {
      this.stopWatching?.();
    },
    componentDidUpdate(this: Self) {
      if (this.focusOn !== undefined) document.getElementById(this.focusOn)?.focus();
      this.focusOn = undefined;
    },
    shouldComponentUpdate: () => true,
    async ask(this: Self) {
      try {
        const asked = { use: 'evidence', language: answerLanguage() } as const;
        const { pieces } = await piecesForExhibition(asked);
        this.setState({ pieces, problem: undefined });
      } catch (error) {
        this.setState({ problem: (error as Error).message });
      }
    },
    render(this: Self) {
      const { classNameWrapper, forID } = this.props;
      const { problem, isChoosing = false } = this.state;
      const chosen = chosenIn(this);
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-wall` },
        h('div', { role: 'status' }, problem ?? (chosen.length === 0 ? words.nonePut : null)),
        h('ul', null, ...chosen.map((id) => pieceBox(this, id))),
        isChoosing ? choosing(this) : button(words.putWork, () => choose(this)),
      );
    },
  });
}

function chosenIn({ props }: Self): readonly string[] {
  const value = plainValue(props.value);
  return Array.isArray(value) ? value.map(String) : [];
}

function choose(self: Self): void {
  self.focusOn = `${self.props.forID}-pick`;
  void self.ask();
  self.setState({ isChoosing: true });
}

function choosing(self: Self): unknown {
  const chosen = chosenIn(self);
  return picker({
    ...{ id: `${self.props.forID}-pick`, kind: 'behind' },
    pieces: self.state.pieces?.filter(({ id }) => !chosen.includes(id)),
    onPick: (id) => {
      self.focusOn = `behind-${id}`;
      self.setState({ isChoosing: false });
      self.props.onChange([...chosen, id]);
    },
    onLeave: () => self.setState({ isChoosing: false }),
  });
}

function pieceBox(self: Self, id: string): unknown {
  const { h } = window;
  const chosen = chosenIn(self);
  const { pieces } = self.state;
  const piece = pieces?.find((each) => each.id === id);
  const title = piece?.title ?? id;
  return h(
    'li',
    { key: id, id: `behind-${id}`, tabIndex: -1, 'aria-label': title },
    h('b', { lang: piece?.lang, dir: piece?.dir ?? 'auto' }, title),
    standing(pieces, piece),
    h(
      'p',
      null,
      button(
        words.takeItemOut,
        () => self.props.onChange(chosen.filter((each) => each !== id)),
        `${words.takeItemOut}: ${title}`,
      ),
    ),
  );
}

/** Said by the server; nothing before it has answered. */
function standing(all: State['pieces'], piece: ExhibitionPiece | undefined): unknown {
  const { h } = window;
  if (all === undefined) return null;
  const why = piece?.choices[0]?.why ?? [words.pieceNotThere];
  if (why.length === 0) return h('p', null, words.mayStand);
  return h('p', { className: 'desk-problem' }, `${words.mayNotStand} ${why.join(' ')}`);
}
