import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { interfaceIn } from '#i18n/words.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { withFiles } from '#repository/checkout.ts';
import { readDraft } from '#repository/drafts.ts';
import { recordPlace } from '#repository/paths.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { filesOf, liveTip } from '#repository/repository.ts';
import type { Desk } from '#server/desk-context.ts';
import { NotDone } from '#server/not-done.ts';
import { checkedText, toBeMended } from './check-record.ts';
import { type DecisionTold, decisionWords } from './decision-words.ts';
import { fromEditor, toKeep } from './editor-form.ts';
import { knowingOthers } from './pieces.ts';

/**
 * What consent allows of a story as it is being typed, in sentences, in the interface language that is
 * asked for. The record is read as a save reads it; nothing is saved, and nothing is supposed of consent.
 */
export async function decideTyped(
  desk: Desk,
  asked: Readonly<Record<string, unknown>>,
): Promise<DecisionTold> {
  const place = recordPlace(asked['path']);
  if (place.collection !== 'stories')
    throw new NotDone('not-valid', 'Only a story has consents. Nothing was changed.');
  const { revision: _made, ...form } = fromEditor(asked['raw']);
  const typed = checkedText(place, toKeep(form, place.path));
  const held = await heldAs(desk, place, typed);
  const shown = interfaceIn(String(asked['language'] ?? ''), 'desk');
  return decisionWords(held, desk.today(), shown);
}

async function heldAs(
  desk: Desk,
  { id, path }: { readonly id: string; readonly path: string },
  typed: string,
): Promise<HeldContribution> {
  const { repository } = desk;
  const draft = await readDraft(repository, { collection: 'stories', id });
  const tip = draft?.tip ?? (await liveTip(repository));
  const files = await filesOf(repository, tip, `${dirname(path)}/`);
  const { held, problems } = await withFiles(repository, files, async (root) => {
    const file = join(root, path.slice('content/'.length));
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, typed, { mode: 0o600 });
    return readContribution({ root, store: desk.media }, id);
  });
  if (held === undefined || problems.length > 0)
    throw toBeMended('This record has to be mended first.', problems);
  return knowingOthers(desk, held);
}
