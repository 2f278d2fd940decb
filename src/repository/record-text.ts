import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { readFrontMatter, readYaml } from './front-matter.ts';

/** A record taken apart: what its form says, and the words, which are never parsed. */
export interface RecordForm {
  readonly record: Readonly<Record<string, unknown>>;
  /** Absent for a record that has no words below it (`.yaml`). */
  readonly words?: string | undefined;
}

const isYaml = (path: string): boolean => /\.ya?ml$/.test(path);

/**
 * The text of a record file. The record is written as YAML and the words stand below it letter for
 * letter, so that nothing in the words can become part of the record. It is read again before it is
 * handed out; undefined when it would not say the same.
 */
export function recordText({ record, words }: RecordForm, path: string): string | undefined {
  const yaml = stringify(record, { lineWidth: 0 });
  const text = isYaml(path) ? yaml : `---\n${yaml}---\n${words ?? ''}`;
  const again = recordForm(text, path);
  const same =
    again !== undefined &&
    isDeepStrictEqual(again.record, record) &&
    (again.words ?? '') === (words ?? '');
  return same ? text : undefined;
}

/** Takes the text of a record file apart; undefined when its record cannot be read. */
export function recordForm(text: string, path: string): RecordForm | undefined {
  const read = isYaml(path) ? readYaml(text, path) : readFrontMatter(text, path);
  if (!read.ok) return undefined;
  const record = read.data ?? {};
  if (typeof record !== 'object' || Array.isArray(record)) return undefined;
  return {
    record: record as RecordForm['record'],
    ...('body' in read ? { words: read.body as string } : {}),
  };
}
