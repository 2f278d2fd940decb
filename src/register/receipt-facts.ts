import { type Kind, KINDS } from '#consent/decision.ts';
import { type Use, USES } from '#consent/uses.ts';
import { dateWords, listWords } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import type { SettingsFields } from '#records/settings.ts';
import type { ReceiptAnswer, ConsentReceipt } from './receipt.ts';

/** What a receipt is written from, on paper and in a message. */
export interface ReceiptFacts {
  readonly receipt: ConsentReceipt;
  /** The id of the contribution. */
  readonly id: string;
  /** The code, which is not kept: it is shown here and nowhere else; none in a copy of what was said. */
  readonly code: string | undefined;
  readonly settings: Pick<SettingsFields, 'name' | 'url' | 'contacts'>;
  /** The language to write it in, when the interface has it; English otherwise. */
  readonly language: string;
  /** Titles of exhibitions by id; an id stands for itself where there is none. */
  readonly exhibitions: ReadonlyMap<string, string>;
  /** Said yes to being sent thanks. */
  readonly thanks: boolean;
}

/** Everything a receipt says, in one language, before it is laid out. */
export interface ReceiptWords {
  readonly said: Interface;
  readonly kinds: readonly { readonly kind: Kind; readonly words: string }[];
  readonly rows: readonly {
    readonly use: Use;
    readonly words: string;
    readonly answers: Readonly<Record<Kind, ReceiptAnswer>>;
  }[];
  readonly notes: readonly string[];
  readonly name: string | undefined;
  readonly until: string;
  readonly parts: readonly string[];
  readonly contacts: readonly ReceiptContact[];
  readonly piece: string;
  /** Where a phone goes to take it down; absent while the archive has no address. */
  readonly withdrawAt: string | undefined;
  readonly thanksAt: string | undefined;
}

export interface ReceiptContact {
  readonly kind: SettingsFields['contacts'][number]['kind'];
  readonly label: string;
  readonly value: string;
}

/** Puts a receipt into words. */
export function receiptWords(facts: ReceiptFacts): ReceiptWords {
  const said = interfaceIn(facts.language, 'receipts');
  const { words, lang } = said;
  const { receipt, settings, code, id } = facts;
  const kinds = kindsIn(facts, said);
  return {
    said,
    kinds,
    rows: USES.map((use) => ({
      use,
      words: words.consentUses[use],
      answers: receipt.grid[use],
    })),
    notes: notesOn(facts, said),
    name: receipt.isMaker ? nameIn(receipt, said) : undefined,
    until:
      receipt.until === undefined
        ? words.receipt.untilNotWritten
        : fill(words.receipt.untilDay, { day: dateWords(receipt.until, lang) }),
    parts: partsIn(receipt, said),
    contacts: settings.contacts.map(({ kind, label, value }) => ({
      kind,
      label: label[lang] ?? label['en'] ?? Object.values(label)[0] ?? '',
      value,
    })),
    piece: fill(words.receipt.piece, { id, day: dateWords(receipt.day, lang) }),
    withdrawAt: code === undefined ? undefined : address(settings.url, `/withdraw/?code=${code}`),
    thanksAt: facts.thanks ? address(settings.url, `/thanks/${id}/`) : undefined,
  };
}

/** Artwork has a column of its own only where it is asked about: a narrow page is read more easily. */
function kindsIn({ receipt }: ReceiptFacts, { words }: Interface): ReceiptWords['kinds'] {
  const { words: said, pictures: photo, voice } = words.consentKinds;
  const named: Readonly<Record<Kind, string>> = {
    ...{ words: said, photo, voice },
    artwork: words.kind.artwork,
  };
  const hasArt =
    receipt.parts.some(({ kind }) => kind === 'artwork') ||
    USES.some((use) => receipt.grid[use].artwork !== 'no');
  return KINDS.filter((kind) => kind !== 'artwork' || hasArt).map((kind) => ({
    kind,
    words: named[kind],
  }));
}

function notesOn({ receipt, exhibitions }: ReceiptFacts, { words, lang }: Interface) {
  const answers = USES.flatMap((use) => KINDS.map((kind) => receipt.grid[use][kind]));
  const hangs = KINDS.some((kind) => receipt.grid.exhibition[kind] !== 'no');
  const titles =
    receipt.exhibitions === 'any'
      ? []
      : receipt.exhibitions.map((each) => exhibitions.get(each) ?? each);
  return [
    ...(answers.includes('some') ? [words.receipt.someMeans] : []),
    words.receipt.blankMeans,
    ...(!hangs
      ? []
      : receipt.exhibitions === 'any'
        ? [words.receipt.anyExhibition]
        : [fill(words.receipt.onlyExhibitions, { names: listWords(titles, lang) })]),
  ];
}

function nameIn({ credit }: ConsentReceipt, { words }: Interface): string {
  if (credit?.as === 'anonymous') return words.receipt.noName;
  return credit?.as !== undefined && credit.name ? credit.name : words.receipt.nameNotChosen;
}

function partsIn({ parts }: ConsentReceipt, { words }: Interface): readonly string[] {
  return parts.map(({ id, role, changed }) => {
    const named =
      role === 'words' ? words.receipt.part.words : `${words.receipt.part[role]} (${id})`;
    return changed ? `${named}: ${words.receipt.changed}` : named;
  });
}

function address(site: string | undefined, path: string): string | undefined {
  return site === undefined ? undefined : `${site.replace(/(?<!\/)\/+$/, '')}${path}`;
}
