import type { Cover } from '#media/cover.ts';
import { fill } from '#i18n/text.ts';
import { askSafeCopy, mediaAddress } from './api.ts';
import { nextBox } from './cover-boxes.ts';
import { coverStage } from './cover-stage.ts';
import {
  boxId,
  type CoverProps,
  type CoverSelf,
  type CoverState,
  takeBoxOut,
} from './cover-state.ts';

let Drawn: unknown;

/** The picture in a window of its own, with boxes to draw over it and a frame to cut it by; the copy is made by the server. */
export function coverTool(props: CoverProps): unknown {
  const { h, createClass } = window;
  Drawn ??= createClass<CoverState>({
    getInitialState: () => ({ boxes: [] }),
    componentDidMount(this: CoverSelf) {
      windowOf(this)?.showModal();
    },
    componentDidUpdate(this: CoverSelf) {
      if (this.focusOn === undefined) return;
      document.getElementById(this.focusOn)?.focus();
      this.focusOn = undefined;
    },
    async make(this: CoverSelf) {
      const { boxes, crop, isMaking } = this.state;
      if (isMaking === true) return;
      this.setState({ isMaking: true, problem: undefined });
      const cover: Cover = { boxes, crop };
      const { entry, file, told, onMade } = this.props;
      try {
        const made = await askSafeCopy({ entry, file, cover, language: told.lang });
        windowOf(this)?.close();
        onMade(made.file);
      } catch (error) {
        this.setState({ isMaking: false, problem: (error as Error).message });
      }
    },
    render(this: CoverSelf) {
      return tool(this);
    },
  });
  return h(Drawn, { ...props, key: 'cover' });
}

function windowOf({ props }: CoverSelf): HTMLDialogElement | null {
  return document.getElementById(props.id) as HTMLDialogElement | null;
}

function tool(self: CoverSelf): unknown {
  const { h } = window;
  const { props, state } = self;
  const { said, lang, dir } = props.told;
  const { id, entry, file } = props;
  return h(
    'dialog',
    {
      id,
      className: 'desk-cover',
      lang,
      dir,
      'aria-labelledby': `${id}-title`,
      onClose: props.onLeave,
    },
    h('h2', { id: `${id}-title` }, said.title),
    h('p', null, said.lead),
    coverStage(self, mediaAddress(entry, file)),
    h('p', { id: `${id}-keys`, className: 'desk-help' }, said.keys),
    choices(self),
    h(
      'div',
      { role: 'status' },
      state.problem ? h('p', { className: 'desk-problem' }, state.problem) : null,
      state.isMaking === true ? h('p', null, said.making) : null,
    ),
    h(
      'p',
      { className: 'desk-moves' },
      button(said.make, () => void self.make(), 'desk-main'),
      button(said.leave, () => windowOf(self)?.close()),
    ),
  );
}

/** What the mouse does on the picture, as buttons. */
function choices(self: CoverSelf): unknown {
  const { h } = window;
  const { state, props } = self;
  const { said } = props.told;
  const { boxes, crop } = state;
  const addBox = (): void => {
    self.focusOn = boxId(self, boxes.length);
    self.setState({ boxes: [...boxes, nextBox(boxes.length)], last: boxes.length });
  };
  const cut = (): void => {
    self.focusOn = crop === undefined ? boxId(self, 'crop') : undefined;
    const frame = { x: 0.1, y: 0.1, width: 0.8, height: 0.8 };
    self.setState({ crop: crop === undefined ? frame : undefined, last: undefined });
  };
  return h(
    'p',
    { className: 'desk-moves' },
    button(said.add, addBox),
    button(crop === undefined ? said.crop : said.noCrop, cut),
    ...boxes.map((_, at) =>
      h(
        'span',
        { key: at },
        button(fill(said.takeOut, { number: `${at + 1}` }), () => takeBoxOut(self, at)),
      ),
    ),
  );
}

function button(label: string, onClick: () => void, look = 'desk-quiet'): unknown {
  return window.h('button', { type: 'button', className: `desk-button ${look}`, onClick }, label);
}
