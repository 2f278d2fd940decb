import type { Day } from '#consent/decision.ts';
import { editRecord } from '#repository/edit-record.ts';

/**
 * Writes into a record that one person took back what they had said yes to: their own consent record
 * alone. What depends on them closes by itself, and a checked safe copy stands in where there is one
 * (docs/consent.md §3.4, rows 13 to 16). Changes nothing for the contributor, whose yes is the whole.
 * Read without the schema, so that a mistake elsewhere in the record keeps nobody in.
 */
export async function withdrawConsent(input: {
  /** `story.md` */
  readonly file: string;
  /** Opaque id. */
  readonly person: string;
  readonly day: Day;
}): Promise<'done' | 'contributor' | 'nobody' | 'unreadable'> {
  const { file, person, day } = input;
  let interests: readonly unknown[] = [];
  try {
    await editRecord(file, (record) => {
      const { consents } = record.toJS() as { consents?: unknown };
      const all = Array.isArray(consents) ? (consents as readonly Record<string, unknown>[]) : [];
      const own = [...all.entries()].filter(([, each]) => String(each['person']) === person);
      interests = own.map(([, { interest }]) => interest);
      if (interests.includes('contributor')) return;
      for (const [index] of own) {
        record.setIn(['consents', index, 'state'], 'withdrawn');
        record.setIn(['consents', index, 'withdrawn_on'], day);
      }
    });
  } catch {
    return 'unreadable';
  }
  if (interests.includes('contributor')) return 'contributor';
  return interests.length === 0 ? 'nobody' : 'done';
}
