import { isWithin, RECORD_LIMITS } from '#records/limits.ts';
import { documentToProse, proseToDocument } from '#release/prose.ts';
import { type RecordForm, recordForm } from '#repository/record-text.ts';
import { NotDone } from '#server/not-done.ts';

/** What the editor hands in: the fields and the words apart, and the version they were made from. */
export interface EditorForm extends RecordForm {
  /** Undefined for a record that is new. */
  readonly revision: string | undefined;
}

type Fields = Record<string, unknown>;

/**
 * A record as the editor is given it: JSON with the record and the words apart, and the name of its
 * version (docs/traps/decap.md, "The server"). Empty for a record that cannot be read, so that it is listed all the same.
 */
export function toEditor(text: string, blob: string, path: string): string {
  const form = recordForm(text, path);
  if (form === undefined) return '';
  const words =
    form.words !== undefined && isProse(path) ? documentToProse(form.words) : form.words;
  return JSON.stringify({ ...form, words, rev: blob });
}

/**
 * What the editor hands in, taken apart. The words are a text and stay one whatever stands in them:
 * were they put below a record first and read again, lines of dashes in them would become the record.
 */
export function fromEditor(raw: unknown): EditorForm {
  const form = jsonIn(raw);
  if (!isFields(form)) throw notAForm();
  const { record, words, rev } = form;
  if (!isWithin(record, RECORD_LIMITS)) throw tooMuch();
  if (!isFields(record) || (words !== undefined && typeof words !== 'string')) throw notAForm();
  if (rev !== undefined && (typeof rev !== 'string' || !/^[0-9a-f]{40,64}$/.test(rev)))
    throw notAForm();
  return { record: withoutEmpty(record), words, revision: rev };
}

/** The form with its words as they are kept: what is typed into an exhibition or a page is only prose. */
export function toKeep({ record, words }: RecordForm, path: string): RecordForm {
  return words !== undefined && isProse(path)
    ? { record, words: proseToDocument(words) }
    : { record, words };
}

function isProse(path: string): boolean {
  return path.endsWith('.mdx');
}

function jsonIn(raw: unknown): unknown {
  if (typeof raw !== 'string') return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

/** An empty box of a form is not an answer. An empty `alt` is: the picture says nothing. */
function withoutEmpty(record: Fields): Fields {
  return Object.fromEntries(
    Object.entries(record)
      .map(([name, value]) => [name, withoutEmptyIn(value)] as const)
      .filter(([name, value]) => !isEmpty(value) || (name === 'alt' && value === '')),
  );
}

function withoutEmptyIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyIn);
  return isFields(value) ? withoutEmpty(value) : value;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return isFields(value) && Object.keys(value).length === 0;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tooMuch(): NotDone {
  return new NotDone(
    'too-large',
    'This record holds more than the archive can read. It was not saved. Make several records of it.',
  );
}

function notAForm(): NotDone {
  return new NotDone(
    'not-valid',
    'The desk could not read what was sent. Nothing was saved. Load the page anew, then try again.',
  );
}
