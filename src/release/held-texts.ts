import type { Day } from '#consent/decision.ts';
import type { CuratedCollection, ListCollection } from '#records/collections.ts';
import type { Archive, HeldContribution, HeldDocument } from '#repository/archive.ts';
import { documentText } from './document.ts';
import { checkExhibition } from './check-exhibition.ts';
import { spoken } from './withheld-texts.ts';
import { typedAndSeen } from './words.ts';

/** A text somebody wrote, and where it stands. Held or not: never leaves for the site from here. */
export interface HeldText {
  readonly file: string;
  readonly field: string;
  readonly text: string;
}

/** A text of a contribution, with the part that goes when it is withdrawn. */
export interface ContributionText extends HeldText {
  readonly part: string;
  /** The part that must be open for it to be shown: a transcript's own, which needs voice and words. */
  readonly shownWith: string;
  /** Falls with the words, because it says the same (docs/content-format.md, "Parts"). */
  readonly ofTheWords: boolean;
}

/**
 * What is the contributor's own in a contribution: its words in every form, alternative texts,
 * captions. Words with marks are there twice: as they were typed, and as they are copied from a page.
 */
export function contributionTexts({
  file,
  fields,
  body,
  transcript,
  safeTranscript,
}: HeldContribution): readonly ContributionText[] {
  const ofWords = (part: string, field: string, text: string | undefined, shownWith = part) => ({
    file,
    field,
    part,
    shownWith,
    ofTheWords: true,
    text,
  });
  const ofPhoto = (part: string, field: string, text: string | undefined) => ({
    file,
    field: `${part}.${field}`,
    part,
    shownWith: part,
    ofTheWords: false,
    text,
  });
  const voice = fields.voice?.id ?? '';
  const texts = [
    ofWords('words', 'title', fields.title),
    ofWords('words', 'summary', fields.summary),
    ...typedAndSeen(body).map((text) => ofWords('words', 'body', text)),
    ...fields.translations.flatMap(({ id, title, summary, words }) => [
      ofWords(id, `${id}.title`, title),
      ofWords(id, `${id}.summary`, summary),
      ...typedAndSeen(words).map((text) => ofWords(id, `${id}.words`, text)),
    ]),
    ...fields.more.flatMap(({ id, words }) =>
      typedAndSeen(words).map((text) => ofWords(id, `${id}.words`, text)),
    ),
    ofWords(voice, 'voice.transcript', spoken(transcript), `${voice}-transcript`),
    ofWords(voice, 'voice.safe.transcript', spoken(safeTranscript), `${voice}-transcript`),
    ...fields.photos.flatMap(({ id, alt, caption, safe }) => [
      ofPhoto(id, 'alt', alt),
      ofPhoto(id, 'caption', caption),
      ofPhoto(id, 'safe.alt', safe?.alt),
      ofPhoto(id, 'safe.caption', safe?.caption),
    ]),
  ];
  return texts.flatMap(({ text, ...rest }) => (text?.trim() ? [{ ...rest, text }] : []));
}

/**
 * What facilitators and institutions wrote: exhibitions as they hang on the day, pages, answers, the
 * lists and the settings. A quotation that fell from the wall with its piece is not among them.
 */
export function facilitatorTexts(archive: Archive, day: Day): readonly HeldText[] {
  const contributions = new Map(archive.contributions.map((held) => [held.id, held]));
  const hung = (exhibition: Archive['exhibitions'][number]): string =>
    documentText(checkExhibition({ exhibition, contributions, day }).body);
  const documents: Readonly<Record<DocumentsOf<Archive>, readonly HeldText[]>> = {
    exhibitions: archive.exhibitions.flatMap((each) => documentTexts(each, hung(each))),
    pages: archive.pages.flatMap((each) => documentTexts(each, each.body)),
    responses: archive.responses.flatMap((each) => documentTexts(each, each.body)),
  };
  return [
    ...Object.values(documents).flat(),
    ...Object.entries(archive.lists).flatMap(([folder, terms]) =>
      [...terms].flatMap(([id, term]) => strings(`${folder}/${id}.yaml`, term)),
    ),
    ...strings('settings.yaml', archive.settings),
  ];
}

/** A collection that is no list: each has a text below its fields. */
type DocumentsOf<Held> = Exclude<CuratedCollection, ListCollection> & keyof Held;

function documentTexts(
  { file, fields }: Pick<HeldDocument<unknown>, 'file' | 'fields'>,
  body: string,
): readonly HeldText[] {
  return [...strings(file, fields), { file, field: 'body', text: body }];
}

/** Every text in a record, by field. */
export function strings(file: string, value: unknown, field = ''): readonly HeldText[] {
  if (typeof value === 'string') return [{ file, field, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = Array.isArray(value) ? `${field}[${name}]` : [field, name].filter(Boolean).join('.');
    return strings(file, inner, at);
  });
}
