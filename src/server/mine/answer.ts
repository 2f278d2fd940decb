import type { Kind, NamedKind } from '#consent/decision.ts';
import { type Use, USES } from '#consent/uses.ts';
import { AGE_BANDS, type AgeBand } from '#records/contribution.ts';
import { YEARS_OF_A_YES, yearsAfter } from '#records/day.ts';
import type { PersonIn } from '#register/people.ts';
import type { Desk } from '#server/desk-context.ts';
import { sheetInSettings } from '#server/frame-in-settings.ts';
import { editPiece } from './edit-piece.ts';
import { IN_IT, kindsNamed, type TheirPart } from './their-part.ts';

/** What somebody who is in a piece answered; each yes is to one use of one kind of part. */
export interface GivenAnswer {
  readonly yes: Readonly<Partial<Record<Use, readonly Kind[]>>>;
  readonly age: AgeBand | undefined;
}

/** What a form says of it: only what is asked of this person counts, and everything else is a no. */
export function answerIn(form: URLSearchParams, { kinds }: TheirPart): GivenAnswer {
  const ticked = new Set(form.get('act') === 'refuse' ? [] : form.getAll('yes'));
  const named: readonly NamedKind[] = ['words', 'pictures', 'voice'];
  const yes = USES.map((use) => {
    const said = named.filter((kind) => ticked.has(`${use} ${kind}`));
    return [use, said.flatMap((kind) => kindsNamed(kind, kinds))] as const;
  });
  return {
    yes: Object.fromEntries(yes.filter(([, said]) => said.length > 0)),
    age: AGE_BANDS.find((band) => band === form.get('age')),
  };
}

/**
 * Writes down what somebody answered about their part, and answers with the code of their receipt; nothing
 * where the record cannot be written. How, when and in which language is said here and never by a browser.
 */
export async function takeAnswer(
  desk: Desk,
  own: PersonIn,
  { yes, age }: GivenAnswer,
  language: string,
): Promise<string | undefined> {
  const day = desk.today();
  const uses = Object.keys(yes);
  const isNo = uses.length === 0;
  const said = {
    state: isNo ? 'refused' : 'given',
    given_on: day,
    expires_on: isNo ? undefined : yearsAfter(day, YEARS_OF_A_YES),
    information_sheet: await sheetInSettings(desk.repository),
    language,
    method: 'online',
    age_band: age,
    grants: isNo ? undefined : yes,
    exhibitions: yes.exhibition === undefined ? undefined : 'any',
  };
  const isWritten = await editPiece(desk, own.contribution, {
    closes: isNo,
    edit: (record) => {
      const { consents } = record.toJS() as { consents?: unknown };
      const all = Array.isArray(consents) ? (consents as readonly Record<string, unknown>[]) : [];
      for (const [index, each] of all.entries()) {
        if (each['person'] !== own.person || !IN_IT.includes(each['interest'] as string)) continue;
        for (const [field, value] of Object.entries(said))
          if (value === undefined) record.deleteIn(['consents', index, field]);
          else record.setIn(['consents', index, field], record.createNode(value));
      }
    },
  });
  if (!isWritten) return undefined;
  const { contribution, person } = own;
  const { register, access } = desk;
  const event = isNo ? 'said-no' : 'said-yes';
  register.note({ event, contribution, person, actorRole: 'person', detail: uses });
  access.asked.close(own);
  return register.issueReceipt({ contribution, person, day, actorRole: 'person' });
}
