import { SaxesParser } from 'saxes';
import { BucketError } from './bucket-error.ts';

/** A row of a listing, flat: what stands in each element below the repeated one, by name. */
export type Row = Readonly<Record<string, string>>;

/** Reads an answer: each wanted element as a row, and what the answer says beside them. */
export function readAnswer(text: string, wanted: readonly string[]) {
  const rows: Record<string, string>[] = [];
  const said: Record<string, string> = {};
  const open: string[] = [];
  let words = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.push(name);
    words = '';
    if (open.length === 2 && wanted.includes(name)) rows.push({});
  });
  parser.on('text', (more) => {
    words += more;
  });
  parser.on('closetag', ({ name }) => {
    const row = wanted.includes(open[1] ?? '') ? rows.at(-1) : undefined;
    if (open.length === 3 && row !== undefined) row[name] = words;
    if (open.length === 2) said[name] = words;
    open.pop();
  });
  try {
    parser.write(text).close();
    return { rows: said['EncodingType'] === 'url' ? rows.map(decoded) : rows, said };
  } catch (error) {
    throw new BucketError('refused', 200, error);
  }
}

/** Names come encoded, because XML cannot say every letter. */
function decoded(row: Row): Row {
  const names = ['Key', 'Prefix'].filter((name) => row[name] !== undefined);
  const read = names.map((name) => [
    name,
    decodeURIComponent((row[name] ?? '').replaceAll('+', ' ')),
  ]);
  return { ...row, ...Object.fromEntries(read) };
}
