import type { Kind, PartDecision, Reason, Refusal } from './decision.ts';
import type { ConsentRecord, Contribution, Part } from './grant.ts';
import { ended, type Question, refusalOf, stopped } from './record-open.ts';

const WORD_ROLES: ReadonlySet<Part['role']> = new Set([
  'words',
  'transcript',
  'translation',
  'more',
]);

/**
 * Those whose yes and whose approval every part needs: the contributors and every co-creator. Who does
 * not say what they have to do with it may have made it, so a record without its interest counts too.
 */
export function makersOf(contribution: Contribution): readonly ConsentRecord[] {
  return contribution.consents.filter(
    ({ interest }) =>
      interest === 'contributor' || interest === 'co-creator' || interest === undefined,
  );
}

/**
 * Without the records whose time is over and that the same person's later one has taken the place of:
 * that is how a yes is renewed (docs/consent.md §3.3). One that was stopped, or does not say how it stands,
 * is never passed over.
 */
export function inPlace(
  records: readonly ConsentRecord[],
  day: Question['day'],
): readonly ConsentRecord[] {
  const isOver = (record: ConsentRecord): boolean =>
    ended(record, day) !== undefined &&
    stopped(record, day) === undefined &&
    silent(record) === undefined;
  const later = ({ person, interest }: ConsentRecord): boolean =>
    records.some(
      (other) =>
        other.person === person && other.interest === interest && ended(other, day) === undefined,
    );
  return records.filter((record) => !(isOver(record) && later(record)));
}

/**
 * Decides one part by itself, and then holds the copy that would be shown against what was answered about the
 * same file in other places: a no of somebody in it counts wherever their picture or voice stands.
 */
export function decidePart(
  contribution: Contribution,
  part: Part,
  question: Question,
): PartDecision {
  const decision = decideAlone(contribution, part, question);
  if (decision.verdict === 'withhold') return decision;
  const answers = decision.copy === 'safe' ? part.safe?.elsewhere : part.elsewhere;
  const isRefused = (answers ?? []).some((record) => saysNo(record, part.kind, question));
  return isRefused ? withhold([{ reason: 'said-no-elsewhere' }]) : decision;
}

/**
 * Stopped for good; or answered by somebody depicted or heard, and this use left blank. A maker's blank in
 * another piece is about that piece.
 */
export function saysNo(record: ConsentRecord, kind: Kind, question: Question): boolean {
  if (stopped(record, question.day) !== undefined) return true;
  const isInIt = record.interest === 'depicted' || record.interest === 'voice';
  return isInIt && refusalOf(record, kind, question) === 'not-granted';
}

/**
 * Decides one part by itself: the makers, the version they approved, and everybody in it
 * (docs/content-format.md, "Who must have said yes"; docs/consent.md §3.4, rows 11 to 17).
 */
function decideAlone(contribution: Contribution, part: Part, question: Question): PartDecision {
  const makers = inPlace(makersOf(contribution), question.day);
  if (makers.length === 0) return withhold([{ reason: 'nobody-asked' }]);
  const refusals = makers.flatMap((record) => asRefusal(record, part, question));
  if (refusals.length > 0) return withhold(refusals);
  const unsafe = [
    ...peopleRefusals(contribution, part, question),
    ...personInWordsOrVoice(contribution, part, question),
  ];
  // A transcript is bound to what the makers approved through its voice, which holds it. Which copy
  // of it may be read follows from the copy of the voice that is heard (`standing` in decide.ts).
  if (part.role === 'transcript') {
    return unsafe.length === 0 ? { verdict: 'release', copy: 'as-approved' } : withhold(unsafe);
  }
  if (unsafe.length === 0 && !part.needs_safe)
    return described(part, part, approvedAs(makers, part.id, part.digest, 'as-approved'));
  return safeCopy(makers, part, unsafe, question);
}

/** A refusal that is about one person. */
interface PersonRefusal extends Refusal {
  readonly person: string;
}

function asRefusal(
  record: ConsentRecord,
  part: Part,
  question: Question,
): readonly PersonRefusal[] {
  const reason = refusalOf(record, part.kind, question);
  return reason === undefined ? [] : [{ reason, person: record.person }];
}

/**
 * Each person depicted or heard needs an open record with a grant of this kind; a record of theirs
 * that was stopped closes the part whatever another record of theirs says.
 */
function peopleRefusals(
  contribution: Contribution,
  part: Part,
  question: Question,
): readonly PersonRefusal[] {
  return part.people.flatMap((person) => {
    const theirs = contribution.consents.filter((record) => record.person === person);
    const stop = theirs
      .map((record) => stopped(record, question.day) ?? silent(record))
      .find((reason) => reason !== undefined);
    if (stop !== undefined) return [{ reason: stop, person }];
    const answers = theirs.map((record) => refusalOf(record, part.kind, question));
    if (answers.includes(undefined)) return [];
    return [{ reason: answers[0] ?? 'nobody-asked', person }];
  });
}

/** A record that does not say how it stands may be one that was stopped, so it does not let another speak for it. */
function silent({ state }: ConsentRecord): Reason | undefined {
  return state === undefined ? 'not-yet-answered' : undefined;
}

/** People identifiable in the words count for all words; a recorded voice counts for the voice. */
function personInWordsOrVoice(
  contribution: Contribution,
  part: Part,
  question: Question,
): readonly PersonRefusal[] {
  const interest = WORD_ROLES.has(part.role)
    ? 'identifiable-in-words'
    : part.role === 'voice'
      ? 'voice'
      : undefined;
  return contribution.consents
    .filter((record) => interest !== undefined && record.interest === interest)
    .flatMap((record) => asRefusal(record, part, question));
}

/** Rows 15 to 17: a safe copy that a person checked, that covers everybody who is not open, and that the makers approved. */
function safeCopy(
  makers: readonly ConsentRecord[],
  part: Part,
  unsafe: readonly PersonRefusal[],
  question: Question,
): PartDecision {
  const { safe } = part;
  const shut = withhold(unsafe.length > 0 ? unsafe : [{ reason: 'no-safe-copy' }]);
  if (safe?.checked_on === undefined || safe.checked_on > question.day) return shut;
  if (!unsafe.every(({ person }) => safe.covers.includes(person))) return shut;
  return described(part, safe, approvedAs(makers, `${part.id}-safe`, safe.digest, 'safe'));
}

/** A picture that nobody described is shown to nobody (docs/content-format.md, `alt`). */
function described(
  { role }: Part,
  copy: Pick<Part, 'described'>,
  decision: PartDecision,
): PartDecision {
  if (role !== 'image' || copy.described === true) return decision;
  const others = decision.verdict === 'withhold' ? decision.refusals : [];
  return withhold([{ reason: 'no-description' }, ...others]);
}

/** Row 14: every maker approved exactly what is in the folder now. */
function approvedAs(
  makers: readonly ConsentRecord[],
  approvedId: string,
  digest: string,
  copy: 'as-approved' | 'safe',
): PartDecision {
  const unapproved = makers.filter(({ approved }) => !digest || approved?.[approvedId] !== digest);
  return unapproved.length === 0
    ? { verdict: 'release', copy }
    : withhold(unapproved.map(({ person }) => ({ reason: 'not-the-version-approved', person })));
}

export function withhold(refusals: readonly Refusal[]): PartDecision {
  return { verdict: 'withhold', refusals };
}
