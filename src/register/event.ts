/**
 * Something that happened, for the log: which, when, by what role, and codes. Never a name, a reason
 * or a word of content (docs/consent.md §4.4).
 */
export interface RegisterEvent {
  /** A word in the form `receipt-issued`. */
  readonly event: string;
  readonly contribution?: string | undefined;
  /** The opaque id of the person in that contribution, `p1`. */
  readonly person?: string | undefined;
  /** An instant in ISO 8601; now, when it is not said. */
  readonly at?: string | undefined;
  /** A role, `facilitator`; never a person. */
  readonly actorRole: string;
  /** Codes: ids of parts, uses, days, digests, ways of asking. No sentence fits. */
  readonly detail?: readonly string[] | undefined;
}

/** An event as it is kept: its place, and the digest that binds it to the one before. */
export interface StoredEvent {
  readonly seq: number;
  readonly event: string;
  readonly contribution?: string | undefined;
  readonly person?: string | undefined;
  readonly at: string;
  readonly actorRole: string;
  readonly detail: readonly string[];
  readonly prev: string;
  readonly hash: string;
}

const WORD = /^[a-z][a-z0-9-]{0,39}$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9:._/-]{0,79}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** The rule an event breaks, or nothing. It names the field and never what stands in it. */
export function faultOf(event: RegisterEvent): string | undefined {
  const { contribution, person, at, detail = [] } = event;
  const fields: readonly [string, boolean][] = [
    ['event', WORD.test(event.event)],
    ['contribution', contribution === undefined || ID.test(contribution)],
    ['person', person === undefined || ID.test(person)],
    ['at', at === undefined || (INSTANT.test(at) && !Number.isNaN(Date.parse(at)))],
    ['actorRole', WORD.test(event.actorRole)],
    ['detail', detail.length <= 20 && detail.every((code) => CODE.test(code))],
  ];
  return fields.find(([, fits]) => !fits)?.[0];
}
