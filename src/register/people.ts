import type { DatabaseSync } from 'node:sqlite';
import { type Interpreter, INTERPRETERS } from '#records/consent-capture.ts';
import { eventText } from './log.ts';
import { transaction } from './open-file.ts';
import { refuseCharacters } from './refused.ts';

/** Somebody the archive knows, and how to reach them without putting them at risk (docs/consent.md §3.2). */
export interface PersonRecord {
  /** Opaque and random; the same person in every contribution. It is never in the content. */
  readonly id: string;
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly safeWay?: string | undefined;
  readonly safeTime?: string | undefined;
  /** BCP 47: the language they like to be spoken to in. */
  readonly language?: string | undefined;
  readonly supportNeeds?: string | undefined;
  readonly guardian?: GuardianRecord | undefined;
}

export interface GuardianRecord {
  readonly name?: string | undefined;
  readonly relationship?: string | undefined;
  readonly contact?: string | undefined;
  /** Where the signed form lies. */
  readonly formKept?: string | undefined;
}

/** A person as a contribution names them: `p1` means somebody else in each. */
export interface PersonIn {
  readonly contribution: string;
  readonly person: string;
}

/** How a consent was taken. Roles, and where the paper is; never who. */
export interface ConsentCapture extends PersonIn {
  readonly takenByRole?: string | undefined;
  readonly witnessRole?: string | undefined;
  readonly interpreter?: Interpreter | undefined;
  readonly formKept?: string | undefined;
}

/** Writes a person, or puts this in place of what was there; what is left out is gone. */
export function putPerson(db: DatabaseSync, person: PersonRecord): void {
  refuseCharacters(person);
  transaction(db, () => {
    db.prepare(
      `INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, contact = excluded.contact,
         safe_way = excluded.safe_way, safe_time = excluded.safe_time,
         language = excluded.language, support_needs = excluded.support_needs`,
    ).run(
      person.id,
      person.name ?? null,
      person.contact ?? null,
      person.safeWay ?? null,
      person.safeTime ?? null,
      person.language ?? null,
      person.supportNeeds ?? null,
    );
    db.prepare('DELETE FROM guardians WHERE person = ?').run(person.id);
    const { guardian } = person;
    if (guardian !== undefined)
      db.prepare('INSERT INTO guardians VALUES (?, ?, ?, ?, ?)').run(
        person.id,
        guardian.name ?? null,
        guardian.relationship ?? null,
        guardian.contact ?? null,
        guardian.formKept ?? null,
      );
  });
}

export function personById(db: DatabaseSync, id: string): PersonRecord | undefined {
  const row = db.prepare('SELECT * FROM persons WHERE id = ?').get(id);
  if (row === undefined) return undefined;
  const guardian = db.prepare('SELECT * FROM guardians WHERE person = ?').get(id);
  return {
    id,
    name: eventText(row['name']),
    contact: eventText(row['contact']),
    safeWay: eventText(row['safe_way']),
    safeTime: eventText(row['safe_time']),
    language: eventText(row['language']),
    supportNeeds: eventText(row['support_needs']),
    guardian: guardian && {
      name: eventText(guardian['name']),
      relationship: eventText(guardian['relationship']),
      contact: eventText(guardian['contact']),
      formKept: eventText(guardian['form_kept']),
    },
  };
}

/** Says who a person in a contribution is. */
export function putAlias(db: DatabaseSync, of: PersonIn, id: string): void {
  db.prepare(
    `INSERT INTO aliases VALUES (?, ?, ?)
     ON CONFLICT (contribution, person) DO UPDATE SET id = excluded.id`,
  ).run(of.contribution, of.person, id);
}

export function idOf(db: DatabaseSync, of: PersonIn): string | undefined {
  const row = db
    .prepare('SELECT id FROM aliases WHERE contribution = ? AND person = ?')
    .get(of.contribution, of.person);
  return eventText(row?.['id']);
}

export function aliasesOf(db: DatabaseSync, id: string): readonly PersonIn[] {
  return db
    .prepare('SELECT contribution, person FROM aliases WHERE id = ? ORDER BY contribution, person')
    .all(id)
    .map((row) => ({ contribution: String(row['contribution']), person: String(row['person']) }));
}

export function putConsentCapture(db: DatabaseSync, capture: ConsentCapture): void {
  refuseCharacters(capture);
  db.prepare(
    `INSERT INTO takings VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (contribution, person) DO UPDATE SET taken_by_role = excluded.taken_by_role,
       witness_role = excluded.witness_role, interpreter = excluded.interpreter,
       form_kept = excluded.form_kept`,
  ).run(
    capture.contribution,
    capture.person,
    capture.takenByRole ?? null,
    capture.witnessRole ?? null,
    capture.interpreter ?? null,
    capture.formKept ?? null,
  );
}

export function consentCaptureOf(db: DatabaseSync, of: PersonIn): ConsentCapture | undefined {
  const row = db
    .prepare('SELECT * FROM takings WHERE contribution = ? AND person = ?')
    .get(of.contribution, of.person);
  return (
    row && {
      ...of,
      takenByRole: eventText(row['taken_by_role']),
      witnessRole: eventText(row['witness_role']),
      interpreter: INTERPRETERS.find((each) => each === row['interpreter']),
      formKept: eventText(row['form_kept']),
    }
  );
}

/** Takes out who a person in a contribution is and how they were asked. Was there anything? */
export function dropAlias(db: DatabaseSync, { contribution, person }: PersonIn): boolean {
  const gone = ['aliases', 'takings', 'tasks'].map((table) =>
    db
      .prepare(`DELETE FROM ${table} WHERE contribution = ? AND person = ?`)
      .run(contribution, person),
  );
  return gone.some(({ changes }) => Number(changes) > 0);
}
