import { fill } from '#i18n/text.ts';
import {
  type CueFault,
  type EditCue,
  joinCue,
  readTime,
  removeCue,
  splitCue,
  timeText,
  withCue,
} from './cues.ts';
import { playerTime, playPart } from './cue-player.ts';
import { type CueSelf, cueTextId } from './cue-state.ts';
import { readsFromRight } from './small-widgets.ts';

interface RowProps {
  readonly tool: CueSelf;
  readonly cue: EditCue;
  readonly at: number;
  readonly isLast: boolean;
  readonly faults: readonly CueFault[];
}

/** The times as they are typed, also where they are none yet. */
interface RowState {
  readonly start: string;
  readonly end: string;
}

interface Row {
  readonly props: RowProps;
  readonly state: RowState;
  readonly setState: (change: Partial<RowState>) => void;
}

type Typed = { readonly target: HTMLInputElement & HTMLTextAreaElement };

let Drawn: unknown;

/** One line with its times, its words and what is wrong with it; drawn anew only where something of it changed. */
export function cueRow(props: RowProps): unknown {
  const { h, createClass } = window;
  Drawn ??= createClass<RowState>({
    getInitialState(this: Row) {
      return { start: shown(this.props.cue.start), end: shown(this.props.cue.end) };
    },
    shouldComponentUpdate(this: Row, next: RowProps, state: RowState) {
      const { cue, at, isLast, faults } = this.props;
      const isSame = cue === next.cue && at === next.at && isLast === next.isLast;
      return !isSame || state !== this.state || faults.join() !== next.faults.join();
    },
    componentDidUpdate(this: Row) {
      const { cue } = this.props;
      for (const which of ['start', 'end'] as const)
        if (cue[which] !== undefined && readTime(this.state[which]) !== cue[which])
          this.setState({ [which]: shown(cue[which]) });
    },
    render(this: Row) {
      return row(this);
    },
  });
  return h(Drawn, { ...props, key: props.cue.key });
}

const shown = (time: number | undefined): string => (time === undefined ? '' : timeText(time));

function change(tool: CueSelf, cues: readonly EditCue[] | undefined): void {
  tool.setState({ cues, isChanged: true, problem: undefined });
}

function row(self: Row): unknown {
  const { h } = window;
  const { tool, cue, at, faults } = self.props;
  const { said } = tool.props.told;
  const id = cueTextId(tool, cue.key);
  const number = fill(said.line, { number: `${at + 1}` });
  const { language } = tool.props;
  return h(
    'li',
    { className: 'desk-cue' },
    h('b', { id: `${id}-number` }, number),
    h('div', { className: 'desk-times' }, time(self, 'start'), time(self, 'end')),
    h('textarea', {
      ...{ id, rows: 2, value: cue.text, lang: language || undefined },
      // What is typed says its own direction; an empty line begins as its language does.
      dir: cue.text.trim() === '' && readsFromRight(language) ? 'rtl' : 'auto',
      'aria-label': `${said.words}, ${number}`,
      'aria-describedby': `${id}-faults`,
      onChange: ({ target }: Typed) =>
        change(tool, withCue(tool.state.cues ?? [], at, { text: target.value })),
    }),
    h(
      'div',
      { id: `${id}-faults`, role: 'status' },
      ...faults.map((fault) =>
        h('p', { key: fault, className: 'desk-problem' }, said.problem[fault]),
      ),
    ),
    moves(self),
  );
}

function time(self: Row, which: 'start' | 'end'): unknown {
  const { h } = window;
  const { props, state } = self;
  const { tool, cue, at } = props;
  const { said } = tool.props.told;
  const put = (value: number | undefined): void =>
    change(tool, withCue(tool.state.cues ?? [], at, { [which]: value }));
  const [label, here] = which === 'start' ? [said.start, said.startHere] : [said.end, said.endHere];
  return h(
    'div',
    null,
    h(
      'label',
      { htmlFor: `${cueTextId(tool, cue.key)}-${which}` },
      label,
      ' ',
      h('input', {
        ...{ id: `${cueTextId(tool, cue.key)}-${which}`, value: state[which] },
        ...{ dir: 'ltr', inputMode: 'decimal', autoComplete: 'off', size: 10 },
        onChange: ({ target }: Typed) => {
          self.setState({ [which]: target.value });
          put(readTime(target.value));
        },
      }),
    ),
    button(here, `${here}, ${at + 1}`, () => put(playerTime(tool))),
  );
}

function moves({ props }: Row): unknown {
  const { h } = window;
  const { tool, cue, at, isLast } = props;
  const { said } = tool.props.told;
  const cues = (): readonly EditCue[] => tool.state.cues ?? [];
  const named = (label: string, onClick: () => void): unknown =>
    button(label, `${label}, ${at + 1}`, onClick);
  const { start, end } = cue;
  const split = (): void => {
    const box = document.getElementById(cueTextId(tool, cue.key)) as HTMLTextAreaElement | null;
    const place = box?.selectionStart ?? cue.text.length;
    const next = splitCue(cues(), at, { place, time: playerTime(tool) });
    tool.focusOn = cueTextId(tool, next[at + 1]?.key ?? cue.key);
    change(tool, next);
  };
  const takeOut = (): void => {
    const near = cues()[at + 1] ?? cues()[at - 1];
    tool.focusOn = near === undefined ? undefined : cueTextId(tool, near.key);
    change(tool, removeCue(cues(), at));
  };
  return h(
    'p',
    { className: 'desk-moves' },
    start === undefined || end === undefined
      ? null
      : named(said.from, () => playPart(tool, start, end)),
    named(said.split, split),
    isLast ? null : named(said.join, () => change(tool, joinCue(cues(), at))),
    named(said.takeOut, takeOut),
  );
}

function button(label: string, name: string, onClick: () => void): unknown {
  return window.h(
    'button',
    { type: 'button', className: 'desk-button desk-quiet', 'aria-label': name, onClick },
    label,
  );
}
