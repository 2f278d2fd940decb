import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldContribution } from '#repository/archive.ts';
import { editRecord } from '#repository/edit-record.ts';
import type { PartPlace } from '#repository/part-place.ts';
import type { State } from '#state/state.ts';

/**
 * Takes one part out of a record, with what was approved of it, and then its files, beside the record
 * and in the media store. A file that another part has too stays (`place.sharedWith`).
 */
export async function takeOutPart(input: {
  readonly root: string;
  readonly state: State;
  readonly held: HeldContribution;
  readonly part: string;
  readonly place: PartPlace;
  /** Where the part stands in the record. */
  readonly path: readonly (string | number)[];
}): Promise<void> {
  const { root, state, held, part, place, path } = input;
  await editRecord(join(root, held.file), (record) => {
    record.deleteIn(path);
    for (const [index] of held.fields.consents.entries()) {
      for (const id of [part, `${part}-safe`]) {
        const approved = ['consents', index, 'approved', id];
        if (record.hasIn(approved)) record.deleteIn(approved);
      }
    }
  });
  for (const name of place.files) {
    await rm(join(root, held.folder, name), { force: true });
    await state.store.remove(held.id, name);
  }
}
