/**
 * A small paint box: hand-cut shapes filled with visible brush strokes, as SVG text.
 * Everything is drawn from a seed, so the same scene always gives the same picture.
 */

export type Point = readonly [x: number, y: number];

/** The limited palette of the example pictures. */
export const COLOURS = {
  cream: '#f5e8cd',
  sand: '#e6cf9f',
  ochre: '#d79a33',
  mustard: '#e6b450',
  terracotta: '#c65f3c',
  brick: '#a2452f',
  rose: '#e2a182',
  leaf: '#6f8a43',
  moss: '#48663a',
  pine: '#2c4638',
  sage: '#a9b284',
  mist: '#b9c0bd',
  indigo: '#2d3766',
  dusk: '#565a92',
  night: '#1b2145',
  soil: '#5a3a2c',
} as const;

/** Numbers from 0 up to 1, the same series for the same seed (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A colour `share` (0 to 1) of the way from one `#rrggbb` to another. */
export function blend(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Points from text: `'10 20, 30 40'`. */
export function outline(text: string): Point[] {
  return text.split(', ').map((pair): Point => {
    const [x = 0, y = 0] = pair.split(' ').map(Number);
    return [x, y];
  });
}

interface Stroke {
  /** Degrees, clockwise from a stroke to the right. */
  readonly angle?: number;
  /** How many brush marks for 10,000 square pixels; 0 for flat colour. */
  readonly marks?: number;
  /** How far the marks leave the base colour, 0 to 1. */
  readonly contrast?: number;
  /** Pixels a brush mark is wide. */
  readonly width?: number;
  /** Pixels each corner may move, for edges cut by hand. */
  readonly wobble?: number;
  readonly smooth?: boolean;
  /** The colour the light side of the marks goes towards. */
  readonly light?: string;
  readonly opacity?: number;
}

/** One sheet of paper: collects shapes, front last. Sizes are pixels. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  readonly random: () => number;
  private readonly layers: string[] = [];
  private readonly clips: string[] = [];

  constructor(width: number, height: number, seed: number) {
    this.width = width;
    this.height = height;
    this.random = seeded(seed);
  }

  /** A number between two others. */
  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** Adds SVG as it is. */
  raw(svg: string): void {
    this.layers.push(svg);
  }

  /** Paints a closed shape. */
  shape(points: readonly Point[], colour: string, stroke: Stroke = {}): void {
    const wobble = stroke.wobble ?? 3;
    const moved = points.map(([x, y]): Point => [
      x + this.between(-wobble, wobble),
      y + this.between(-wobble, wobble),
    ]);
    const path = stroke.smooth ? smoothPath(moved) : straightPath(moved);
    const marks = this.marks(moved, colour, stroke);
    const ink = `<path d="${path}" fill="${colour}" opacity="${stroke.opacity ?? 1}"/>`;
    if (marks === '') {
      this.layers.push(ink);
      return;
    }
    const clip = `c${this.clips.length}`;
    this.clips.push(`<clipPath id="${clip}"><path d="${path}"/></clipPath>`);
    this.layers.push(
      ink,
      `<g clip-path="url(#${clip})" fill="none" stroke-linecap="round" opacity="${stroke.opacity ?? 1}">${marks}</g>`,
    );
  }

  box(x: number, y: number, width: number, height: number, colour: string, stroke: Stroke = {}) {
    this.shape(
      [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      colour,
      stroke,
    );
  }

  /** An ellipse with a hand-made edge; `rx` and `ry` are half its width and height. */
  round(x: number, y: number, rx: number, ry: number, colour: string, stroke: Stroke = {}) {
    const corners = Math.max(8, Math.round((rx + ry) / 14));
    const points = Array.from({ length: corners }, (_, at): Point => {
      const turn = (at / corners) * Math.PI * 2;
      return [x + Math.cos(turn) * rx, y + Math.sin(turn) * ry];
    });
    this.shape(points, colour, { smooth: true, ...stroke });
  }

  /** A drawn line, thick in the middle of the hand's pressure. */
  line(points: readonly Point[], colour: string, width: number, opacity = 1): void {
    const path = smoothOpenPath(points);
    this.layers.push(
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width.toFixed(1)}" stroke-linecap="round" stroke-linejoin="round" opacity="${opacity}"/>`,
    );
  }

  /** The finished drawing, with edges roughened as by scissors and a dry brush. */
  svg(): string {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${this.clips.join('')}<filter id="cut" x="0" y="0" width="100%" height="100%" filterUnits="objectBoundingBox"><feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="3" seed="7" result="slow"/><feDisplacementMap in="SourceGraphic" in2="slow" scale="12" xChannelSelector="R" yChannelSelector="G" result="bent"/><feTurbulence type="fractalNoise" baseFrequency="0.35" numOctaves="2" seed="11" result="quick"/><feDisplacementMap in="bent" in2="quick" scale="5" xChannelSelector="G" yChannelSelector="R"/></filter></defs><g filter="url(#cut)">${this.layers.join('')}</g></svg>`;
  }

  private marks(points: readonly Point[], colour: string, stroke: Stroke): string {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
    const count = Math.min(900, Math.round(((wide * high) / 10000) * (stroke.marks ?? 5)) + 4);
    // A clipped layer is dear to draw, and nobody sees brush marks in a leaf.
    if (stroke.marks === 0 || wide * high < 5000) return '';
    const turn = ((stroke.angle ?? 8) * Math.PI) / 180;
    const contrast = stroke.contrast ?? 0.2;
    const size = stroke.width ?? 14;
    const marks: string[] = [];
    for (let made = 0; made < count; made += 1) {
      const towards = this.random() < 0.5 ? (stroke.light ?? '#fff3d6') : '#2a1d33';
      const tone = blend(colour, towards, this.random() * contrast);
      const length = this.between(0.12, 0.5) * Math.max(60, Math.min(700, Math.max(wide, high)));
      const lean = turn + this.between(-0.12, 0.12);
      const [x, y] = [left + this.random() * wide, top + this.random() * high];
      const [dx, dy] = [Math.cos(lean) * length, Math.sin(lean) * length];
      const bow = this.between(-0.06, 0.06);
      marks.push(
        `<path d="M${(x - dx / 2).toFixed(0)} ${(y - dy / 2).toFixed(0)}q${(dx / 2 - dy * bow).toFixed(0)} ${(dy / 2 + dx * bow).toFixed(0)} ${dx.toFixed(0)} ${dy.toFixed(0)}" stroke="${tone}" stroke-width="${(size * this.between(0.3, 1.3)).toFixed(1)}" opacity="${this.between(0.25, 0.7).toFixed(2)}"/>`,
      );
    }
    return marks.join('');
  }
}

function straightPath(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

/** A closed curve through the middles of the sides. */
function smoothPath(points: readonly Point[]): string {
  const middle = (at: number): Point => {
    const [ax, ay] = points[at % points.length] ?? [0, 0];
    const [bx, by] = points[(at + 1) % points.length] ?? [0, 0];
    return [(ax + bx) / 2, (ay + by) / 2];
  };
  const [startX, startY] = middle(0);
  const curves = points.map((_, at) => {
    const [cx, cy] = points[(at + 1) % points.length] ?? [0, 0];
    const [x, y] = middle(at + 1);
    return `Q${cx.toFixed(1)} ${cy.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${startX.toFixed(1)} ${startY.toFixed(1)}${curves.join('')}Z`;
}

function smoothOpenPath(points: readonly Point[]): string {
  const [first = [0, 0], ...rest] = points;
  const curves = rest.map(([x, y], at) => {
    const [nextX, nextY] = rest[at + 1] ?? [x, y];
    const end = at === rest.length - 1 ? [x, y] : [(x + nextX) / 2, (y + nextY) / 2];
    return `Q${x.toFixed(1)} ${y.toFixed(1)} ${(end[0] ?? x).toFixed(1)} ${(end[1] ?? y).toFixed(1)}`;
  });
  return `M${first[0].toFixed(1)} ${first[1].toFixed(1)}${curves.join('')}`;
}
