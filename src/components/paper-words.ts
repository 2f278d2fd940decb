import { endonym, languageName } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import type { PaperPlace } from './paper-view.ts';

/**
 * The words of a place on a printed form: those of the form on a phone. @throws for a place that has none,
 * so that a question or a use without words cannot be printed as a box alone.
 */
export function paperWords(shown: Interface, { role, step, of }: PaperPlace): string {
  const found = BY_ROLE[role](shown, step, of);
  if (found === undefined) throw new Error(`No words for ${role} ${step} ${of} on paper.`);
  return found;
}

/** A box by the question it stands in, its field and its value. */
export interface ReadBoxWords {
  readonly step: string;
  readonly field: string;
  readonly value: string;
}

/** A box in words, wherever it stands: of a grid, its row and its column. */
export function boxWords(shown: Interface, { step, field, value }: ReadBoxWords): string {
  if (step === 'uses') {
    const [use = '', kind = ''] = splitAt(value);
    const row = BY_ROLE.row(shown, step, use);
    return `${row} – ${BY_ROLE.column(shown, step, kind)}`;
  }
  if (step === 'others')
    return `${BY_ROLE.row(shown, step, field)} – ${BY_ROLE.column(shown, step, value)}`;
  return BY_ROLE.label(shown, step, `${field} ${value}`) ?? value;
}

type Words = Interface['words'];
type Table = Readonly<Record<string, unknown>>;

const BY_ROLE: Readonly<
  Record<PaperPlace['role'], (shown: Interface, step: string, of: string) => string | undefined>
> = {
  heading: ({ words: { paper, share } }, step, of) => {
    if (step === 'sheet') return paper.title;
    if (step === 'explained') return paper.explained;
    const question = textOf(share, step);
    return question && `${of}. ${question}`;
  },
  lead: ({ words: { paper, share } }, step) =>
    step === 'sheet' ? paper.lead : textOf(share, `${step}Lead`),
  label: ({ words, lang }, _step, of) => {
    const [field = '', value = ''] = splitAt(of);
    return field === 'language' ? languageIn(value, lang) : labelOf(words, field, value);
  },
  column: ({ words: { share, consentKinds } }, step, of) =>
    step === 'uses'
      ? textOf(consentKinds, of)
      : textOf({ ...share, 'not-sure': share.notSure }, of),
  row: ({ words: { share, consentUses } }, step, of) => {
    if (step === 'uses') return textOf(consentUses, of);
    const [, what = ''] = splitAt(of, '-');
    if (what === 'words') return share.othersWords;
    return what === 'sound' ? share.othersSound : pictureIn(share.othersPicture, what);
  },
  line: ({ words: { paper, share } }, _step, of) => {
    const [what = '', more = ''] = splitAt(of);
    if (more !== '') return '';
    if (what.startsWith('alt-')) return pictureIn(share.picture, what.slice('alt-'.length));
    const lines = {
      ...{ title: share.wordsTitle, words: share.wordsBody, name: share.creditName },
      explained: paper.explainedLine,
    };
    return textOf(lines, what);
  },
};

/** As its speakers call it, and as the form does: a printer may lack the letters of the first. */
function languageIn(tag: string, lang: string): string {
  const [own, here] = [endonym(tag), languageName(tag, lang)];
  // Its own name is set apart, or one from right to left would turn the rest round with it.
  return own === here ? own : `\u2068${own}\u2069 · ${here}`;
}

/** What stands beside a box. */
function labelOf({ paper, share, topic }: Words, field: string, value: string) {
  if (field.startsWith('drawing-')) return share.drawing;
  const tables: Readonly<Record<string, Table>> = {
    pictures: { yes: paper.picturesYes },
    sound: { yes: paper.soundYes },
    as: share.creditAs,
    note: topic,
    age: share.ages,
    seen: { yes: share.lookYes },
    by: paper.by,
    how: paper.how,
    interpreter: paper.interpreter,
  };
  return textOf(tables[field] ?? {}, value);
}

function textOf(table: Table, key: string): string | undefined {
  const found = Object.hasOwn(table, key) ? table[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}

/** From 0 in fields, from 1 for people. */
const pictureIn = (text: string, at: string): string =>
  fill(text, { number: String(Number(at) + 1) });

const splitAt = (text: string, sign = ' '): readonly string[] => {
  const at = text.indexOf(sign);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};
