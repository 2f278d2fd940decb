import { fill } from '#i18n/text.ts';
import { fetchSound, sendTranscript, fetchCues } from './api.ts';
import { cuePlayer, onPlayerKey, playerTime } from './cue-player.ts';
import { cueRow } from './cue-row.ts';
import { type CueProps, type CueSelf, type CueState, cueTextId } from './cue-state.ts';
import { addCue, canBeKept, type CueFault, cueFaults } from './cues.ts';

let Drawn: unknown;

/** The words of a recording with their times, beside its player, in a window of its own; they are kept by the server. */
export function cueTool(props: CueProps): unknown {
  const { h, createClass } = window;
  Drawn ??= createClass<CueState>({
    getInitialState: () => ({}),
    componentDidMount(this: CueSelf) {
      windowOf(this)?.showModal();
      void this.fetchAll();
    },
    componentDidUpdate(this: CueSelf) {
      if (this.focusOn === undefined) return;
      document.getElementById(this.focusOn)?.focus();
      this.focusOn = undefined;
    },
    componentWillUnmount(this: CueSelf) {
      this.isOver = true;
      if (this.state.src !== undefined) URL.revokeObjectURL(this.state.src);
    },
    async fetchAll(this: CueSelf) {
      const { entry, sound, file, told } = this.props;
      try {
        const read = file === '' ? [] : (await fetchCues(entry, file)).cues;
        this.setState({ cues: read.map((cue, key) => ({ key: key + 1, ...cue })) });
      } catch {
        this.setState({ problem: told.said.problem['not-read'] });
      }
      // Whole, because a player can go to any place only in what is here, or comes in parts.
      const src = await fetchSound(entry, sound).catch(() => undefined);
      if (this.isOver !== true) this.setState({ src });
      else if (src !== undefined) URL.revokeObjectURL(src);
    },
    async keep(this: CueSelf) {
      await kept(this);
    },
    render(this: CueSelf) {
      return tool(this);
    },
  });
  return h(Drawn, { ...props, key: 'cues' });
}

function windowOf({ props }: CueSelf): HTMLDialogElement | null {
  return document.getElementById(props.id) as HTMLDialogElement | null;
}

async function kept(self: CueSelf): Promise<void> {
  const { cues = [], isKeeping, length } = self.state;
  const { entry, told, onMade } = self.props;
  if (isKeeping === true) return;
  const faults = cueFaults(cues, length);
  if (!canBeKept(faults)) {
    const first = cues[faults.findIndex((each) => !canBeKept([each]))];
    self.focusOn = first && cueTextId(self, first.key);
    self.setState({ isAsked: true, problem: undefined });
    return;
  }
  self.setState({ isKeeping: true, isAsked: true, problem: undefined });
  const lines = cues.map(({ start = 0, end = 0, text }) => ({ start, end, text }));
  try {
    const { file } = await sendTranscript({ entry, cues: lines, language: told.lang });
    windowOf(self)?.close();
    onMade(file);
  } catch (error) {
    const { message, line } = error as Error & { readonly line?: number };
    const where = line === undefined ? '' : `${fill(told.said.line, { number: `${line}` })}: `;
    self.setState({ isKeeping: false, problem: `${where}${message}` });
  }
}

/** Away without keeping; what was changed is asked for first. */
function leave(self: CueSelf): void {
  const { isChanged } = self.state;
  if (isChanged !== true || window.confirm(self.props.told.said.leaveAsk)) windowOf(self)?.close();
}

function tool(self: CueSelf): unknown {
  const { h } = window;
  const { props, state } = self;
  const { said, lang, dir } = props.told;
  const { id } = props;
  const { cues, isAsked, problem, isKeeping } = state;
  const faults = cueFaults(cues ?? [], state.length).map((each) =>
    isAsked === true ? each : each.filter((fault) => fault !== 'no-words'),
  );
  return h(
    'dialog',
    {
      ...{ id, className: 'desk-cover desk-cues', lang, dir, 'aria-labelledby': `${id}-title` },
      onClose: props.onLeave,
      onCancel: (event: { preventDefault: () => void }) => {
        event.preventDefault();
        leave(self);
      },
      onKeyDown: (event: KeyboardEvent) => onPlayerKey(self, event),
    },
    h('h2', { id: `${id}-title` }, said.title),
    h('p', { className: 'desk-help' }, said.keys),
    cuePlayer(self),
    h(
      'ol',
      null,
      ...(cues ?? []).map((cue, at) =>
        cueRow({
          ...{ tool: self, cue, at, isLast: at === (cues?.length ?? 0) - 1 },
          faults: faults[at] ?? [],
        }),
      ),
    ),
    h(
      'div',
      { role: 'status' },
      problem ? h('p', { className: 'desk-problem' }, problem) : null,
      isAsked === true ? toLookAt(self, faults) : null,
      isKeeping === true ? h('p', null, said.keeping) : null,
    ),
    ends(self),
  );
}

function toLookAt({ props }: CueSelf, faults: readonly (readonly CueFault[])[]): unknown {
  const lines = faults.flatMap((each, at) => (each.length > 0 ? [`${at + 1}`] : []));
  if (lines.length === 0) return null;
  return window.h('p', null, fill(props.told.said.faults, { lines: lines.join(', ') }));
}

function ends(self: CueSelf): unknown {
  const { h } = window;
  const { said } = self.props.told;
  const { cues } = self.state;
  const button = (label: string, onClick: () => void, look: string): unknown =>
    h('button', { type: 'button', className: `desk-button ${look}`, onClick }, label);
  const add = (): void => {
    const next = addCue(cues ?? [], playerTime(self));
    const made = next.find((cue) => cues?.includes(cue) !== true);
    self.focusOn = made && cueTextId(self, made.key);
    self.setState({ cues: next, isChanged: true });
  };
  return h(
    'p',
    { className: 'desk-moves' },
    // Without the lines that are there nothing is kept in their place.
    cues === undefined ? null : button(said.add, add, 'desk-quiet'),
    cues === undefined ? null : button(said.keep, () => void self.keep(), 'desk-main'),
    button(said.leave, () => leave(self), 'desk-quiet'),
  );
}
