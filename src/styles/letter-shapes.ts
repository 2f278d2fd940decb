import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type subset from 'subset-font';

/** A typeface with no compression, as the shaper reads it. */
export type OpenTypeface = Uint8Array;

/** What a text is drawn with: the number of each shape in its typeface, 0 where there is none. */
type Shaper = (text: string, language: string) => readonly number[];

/** A typeface that can be asked how it draws. */
export interface Shaped {
  readonly shape: Shaper;
  /** The outline of a shape as an SVG path, to compare two typefaces; empty for a joiner. */
  readonly outline: (shape: number) => string;
}

interface Harfbuzz {
  readonly Blob: new (bytes: Uint8Array) => object;
  readonly Face: new (blob: object, index: number) => object;
  readonly Font: new (face: object) => { glyphToPath(shape: number): string };
  readonly Buffer: new () => {
    addText(text: string): void;
    guessSegmentProperties(): void;
    setLanguage(language: string): void;
    getGlyphInfos(): readonly { readonly codepoint: number }[];
  };
  readonly shape: (font: object, buffer: object) => void;
}

type Memory = Record<string, (...numbers: number[]) => number> & {
  readonly memory: WebAssembly.Memory;
  readonly _initialize: () => void;
};

/** From where the command is run, because Astro bundles this file into another folder. */
const ours = createRequire(join(process.cwd(), 'package.json'));
/** Loaded by the first word that is asked about: most sites have none. */
const subsetFont: typeof subset = (...asked) => ours('subset-font')(...asked);
/** The shaper of the browsers, found beside `subset-font`, which brings it. */
const beside = createRequire(ours.resolve('subset-font'));

export async function openTypeface(file: Uint8Array): Promise<OpenTypeface> {
  return subsetFont(file, undefined, { keepAllGlyphs: true, targetFormat: 'sfnt' });
}

/** Shapes text as a browser does. */
export async function shaperOf(typeface: OpenTypeface): Promise<Shaped> {
  const hb: Harfbuzz = await import(/* @vite-ignore */ beside.resolve('harfbuzzjs'));
  const font = new hb.Font(new hb.Face(new hb.Blob(typeface), 0));
  return {
    shape: (text, language) => {
      const buffer = new hb.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setLanguage(language);
      hb.shape(font, buffer);
      return buffer.getGlyphInfos().map(({ codepoint }) => codepoint);
    },
    outline: (shape) => font.glyphToPath(shape),
  };
}

export interface ShapeCut {
  readonly points: Iterable<number>;
  /** Shapes to keep beside those of the points; no shape that only a rule makes is kept unasked. */
  readonly shapes: Iterable<number>;
  /** OpenType features and scripts to keep; absent: all. */
  readonly features?: readonly string[] | undefined;
  readonly scripts?: readonly string[] | undefined;
}

/** The sets of `hb_subset_sets_t` and the flags of `hb_subset_flags_t` that are used here. */
const SET = { dropped: 3, names: 4, features: 6, scripts: 7 } as const;
const NO_HINTING_NO_CLOSURE = 0x1 | 0x200;

/** Keeps just these shapes: `subset-font` itself would add all that any rule can make of the letters. */
export async function keepShapes(typeface: OpenTypeface, asked: ShapeCut): Promise<Uint8Array> {
  const hb = await subsetter();
  const input = call(hb, 'hb_subset_input_create_or_fail');
  const set = (which: number) => call(hb, 'hb_subset_input_set', input, which);
  const only = (which: number, tags: readonly number[]) => {
    call(hb, 'hb_set_clear', set(which));
    for (const tag of tags) call(hb, 'hb_set_add', set(which), tag);
  };
  if (asked.features) only(SET.features, asked.features.map(tagNumber));
  else {
    call(hb, 'hb_set_clear', set(SET.features));
    call(hb, 'hb_set_invert', set(SET.features));
  }
  if (asked.scripts) only(SET.scripts, asked.scripts.map(tagNumber));
  // Whose work it is and under which licence stays inside the file.
  only(SET.names, [0, 14]);
  for (const table of ['STAT', 'gasp']) call(hb, 'hb_set_add', set(SET.dropped), tagNumber(table));
  call(hb, 'hb_subset_input_set_flags', input, NO_HINTING_NO_CLOSURE);
  const points = call(hb, 'hb_subset_input_unicode_set', input);
  for (const point of asked.points) call(hb, 'hb_set_add', points, point);
  const shapes = call(hb, 'hb_subset_input_glyph_set', input);
  for (const shape of asked.shapes) call(hb, 'hb_set_add', shapes, shape);
  return compress(cut(hb, typeface, input));
}

function cut(hb: Memory, typeface: OpenTypeface, input: number): Uint8Array {
  const WRITABLE = 2;
  const at = call(hb, 'malloc', typeface.length);
  new Uint8Array(hb.memory.buffer).set(typeface, at);
  const blob = call(hb, 'hb_blob_create', at, typeface.length, WRITABLE, 0, 0);
  const made = call(hb, 'hb_subset_or_fail', call(hb, 'hb_face_create', blob, 0), input);
  if (made === 0) throw new Error('The typeface could not be cut. No file was changed.');
  const result = call(hb, 'hb_face_reference_blob', made);
  const start = call(hb, 'hb_blob_get_data', result, 0);
  return new Uint8Array(hb.memory.buffer).slice(
    start,
    start + call(hb, 'hb_blob_get_length', result),
  );
}

function compress(typeface: Uint8Array): Promise<Uint8Array> {
  return subsetFont(Buffer.from(typeface), undefined, {
    keepAllGlyphs: true,
    targetFormat: 'woff2',
    preserveNameIds: [0, 14],
  });
}

let opened: Promise<Memory> | undefined;

function subsetter(): Promise<Memory> {
  opened ??= (async () => {
    const file = await readFile(beside.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
    const { instance } = await WebAssembly.instantiate(file);
    const hb = instance.exports as unknown as Memory;
    hb._initialize();
    return hb;
  })();
  return opened;
}

function call(hb: Memory, name: string, ...numbers: number[]): number {
  const found = hb[name];
  if (found === undefined) throw new Error(`The shaper has no "${name}" any more.`);
  return found(...numbers);
}

function tagNumber(tag: string): number {
  return [...tag].reduce((sum, letter) => (sum << 8) + letter.charCodeAt(0), 0);
}
