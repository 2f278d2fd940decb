import { isCollection } from '#records/collections.ts';
import { NotDone } from '#server/not-done.ts';
import { EDITOR } from '#server/roles.ts';
import type { Visitor } from '#server/sign-in.ts';

/** May whoever asks write whole records of this collection? @throws NotDone where not */
export function needToChange({ role }: Visitor, collection: string): void {
  const writes = isCollection(collection) ? EDITOR[role].writes[collection] : undefined;
  if (writes === 'all-fields') return;
  // What every reader meets on every page is for those alone who answer for the archive.
  const words =
    collection === 'settings' ? 'An admin changes the settings.' : 'You may not do this.';
  throw new NotDone('not-allowed', `${words} Nothing was changed.`);
}
