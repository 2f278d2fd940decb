import { fold, wordsOf } from '#audit/fold.ts';
import type { Day } from '#consent/decision.ts';
import { admit } from '#release/admit.ts';
import type { Archive } from '#repository/archive.ts';
import { facilitatorTexts } from '#release/held-texts.ts';

/** A text of the facilitators' with a name in it that a piece keeps back. */
export interface WithheldName {
  readonly file: string;
  readonly field: string;
  /** The piece that keeps it, by id. */
  readonly keptIn: string;
}

/**
 * Names of people that are not shown with their pieces, and stand in what facilitators wrote. The audit
 * stops a name of several words; a single first name may be somebody else's, or the name of a street, so
 * it lets that through, and somebody is to look.
 */
export function withheldNames(archive: Archive, day: Day): readonly WithheldName[] {
  const { kept, shown } = namesIn(archive, day);
  const looked = [...kept].filter(([name]) => !shown.has(spaced(name)));
  if (looked.length === 0) return [];
  return facilitatorTexts(archive, day).flatMap(({ file, field, text }) => {
    const folded = spaced(text);
    const plain = text.normalize('NFKC');
    return looked.flatMap(([name, keptIn]) =>
      folded.includes(spaced(name)) && isWrittenAs(plain, name) ? [{ file, field, keptIn }] : [],
    );
  });
}

function namesIn({ contributions }: Archive, day: Day) {
  const kept = new Map<string, string>();
  const shown = new Set<string>();
  for (const held of contributions) {
    const { withWords, open } = admit(held, day);
    const { credit, translations } = held.fields;
    for (const [each, isOpen] of [
      [credit, withWords] as const,
      ...translations.map((one) => [one.credit, open.has(one.id)] as const),
    ]) {
      const name = each?.name?.trim();
      if (!name || each?.as === 'collective') continue;
      if (isOpen && each?.as !== 'anonymous') shown.add(spaced(name));
      else kept.set(name, held.id);
    }
  }
  return { kept, shown };
}

const spaced = (text: string): string => ` ${wordsOf(fold(text)).join(' ')} `;

/** "hope" is not the name Hope. Scripts without capitals know no such difference. */
function isWrittenAs(text: string, name: string): boolean {
  const plain = name.normalize('NFKC');
  return [plain, plain.toUpperCase()].some((each) => text.includes(each));
}
