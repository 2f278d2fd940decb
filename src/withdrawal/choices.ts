import type { MediaStore } from '#media/store.ts';
import { parse } from 'yaml';
import { USES, type Use } from '#consent/uses.ts';
import { languageName } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import { isReadableYaml } from '#records/yaml.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { readContribution } from '#repository/read-contribution.ts';
import type { Withdrawal } from './withdrawal.ts';
import { readDraft } from '#repository/drafts.ts';
import { liveTip } from '#repository/repository.ts';
import { withCheckout } from '#repository/checkout.ts';
import { lastText, type Withdrawing } from './finish-withdrawal.ts';

/** One thing that may be taken down; `value` is what a form sends for it. */
export interface WithdrawalChoice {
  readonly value: string;
  readonly group: 'all' | 'me' | 'part' | 'use' | 'person';
  readonly what: Withdrawal;
  readonly said: (shown: Interface) => string;
}

export interface WithdrawalChoices {
  /** Only for the contributor and for the desk. */
  readonly title?: string | undefined;
  /** Of the title. */
  readonly language?: string | undefined;
  readonly choices: readonly WithdrawalChoice[];
  /** The content cannot be read just now: all that can be offered is to take out what is one's own. */
  readonly isUnread?: boolean;
}

/** Read as far as it can be: a record with a mistake in it can still come down. */
interface Record {
  readonly title?: unknown;
  readonly language?: unknown;
  readonly consents?: unknown;
}

/**
 * What of a contribution can be taken down: by its contributor all, each part and each use; by anyone
 * else in it, what they themselves said yes to. Nothing when it is not there, or nothing is left for
 * this person to take back. Without a person: for the desk, which asks for whoever rings.
 */
export async function choicesOf(
  desk: Withdrawing & { readonly media: MediaStore },
  id: string,
  person?: string,
): Promise<WithdrawalChoices | undefined> {
  const text = await lastText(desk.repository, id).catch(() => null);
  // For a contributor, taking back their own yes is taking back the whole, once it can be read.
  if (text === null)
    return { isUnread: true, choices: [person === undefined ? allOf(id) : meOf(id, person)] };
  if (text === undefined) return undefined;
  const record = recordIn(text);
  const own = consentsIn(record).filter((each) => each['person'] === person);
  if (person !== undefined && !own.some(({ interest }) => interest === 'contributor')) {
    const isOver = own.length > 0 && own.every(({ state }) => state === 'withdrawn');
    return isOver ? undefined : { choices: [meOf(id, person)] };
  }
  // Where no copy can be made to read it from, all of it can come down still.
  const held = await heldNow(desk, id).catch(() => undefined);
  const title = typeof record.title === 'string' ? record.title : undefined;
  return {
    title,
    language: languageIn(record),
    choices: [
      allOf(id),
      ...(held === undefined ? [] : [...partsOf(held), ...usesOf(held)]),
      ...(person === undefined ? othersOf(id, record) : []),
    ],
  };
}

const allOf = (id: string): WithdrawalChoice => ({
  value: 'all',
  group: 'all',
  what: { id },
  said: ({ words }) => words.takeAll,
});

const meOf = (id: string, person: string): WithdrawalChoice => ({
  value: 'me',
  group: 'me',
  what: { id, person },
  said: ({ words }) => words.takeMe,
});

function recordIn(text: string): Record {
  try {
    const matter = /^---[ \t]*\r?\n([\s\S]*?)^---/m.exec(text)?.[1] ?? '';
    if (!isReadableYaml(matter)) return {};
    const options = { version: '1.2', schema: 'core', uniqueKeys: false } as const;
    const record: unknown = parse(matter, options);
    return record !== null && typeof record === 'object' ? record : {};
  } catch {
    return {};
  }
}

/** Is this person the contributor, as far as the record can be read? */
export function isMaker(text: string, person: string): boolean {
  return consentsIn(recordIn(text)).some(
    (each) => each['person'] === person && each['interest'] === 'contributor',
  );
}

function languageIn({ language }: Record): string | undefined {
  return typeof language === 'string' && /^[A-Za-z0-9-]+$/.test(language) ? language : undefined;
}

function consentsIn({ consents }: Record): readonly { readonly [key: string]: unknown }[] {
  return Array.isArray(consents)
    ? consents.filter((each) => each !== null && typeof each === 'object')
    : [];
}

async function heldNow(
  desk: Withdrawing & { readonly media: MediaStore },
  id: string,
): Promise<HeldContribution | undefined> {
  const draft = await readDraft(desk.repository, { collection: 'stories', id });
  for (const commit of [await liveTip(desk.repository), draft?.tip]) {
    if (commit === undefined) continue;
    const { answer } = await withCheckout(desk.repository, commit, id, (root) =>
      readContribution({ root, store: desk.media }, id).catch(() => undefined),
    );
    if (answer?.held !== undefined) return answer.held;
  }
  return undefined;
}

function partsOf({ id, fields, body }: HeldContribution): readonly WithdrawalChoice[] {
  const part = (name: string, said: WithdrawalChoice['said']): WithdrawalChoice => ({
    value: `part:${name}`,
    group: 'part',
    what: { id, part: name },
    said,
  });
  const inWords = (language: string, lang: string) => languageName(language, lang);
  return [
    ...(body.trim() === '' ? [] : [part('words', ({ words }) => words.partWords)]),
    ...fields.photos.map((photo, index) =>
      part(photo.id, ({ words }) => fill(words.partPicture, { number: String(index + 1) })),
    ),
    ...(fields.voice ? [part(fields.voice.id, ({ words }) => words.partVoice)] : []),
    ...fields.translations.map((each) =>
      part(each.id, ({ words, lang }) =>
        fill(words.partTranslation, { language: inWords(each.language, lang) }),
      ),
    ),
    ...fields.more.map((each) =>
      part(each.id, ({ words, lang }) =>
        fill(words.partShort, { language: inWords(each.language, lang) }),
      ),
    ),
  ];
}

function usesOf({ id, fields }: HeldContribution): readonly WithdrawalChoice[] {
  const given = (use: Use): boolean =>
    fields.consents.some(
      ({ interest, grants }) => interest === 'contributor' && (grants?.[use]?.length ?? 0) > 0,
    );
  return USES.filter(given).map((use) => ({
    value: `use:${use}`,
    group: 'use',
    what: { id, use },
    said: ({ words }) => words.consentUses[use],
  }));
}

/** Others in the piece, by the id the record has for them: the desk asks who is ringing. */
function othersOf(id: string, record: Record): readonly WithdrawalChoice[] {
  const others = consentsIn(record).filter(
    ({ interest, state }) => interest !== 'contributor' && state !== 'withdrawn',
  );
  return others.flatMap(({ person, interest }) =>
    typeof person === 'string'
      ? [
          {
            value: `person:${person}`,
            group: 'person' as const,
            what: { id, person },
            said: () => `${person} (${String(interest ?? 'in it')})`,
          },
        ]
      : [],
  );
}
