import { offered } from '#media/formats.ts';

/** What the desk knows of the archive's own lists: each id with the words people choose it by. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

/** A record of one of the archive's own lists, which has a name in several languages. */
export interface NamedOption extends SelectOption {
  /** By language; the label is one of them, or the id where there is none. */
  readonly names?: Readonly<Record<string, string>>;
  /** What else it is called, in whichever language. */
  readonly also?: readonly string[];
}

/** One field of the editor, as Decap reads it. Own widgets carry further keys. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly widget: string;
  readonly required: boolean;
  readonly [more: string]: unknown;
}

type More = Readonly<Record<string, unknown>>;

const field = (widget: string, name: string, label: string, more: More = {}): Field => ({
  name,
  label,
  widget,
  required: false,
  ...more,
});

export const line = (name: string, label: string, more?: More): Field =>
  field('string', name, label, more);

export const lines = (name: string, label: string, more?: More): Field =>
  field('text', name, label, more);

/** A file that is sent to the server as it is, and what a browser offers when one is chosen. */
export const mediaField = (name: string, label: string, kind: keyof typeof OFFERED): Field =>
  own('recording', name, label, { kind, accept: OFFERED[kind] });

/** What a browser offers when one is chosen. */
const OFFERED = {
  photo: offered('photo'),
  sound: offered('sound'),
  transcript: '.vtt,.srt,.txt,text/vtt,text/plain',
} as const;

export const tick = (name: string, label: string, more?: More): Field =>
  field('boolean', name, label, more);

/** A day, kept as `YYYY-MM-DD`. Empty until somebody writes one: the default would be today. */
export const dayField = (name: string, label: string, more?: More): Field =>
  field('datetime', name, label, {
    format: 'YYYY-MM-DD',
    date_format: 'DD/MM/YYYY',
    time_format: false,
    default: '',
    ...more,
  });

export const chooseOne = (
  name: string,
  label: string,
  options: readonly SelectOption[],
  more?: More,
): Field => field('select', name, label, { options, ...more });

/** None until chosen. */
export const chooseMany = (
  name: string,
  label: string,
  options: readonly SelectOption[],
  more?: More,
): Field => field('select', name, label, { options, multiple: true, ...more });

/** Some records of one of the archive's own lists, found by any name they have; own widget. */
export const pickMany = (name: string, label: string, options: readonly NamedOption[]): Field =>
  field('pick-many', name, label, { options });

export const group = (name: string, label: string, fields: readonly Field[], more?: More): Field =>
  field('object', name, label, { fields, collapsed: false, ...more });

/** A list that starts empty: Decap would else begin with one item made of the defaults. */
export const listOf = (name: string, label: string, fields: readonly Field[], more?: More): Field =>
  field('list', name, label, { fields, default: [], collapsed: false, ...more });

export const listOfLines = (name: string, label: string, one: string): Field =>
  field('list', name, label, {
    field: line('words', one),
    label_singular: one,
    default: [],
    collapsed: false,
  });

/** The same words in each interface language; own widget, because a record may hold one plain text. */
export const tongues = (
  name: string,
  label: string,
  languages: readonly SelectOption[],
  more?: More,
): Field => field('tongues', name, label, { languages, ...more });

/** The id of a part: filled in by the desk, never typed. */
export const partId = (prefix: string): Field =>
  field('part-id', 'id', 'Part', { prefix, label: 'Part' });

export const own = field;
