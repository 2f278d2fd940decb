import type { HeldContribution } from '#repository/archive.ts';
import { spoken } from './withheld-texts.ts';
import { visibleText } from './words.ts';

/** Words of a piece that may be quoted, and the part that must be open for it. */
export interface Quotable {
  readonly part: string;
  readonly text: string;
}

/** All that a piece says, part by part, as a reader meets it. The words stand before all others. */
export function quotable({ fields, body, transcript }: HeldContribution): readonly Quotable[] {
  const { title, summary, voice, translations, more, photos } = fields;
  const texts: readonly { readonly part: string; readonly text: string | undefined }[] = [
    ...[visibleText(body), title, summary].map((text) => ({ part: 'words', text })),
    ...translations.flatMap(({ id, ...said }) =>
      [visibleText(said.words ?? ''), said.title, said.summary].map((text) => ({ part: id, text })),
    ),
    ...more.map(({ id, words }) => ({ part: id, text: visibleText(words) })),
    ...photos.map(({ id, caption }) => ({ part: id, text: caption })),
    { part: `${voice?.id ?? ''}-transcript`, text: spoken(transcript) },
  ];
  return texts.flatMap(({ part, text }) => (text?.trim() ? [{ part, text }] : []));
}
