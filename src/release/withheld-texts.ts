import type { ContributionFields } from '#records/contribution.ts';
import { withoutCueTags } from '#media/transcript-tags.ts';
import { parseTranscript } from '#media/transcript.ts';
import type { Admission } from './admit.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { typedAndSeen } from './words.ts';

/** Words that must not be found on the site, labelled by id and field. */
export interface WithheldText {
  readonly label: string;
  readonly text: string;
  /** What the piece, or the group that made it, is called: something else may be called the same. */
  readonly isName?: true;
}

/** A name given by a machine or by us says nothing; any other may name a person or a place. */
const NEUTRAL_FILE = /^([a-z]{1,3}\d{0,5}|story|safe)(-safe)?\.[a-z0-9]{2,5}$/i;

/** All the words of one contribution that are not let out: what the audit looks for in the finished bytes. */
export function withheldTexts({
  held,
  open,
  withWords,
  decision,
}: Admission): readonly WithheldText[] {
  const { id } = held;
  const closed = [
    ...(withWords ? [] : wordsTexts(held)),
    ...imageTexts(held, open),
    ...voiceTexts(held, open),
    ...otherWords(held, open),
    ...fileNames(held),
    ...namesKept(held),
  ];
  const hidden = decision.outcome === 'withhold' || decision.outcome === 'gone';
  const all = hidden && /\d/.test(id) ? [...closed, { field: 'id', text: id }] : closed;
  return all.flatMap(({ field, text, isName }) =>
    text?.trim() ? [{ label: `${id} ${field}`, text, ...(isName ? { isName } : {}) }] : [],
  );
}

type Field = {
  readonly field: string;
  readonly text: string | undefined;
  readonly isName?: true | undefined;
};

function wordsTexts({ fields, body }: HeldContribution): readonly Field[] {
  return [
    { field: 'title', text: fields.title, isName: true },
    { field: 'summary', text: fields.summary },
    ...asTypedAndSeen('body', body),
    { field: 'credit.name', text: fields.credit?.name, isName: isGroup(fields.credit) },
    ...fields.content_notes.map(({ words }) => ({ field: 'content_notes', text: words })),
  ];
}

function asTypedAndSeen(field: string, words: string | undefined): readonly Field[] {
  return typedAndSeen(words).map((text) => ({ field, text }));
}

/** A group has a name as an organisation has; a person’s is never public by being somebody else’s too. */
function isGroup(credit: ContributionFields['credit']): true | undefined {
  return credit?.as === 'collective' ? true : undefined;
}

/** Of a picture what stands beside the copy that is shown is out, and what is said of the other is not. */
function imageTexts({ fields }: HeldContribution, open: Admission['open']): readonly Field[] {
  return fields.photos.flatMap(({ id, alt, caption, safe }) => {
    const beside = [
      { copy: 'as-approved', field: `${id}.alt`, text: alt },
      { copy: 'as-approved', field: `${id}.caption`, text: caption },
      { copy: 'safe', field: `${id}.safe.alt`, text: safe?.alt },
      { copy: 'safe', field: `${id}.safe.caption`, text: safe?.caption },
    ];
    return beside.filter(({ copy }) => copy !== open.get(id)?.copy);
  });
}

function voiceTexts(
  { fields, transcript, safeTranscript }: HeldContribution,
  open: Admission['open'],
): readonly Field[] {
  const part = fields.voice?.id ?? '';
  const copy = open.get(`${part}-transcript`)?.copy;
  return [
    { field: `${part}.transcript`, text: copy === 'as-approved' ? undefined : spoken(transcript) },
    {
      field: `${part}.safe.transcript`,
      text: copy === 'safe' ? undefined : spoken(safeTranscript),
    },
  ];
}

/** The spoken lines of a transcript, without its times and marks; of one that cannot be read, all that may be words. */
export function spoken(transcript: string | undefined): string | undefined {
  if (transcript === undefined) return undefined;
  const read = parseTranscript(transcript);
  if (read.ok) return read.cues.map(({ text }) => text).join('\n');
  const lines = transcript.split(/\r?\n/).filter((line) => !/-->|^WEBVTT|^\d+$|^NOTE/.test(line));
  return withoutCueTags(lines.join('\n'));
}

function otherWords({ fields }: HeldContribution, open: Admission['open']): readonly Field[] {
  const closed = <T extends { id: string }>(parts: readonly T[]): readonly T[] =>
    parts.filter(({ id }) => !open.has(id));
  return [
    ...closed(fields.translations).flatMap(({ id, title, summary, words, credit }) => [
      { field: `${id}.title`, text: title, isName: true as const },
      { field: `${id}.summary`, text: summary },
      ...asTypedAndSeen(`${id}.words`, words),
      { field: `${id}.credit.name`, text: credit?.name, isName: isGroup(credit) },
    ]),
    ...closed(fields.more).flatMap(({ id, words }) => asTypedAndSeen(`${id}.words`, words)),
  ];
}

/** The name of a contributed file is never public, whatever was granted (docs/consent.md, T10). */
function fileNames({ media }: HeldContribution): readonly Field[] {
  return [...media.keys()]
    .filter((name) => !NEUTRAL_FILE.test(name))
    .map((name) => ({ field: 'file', text: name }));
}

/** A name written beside an anonymous credit is not to be shown. */
function namesKept({ fields }: HeldContribution): readonly Field[] {
  const credits = [fields.credit, ...fields.translations.map(({ credit }) => credit)];
  return credits
    .filter((credit) => credit?.as === 'anonymous')
    .map((credit) => ({ field: 'credit.name', text: credit?.name }));
}
