import { parse } from 'csv-parse/sync';

/** A table as a program for tables saved it: its rows of cells, the first one with the names. */
export type ParsedSheet =
  | {
      readonly ok: true;
      readonly rows: readonly (readonly string[])[];
      /** The letters were guessed to be those of Windows in Western Europe. */
      readonly guessedLetters: boolean;
    }
  | { readonly ok: false; readonly why: 'letters' | 'quotes' };

/**
 * Reads a table with commas, semicolons or tabs between its cells, in UTF-8, UTF-16 (“Unicode text”)
 * or Windows-1252, with any line ends, and with or without the line `sep=;`. `known` says how well a
 * row names columns: what parts the cells is what makes the first row name most of them.
 */
export function readTable(bytes: Buffer, known: (names: readonly string[]) => number): ParsedSheet {
  const decoded = lettersIn(bytes);
  if (decoded === undefined) return { ok: false, why: 'letters' };
  const { said, text } = withoutSep(decoded.text);
  const tables = (said === undefined ? [',', ';', '\t'] : [said]).map((between) =>
    cellsOf(text, between),
  );
  const best = tables
    .flatMap((rows) => (rows === undefined ? [] : [{ rows, names: known(rows[0] ?? []) }]))
    .reduce<{ rows: string[][]; names: number } | undefined>(
      (before, next) => (before === undefined || next.names > before.names ? next : before),
      undefined,
    );
  if (best === undefined) return { ok: false, why: 'quotes' };
  return { ok: true, rows: best.rows, guessedLetters: decoded.guessed };
}

interface Letters {
  readonly text: string;
  readonly guessed: boolean;
}

/** Never letters in place of others without a word: what is none of the three is not read. */
function lettersIn(bytes: Buffer): Letters | undefined {
  const encoding = utf16In(bytes) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), guessed: false };
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return encoding === 'utf-8' && isWestern(text) ? { text, guessed: true } : undefined;
  }
}

/** By its mark, or by every other byte being 0, as in UTF-16 with Latin names of columns. */
function utf16In(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const first = [...bytes.subarray(0, 16)];
  if (first.length < 4 || first.length % 2 !== 0) return undefined;
  const isEmpty = (odd: number) => first.every((byte, at) => at % 2 !== odd || byte === 0);
  return isEmpty(1) ? 'utf-16le' : isEmpty(0) ? 'utf-16be' : undefined;
}

/**
 * Letters of other scripts, and those of an old Mac, read as Windows-1252 become rows of accented
 * letters, accents by themselves, and capitals within words. Where such stand it is not that.
 */
function isWestern(text: string): boolean {
  const odd =
    /[\u0080-\u009fˆ˜ƒ†‡‰ŠšŽžŸ¤¦¨¬¯²³´µ¶¸¹¼¾ÐðÞþ×÷]|[À-ÿ]{3}|\p{Ll}[À-ÖØ-Þ]|[ÕÒÓÔ]\p{Ll}/u;
  return !odd.test(text);
}

/** The line with which a program for tables says what parts the cells; it is no row. */
function withoutSep(text: string): { readonly said?: string; readonly text: string } {
  const line = /^\uFEFF?"?sep=([,;\t|])"?[ \t,;]*(?:\r\n|\n|\r)/i.exec(text);
  if (line === null) return { text: text.replace(/^\uFEFF/, '') };
  return { said: line[1] ?? ',', text: text.slice(line[0].length) };
}

function cellsOf(text: string, between: string): string[][] | undefined {
  try {
    const rows: string[][] = parse(text, {
      delimiter: between,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return rows.map((row) => row.map((cell) => cell.replace(/\r\n?/g, '\n')));
  } catch {
    return undefined;
  }
}
