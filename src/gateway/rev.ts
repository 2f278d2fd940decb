import { isMap, parseDocument, visit } from 'yaml';

/** A line that says which version was read: Decap keeps keys it does not know (decap.md §2.6). */
const REV_LINE = /^rev: "?([0-9a-f]{40,64})"?[ \t]*\r?\n/m;
const FENCE = /^(---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;

/** The text as the desk hands it out, with the name of its version in the record. */
export function withRev(text: string, blob: string, path: string): string {
  const line = `rev: "${blob}"\n`;
  if (/\.ya?ml$/.test(path)) return isPlainMap(text) ? `${line}${text}` : text;
  const match = FENCE.exec(text);
  if (match === null || match.index !== 0 || !isPlainMap(match[2] ?? '')) return text;
  const [, open = ''] = match;
  return `${open}${line}${text.slice(open.length)}`;
}

/** JSON, or a record that is empty or broken, is handed out as it is. */
function isPlainMap(yaml: string): boolean {
  return yaml.trim() === '' || /^["']?[A-Za-z_]+["']?\s*:/.test(yaml.replace(/^(\s*#.*\n)+/, ''));
}

export interface Written {
  /** The text to keep: without the version, and without fields that were left empty. */
  readonly text: string;
  /** The version it was made from; nothing for a text that is new. */
  readonly rev: string | undefined;
}

/** Takes the version out again, and the empty fields that a form leaves behind. */
export function withoutRev(raw: string, path: string): Written {
  const text = raw.replace(/^\uFEFF/, '');
  if (/\.ya?ml$/.test(path)) return taken('', text, '');
  const match = FENCE.exec(text);
  if (match === null || match.index !== 0) return { text, rev: undefined };
  const [whole, open = '', matter = '', close = ''] = match;
  return taken(open, matter, `${close}${text.slice(whole.length)}`);
}

function taken(open: string, matter: string, rest: string): Written {
  const rev = REV_LINE.exec(matter)?.[1];
  const plain = matter.replace(REV_LINE, '');
  const record = parseDocument(plain, { version: '1.2', schema: 'core' });
  const given = rev ?? record.get('rev');
  const known = typeof given === 'string' ? given : undefined;
  // A record that cannot be read is kept as it came, to be refused with the line by who checks it.
  if (record.errors.length > 0 || !isMap(record.contents)) {
    return { text: `${open}${plain}${rest}`, rev: known };
  }
  const changed = record.delete('rev') || dropEmpty(record);
  if (!changed) return { text: `${open}${plain}${rest}`, rev: known };
  dropEmpty(record);
  return { text: `${open}${record.toString({ lineWidth: 0 })}${rest}`, rev: known };
}

/** An empty box of a form is not an answer. An empty `alt` is: the picture says nothing. */
function dropEmpty(record: ReturnType<typeof parseDocument>): boolean {
  let changed = false;
  let again = true;
  while (again) {
    again = false;
    visit(record, {
      Pair(_key, pair) {
        const value = pair.value as { value?: unknown; items?: unknown[] } | null;
        const isText = value !== null && 'value' in value && !isMap(value);
        const empty =
          value === null ||
          (isText && (value.value === null || value.value === '')) ||
          (isMap(value) && value.items.length === 0);
        const name = (pair.key as { value?: unknown } | null)?.value;
        if (!empty || (name === 'alt' && isText && value.value === '')) return undefined;
        changed = true;
        again = true;
        return visit.REMOVE;
      },
    });
  }
  return changed;
}
