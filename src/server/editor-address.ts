import { type Collection, recordAt, recordPath } from '#records/collections.ts';

/** Where a record is opened in the editor. */
export function editorAddress(collection: Collection, id: string): string {
  const path = recordPath(collection, id).replace(/\.[a-z]+$/, '');
  const entry = collection === 'settings' ? path : path.slice(collection.length + 1);
  return `/admin/#/collections/${collection}/entries/${entry}`;
}

/** The same for a file below `content/`; nothing for one that is no record. */
export function editorAddressOf(file: string): string | undefined {
  const place = recordAt(file);
  return place && editorAddress(place.collection, place.id);
}
