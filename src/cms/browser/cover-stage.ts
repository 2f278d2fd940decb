import type { PictureBox } from '#media/cover.ts';
import { fill } from '#i18n/text.ts';
import { drawnBox, movedBox, type Point, sizedBox, sizedFromStart } from './cover-boxes.ts';
import { boxId, type CoverSelf, notSeen, takeBoxOut } from './cover-state.ts';

/** What a finger or the mouse holds, and where it took hold; new boxes are drawn with nothing in hand. */
interface Held {
  readonly at: number | 'crop';
  readonly from: Point;
  readonly was: PictureBox | undefined;
  readonly how: 'draw' | 'move' | 'end' | 'start';
}

type Pointer = {
  readonly target: HTMLElement;
  readonly currentTarget: HTMLElement;
  readonly clientX: number;
  readonly clientY: number;
  readonly pointerId: number;
  readonly button: number;
  readonly preventDefault: () => void;
};
type Key = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly preventDefault: () => void;
  readonly stopPropagation: () => void;
};

/** The picture with its boxes over it. Left is left in every language: it is a picture, and no text. */
export function coverStage(self: CoverSelf, src: string): unknown {
  const { h } = window;
  const { boxes, crop, last } = self.state;
  const { said } = self.props.told;
  const shown = last === 'crop' ? crop : last === undefined ? undefined : boxes[last];
  return h(
    'div',
    null,
    h(
      'div',
      {
        className: 'desk-stage',
        dir: 'ltr',
        // Arrows are for the boxes, also where a screen reader would use them for itself.
        role: 'application',
        'aria-label': said.picture,
        onPointerDown: (event: Pointer) => takeHold(self, event),
        onPointerMove: (event: Pointer) => drag(self, event),
        onPointerUp: () => letGo(self),
        onPointerCancel: () => letGo(self),
      },
      h('img', { src, alt: '', draggable: false, onError: () => notSeen(self) }),
      crop === undefined ? null : h('div', { className: 'desk-cut', style: outside(crop) }),
      ...boxes.map((box, at) => boxOn(self, box, at)),
      crop === undefined ? null : boxOn(self, crop, 'crop'),
    ),
    h(
      'p',
      { className: 'desk-help', 'aria-live': 'polite' },
      shown === undefined || last === undefined ? '' : placeOf(self, shown, last),
    ),
  );
}

function boxOn(self: CoverSelf, box: PictureBox, at: number | 'crop'): unknown {
  const { h } = window;
  const share = (part: number): string => `${part * 100}%`;
  const { x, y, width, height } = box;
  const style = { left: share(x), top: share(y), width: share(width), height: share(height) };
  const isFrame = at === 'crop';
  return h(
    'button',
    {
      ...{ key: at, id: boxId(self, at), type: 'button', style, 'data-at': at },
      className: isFrame ? 'desk-frame' : 'desk-box-over',
      'aria-label': placeOf(self, box, at),
      'aria-describedby': `${self.props.id}-keys`,
      onKeyDown: (event: Key) => onKey(self, event, at),
    },
    isFrame ? handle('start') : h('span', { 'aria-hidden': true }, at + 1),
    handle('end'),
  );
}

const handle = (how: 'start' | 'end'): unknown =>
  window.h('span', { className: `desk-handle desk-handle-${how}`, 'data-how': how });

function placeOf({ props }: CoverSelf, box: PictureBox, at: number | 'crop'): string {
  const { said, lang } = props.told;
  const name = at === 'crop' ? said.frame : fill(said.box, { number: `${at + 1}` });
  const whole = (part: number): string =>
    part.toLocaleString(`${lang}-u-nu-latn`, { style: 'percent' });
  const { x, y, width, height } = box;
  return fill(said.place, {
    ...{ box: name, x: whole(x), y: whole(y), width: whole(width), height: whole(height) },
  });
}

/** All but the frame. */
function outside({ x, y, width, height }: PictureBox): { readonly clipPath: string } {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((part) => `${part * 100}%`);
  const hole = `${left} ${top}, ${right} ${top}, ${right} ${bottom}, ${left} ${bottom}, ${left} ${top}`;
  return { clipPath: `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${hole})` };
}

const held = new WeakMap<CoverSelf, Held>();

function pointOf(event: Pointer): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
}

function takeHold(self: CoverSelf, event: Pointer): void {
  if (event.button !== 0 || held.has(self) || self.state.isMaking === true) return;
  // No text is marked, and the picture itself is not dragged away.
  event.preventDefault();
  event.currentTarget.setPointerCapture(event.pointerId);
  const from = pointOf(event);
  const over = event.target.closest<HTMLElement>('[data-at]');
  const at = over?.dataset['at'];
  if (over === null || at === undefined) {
    const next = self.state.boxes.length;
    held.set(self, { at: next, from, was: undefined, how: 'draw' });
    put(self, next, drawnBox(from, from));
    return;
  }
  over.focus();
  const how = event.target.closest<HTMLElement>('[data-how]')?.dataset['how'];
  const which = at === 'crop' ? 'crop' : Number(at);
  const was = which === 'crop' ? self.state.crop : self.state.boxes[which];
  held.set(self, { at: which, from, was, how: how === 'start' || how === 'end' ? how : 'move' });
}

function drag(self: CoverSelf, event: Pointer): void {
  const hold = held.get(self);
  if (hold === undefined) return;
  const now = pointOf(event);
  const { at, from, was, how } = hold;
  const by = { x: now.x - from.x, y: now.y - from.y };
  if (how === 'draw') put(self, at, drawnBox(from, now));
  else if (was !== undefined) put(self, at, CHANGE[how](was, by));
}

const CHANGE = { move: movedBox, end: sizedBox, start: sizedFromStart } as const;

function letGo(self: CoverSelf): void {
  const hold = held.get(self);
  if (hold?.how === 'draw') {
    self.focusOn = boxId(self, hold.at);
    self.setState({ last: hold.at });
  }
  held.delete(self);
}

function put(self: CoverSelf, at: number | 'crop', box: PictureBox): void {
  const { boxes } = self.state;
  self.setState(
    at === 'crop'
      ? { crop: box, last: at, problem: undefined }
      : {
          boxes: [...boxes.slice(0, at), box, ...boxes.slice(at + 1)],
          last: at,
          problem: undefined,
        },
  );
}

/** One step of an arrow: a hundredth of the picture. */
const STEP = 0.01;
const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

function onKey(self: CoverSelf, event: Key, at: number | 'crop'): void {
  const by = ARROWS[event.key];
  const box = at === 'crop' ? self.state.crop : self.state.boxes[at];
  const isRemoved = event.key === 'Delete' || event.key === 'Backspace';
  if (box === undefined || (by === undefined && !isRemoved)) return;
  event.preventDefault();
  event.stopPropagation();
  if (by !== undefined) put(self, at, event.shiftKey ? sizedBox(box, by) : movedBox(box, by));
  else if (at === 'crop') self.setState({ crop: undefined, last: undefined });
  else takeBoxOut(self, at);
}
