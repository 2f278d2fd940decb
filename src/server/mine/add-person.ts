import { randomBytes } from 'node:crypto';
import type { Document } from 'yaml';
import type { PartToAdd } from '#components/own-piece.ts';
import type { Interface } from '#i18n/words.ts';
import type { HeldContribution } from '#repository/archive.ts';
import type { Desk } from '#server/desk-context.ts';
import { editPiece } from './edit-piece.ts';
import { latestOf, pieceNow } from './piece-now.ts';
import { partLabel } from './part-label.ts';

/** So many people stand in a record at most: what is added by a button must not make it unreadable. */
const MOST_PEOPLE = 50;

/** What somebody else may be in, as the form to add them offers it. */
export function partsToAdd(held: HeldContribution, shown: Interface): readonly PartToAdd[] {
  return placesIn(held).map(({ part }) => ({
    part,
    label: partLabel(held, part)?.(shown) ?? part,
  }));
}

/** How many answers a record holds: by it a form that is sent twice is known. */
export const peopleKnown = ({ fields }: HeldContribution): number => fields.consents.length;

/** `again`: it was sent before, or the record changed since; nothing was added. */
export type Added = 'added' | 'again' | 'no-part' | 'not-written';

/**
 * Adds a person to the words, a picture or the recording, of whom nothing is known but that they have to be
 * asked: so that part closes, in what is published at once and in a draft (docs/consent.md §3.4, row 15).
 * `part` and `known` come from a browser; who it is and how they answered never do.
 */
export async function addPerson(
  desk: Desk,
  contribution: string,
  { part, known }: { readonly part: string | null; readonly known: string | null },
): Promise<Added> {
  const now = await pieceNow(desk, contribution);
  const latest = latestOf(now);
  if (latest === undefined) return 'no-part';
  const place = placesIn(latest).find((each) => each.part === part);
  if (place === undefined || peopleKnown(latest) >= MOST_PEOPLE) return 'no-part';
  if (known !== String(peopleKnown(latest))) return 'again';
  // Never counted on from the record: of somebody who left it a code may still be in a drawer.
  const person = `p${randomBytes(6).toString('hex')}`;
  const isWritten = await editPiece(desk, contribution, {
    ...{ closes: true, hides: true },
    edit: (record) => addTo(record, place, person),
  });
  if (!isWritten) return 'not-written';
  const detail = [place.part];
  desk.register.note({ event: 'added', contribution, person, actorRole: 'contributor', detail });
  return 'added';
}

interface Place {
  readonly part: string;
  readonly interest: 'identifiable-in-words' | 'depicted' | 'voice';
  /** By which it is found in another version of the record, where its place may be another. */
  readonly file?: string | undefined;
}

function placesIn({ fields: { photos, voice } }: HeldContribution): readonly Place[] {
  return [
    { part: 'words', interest: 'identifiable-in-words' },
    ...photos.map(({ id, file }): Place => ({ part: id, interest: 'depicted', file })),
    ...(voice ? [{ part: voice.id, interest: 'voice', file: voice.file } as const] : []),
  ];
}

interface Recorded {
  readonly photos?: readonly InPart[];
  readonly voice?: InPart;
  readonly consents?: readonly unknown[];
}

interface InPart {
  readonly file?: unknown;
  readonly people?: readonly unknown[];
}

/** Where this version of the record has the part; another version keeps what it says. */
function addTo(record: Document, { interest, file }: Place, person: string): void {
  const { photos = [], voice, consents } = record.toJS() as Recorded;
  const parts: readonly (readonly [readonly (string | number)[], InPart | undefined])[] = [
    ...photos.map((photo, at) => [['photos', at], photo] as const),
    [['voice'], voice],
  ];
  const own = parts.filter(([, each]) => file !== undefined && each?.file === file);
  if (file !== undefined && own.length === 0) return;
  for (const [path, each] of own)
    record.setIn([...path, 'people'], record.createNode([...(each?.people ?? []), person]));
  const asked = record.createNode({ person, interest, state: 'unknown' });
  if (consents === undefined) record.set('consents', record.createNode([asked]));
  else record.addIn(['consents'], asked);
}
