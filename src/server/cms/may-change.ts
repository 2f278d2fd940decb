import type { Collection } from '#records/collections.ts';
import { NotDone } from '#server/not-done.ts';
import { mayDo } from '#server/roles.ts';
import type { Visitor } from '#server/sign-in.ts';

/** What every reader meets on every page is for those alone who answer for the archive. @throws NotDone */
export function needToChange({ role }: Visitor, collection: Collection | string): void {
  if (collection === 'settings' && !mayDo(role, 'settings'))
    throw new NotDone('not-allowed', 'An admin changes the settings. Nothing was changed.');
}
