import { entryNow, type ImmutableMap } from './globals.ts';
import { answerLanguage, whenLanguageChanges } from './answer-language.ts';
import { picker } from './piece-picker.ts';
import { piecesForExhibition } from './api.ts';
import {
  button,
  chapterNumber,
  itemBox,
  moveButton,
  type Self,
  type ExhibitionState,
  type Typed,
} from './exhibition-item.ts';
import {
  type ExhibitionItem,
  newKey,
  type Section,
  textOf,
  sectionsOf,
  withItem,
} from './exhibition-sections.ts';
import { words } from './words.ts';

/**
 * The chapters of an exhibition and what hangs in them: chosen by title with what may be shown of it,
 * moved and taken out with buttons, so by mouse and by keyboard alike. Its value is the text of the
 * exhibition; nothing is changed by looking at it.
 */
export function exhibitionWidget(): unknown {
  const { h, createClass } = window;
  return createClass<ExhibitionState>({
    getInitialState(this: Self) {
      const text = String(this.props.value ?? '');
      return { sections: sectionsOf(text), text };
    },
    componentDidMount(this: Self) {
      this.stopWatching = whenLanguageChanges(() => this.ask());
      this.ask();
    },
    componentWillUnmount(this: Self) {
      this.stopWatching?.();
    },
    componentDidUpdate(this: Self) {
      const text = String(this.props.value ?? '');
      // Another version was opened, or kept writing was put back.
      if (text !== this.state.text) this.setState({ text, sections: sectionsOf(text) });
      if (this.focusOn !== undefined) document.getElementById(this.focusOn)?.focus();
      this.focusOn = undefined;
    },
    shouldComponentUpdate: () => true,
    async ask(this: Self) {
      try {
        const { entry } = this.props;
        const exhibition = String(entry?.get('slug') ?? '').split('/')[0] ?? '';
        const opens = (entryNow(this.props)?.get('data') as ImmutableMap | undefined)?.get('opens');
        const { pieces } = await piecesForExhibition({
          ...{ exhibition, opens: String(opens ?? ''), language: answerLanguage() },
        });
        this.setState({ pieces });
      } catch (error) {
        this.setState({ problem: (error as Error).message });
      }
    },
    put(this: Self, sections: readonly Section[], more: Partial<ExhibitionState> = {}) {
      const text = textOf(sections);
      this.setState({ sections, text, taken: undefined, ...more });
      this.props.onChange(text);
    },
    render() {
      const self = this as unknown as Self;
      const { classNameWrapper, forID } = self.props;
      const { sections, problem } = self.state;
      return h(
        'div',
        { id: forID, className: `${classNameWrapper} desk-wall` },
        h('p', { className: 'desk-help' }, words.wallHelp),
        h('div', { role: 'status' }, problem ?? null, putBack(self)),
        ...sections.map((section, at) => sectionBox(self, section, at)),
        button(words.newChapter, () =>
          self.put([...sections, { key: newKey(), title: '', items: [] }]),
        ),
        sections.length === 0
          ? button(words.putWords, () =>
              self.put([{ key: newKey(), items: [{ key: newKey(), kind: 'words', text: '' }] }]),
            )
          : null,
      );
    },
  });
}

function putBack(self: Self): unknown {
  const { h } = window;
  const { taken, sections } = self.state;
  if (taken === undefined) return null;
  const back = (): void =>
    self.put('before' in taken ? taken.before : withItem(sections, taken.item, taken.place));
  return h('p', { className: 'desk-taken' }, `${words.tookOut} `, button(words.putBack, back));
}

function sectionBox(self: Self, section: Section, at: number): unknown {
  const { h } = window;
  const { sections, choosing } = self.state;
  const named = section.title !== undefined;
  const name = named ? words.chapterNumber(chapterNumber(sections, at)) : words.outside;
  const change = (next: Section): void =>
    self.put(sections.map((each, index) => (index === at ? next : each)));
  return h(
    'fieldset',
    { key: section.key },
    h('legend', null, name),
    named && chapterHead(self, section, at, change),
    h('ol', null, ...section.items.map((item) => itemBox(self, item, name, section, change))),
    choosing?.section === at
      ? picker({
          id: `${self.props.forID}-pick`,
          pieces: self.state.pieces,
          kind: choosing.kind,
          onPick: (id, part) => {
            const key = newKey();
            const item: ExhibitionItem =
              choosing.kind === 'quote'
                ? { key, kind: 'quote', id, text: '' }
                : { key, kind: 'work', id, ...(part === undefined ? {} : { part }) };
            self.focusOn = `wall-${key}`;
            const next = withItem(sections, item, { section: at, at: section.items.length });
            self.put(next, { choosing: undefined });
          },
          onLeave: () => self.setState({ choosing: undefined }),
        })
      : putIn(self, section, at),
  );
}

function chapterHead(
  self: Self,
  section: Section,
  at: number,
  change: (next: Section) => void,
): unknown {
  const { h } = window;
  const { sections } = self.state;
  const id = `wall-title-${section.key}`;
  const swap = (by: -1 | 1): void => {
    self.focusOn = `wall-${by < 0 ? 'up' : 'down'}-${section.key}`;
    self.put(sections.toSpliced(at, 1).toSpliced(at + by, 0, section));
  };
  return h(
    'div',
    null,
    h(
      'label',
      { className: 'desk-field', htmlFor: id },
      h('span', null, words.chapterTitle),
      h('input', {
        id,
        type: 'text',
        value: section.title ?? '',
        onChange: ({ target }: Typed) => change({ ...section, title: target.value }),
      }),
    ),
    h(
      'p',
      { className: 'desk-moves' },
      moveButton(`wall-up-${section.key}`, words.chapterUp, at > 0, () => swap(-1)),
      moveButton(`wall-down-${section.key}`, words.chapterDown, at < sections.length - 1, () =>
        swap(1),
      ),
      button(words.takeChapterOut, () =>
        self.put(sections.toSpliced(at, 1), { taken: { before: sections } }),
      ),
    ),
  );
}

function putIn(self: Self, section: Section, at: number): unknown {
  const { sections } = self.state;
  const add = (kind: 'words' | 'note'): void => {
    const item: ExhibitionItem = { key: newKey(), kind, text: '' };
    self.focusOn = `wall-${item.key}`;
    self.put(withItem(sections, item, { section: at, at: section.items.length }));
  };
  const choose = (kind: 'work' | 'quote') => (): void => {
    self.focusOn = `${self.props.forID}-pick`;
    self.ask();
    self.setState({ choosing: { section: at, kind } });
  };
  return window.h(
    'p',
    { className: 'desk-moves' },
    button(words.putWork, choose('work')),
    button(words.putQuote, choose('quote')),
    button(words.putWords, () => add('words')),
    button(words.putNote, () => add('note')),
  );
}
