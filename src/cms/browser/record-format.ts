type Fields = Record<string, unknown>;

/**
 * How a record travels between the editor and the server: JSON with the fields and the words apart.
 * Decap's own format puts the words below the fields and reads them again while it writes, so that
 * words beginning with a line of dashes became fields of the record.
 */
export const recordFormat = {
  fromFile(text: string): Fields {
    const { record, words, rev } = JSON.parse(text) as {
      record: Fields;
      words?: string;
      rev?: string;
    };
    return {
      ...record,
      ...(words === undefined || words === '' ? {} : { body: words }),
      ...(rev === undefined ? {} : { rev }),
    };
  },
  /** `order` is the order of the form's fields, in which the record is kept. */
  toFile(data: Fields, order: readonly string[] = []): string {
    const { body, rev, ...record } = data;
    return JSON.stringify({ record: inOrder(record, order), words: body, rev });
  },
};

function inOrder(record: Fields, order: readonly string[]): Fields {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => place(a) - place(b)));
}

/** The number of a new record is its address and not part of the record. */
export function withoutId(raw: string): string {
  const { record, ...rest } = JSON.parse(raw) as { record: Fields };
  const { id: _id, ...kept } = record;
  return JSON.stringify({ record: kept, ...rest });
}

/** The number or short name chosen in the form of a new record. */
export function idIn(raw: string): string | undefined {
  const { id } = (JSON.parse(raw) as { record: Fields }).record;
  return typeof id === 'string' ? id : undefined;
}
