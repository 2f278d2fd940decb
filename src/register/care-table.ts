import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Day } from '#consent/decision.ts';
import { type CheckIn, checkInsIn, isOverIn, PUBLISHED } from './care.ts';
import type { StoredEvent } from './event.ts';
import type { PersonIn } from './people.ts';

/** Something to do for somebody; `key` is how it is named on the command line. */
export interface Task extends PersonIn {
  readonly key: string;
  readonly what: string;
  readonly dueOn: Day;
}

/** Words somebody sent to a contributor, which nobody has passed on yet. */
export interface Thanks {
  readonly key: string;
  readonly contribution: string;
  readonly words: string;
  readonly receivedOn: Day;
}

/** How many thanks may wait for one piece: more than a person reads. */
const MOST_WAITING = 200;

/** Whether the log says already that this person's piece is public. */
export function wasPublished(db: DatabaseSync, { contribution, person }: PersonIn): boolean {
  const known = db.prepare(
    'SELECT 1 FROM events WHERE contribution = ? AND event = ? AND person = ?',
  );
  return known.get(contribution, PUBLISHED, person) !== undefined;
}

/** What is to be done until a day, the earliest first; made from the log, and written down. */
export function tasksDue(
  db: DatabaseSync,
  events: readonly StoredEvent[],
  within: { readonly day: Day; readonly until: Day },
): readonly Task[] {
  putCheckIns(db, checkInsIn(events, within));
  // One written down before they changed their mind.
  const isOver = isOverIn(events);
  return openTasks(db, within.until).filter((task) => !isOver(task));
}

/** Writes down the check-ins that are not there yet; one that was done stays done. */
function putCheckIns(db: DatabaseSync, checkIns: readonly CheckIn[]): void {
  const insert = db.prepare('INSERT OR IGNORE INTO tasks VALUES (?, ?, ?, ?, ?, NULL)');
  for (const { contribution, person, dueOn } of checkIns)
    insert.run(newKey(), contribution, person, 'check-in', dueOn);
}

/** What is not done and falls due until a day, the earliest first. */
function openTasks(db: DatabaseSync, until: Day): readonly Task[] {
  return db
    .prepare('SELECT * FROM tasks WHERE done_on IS NULL AND due_on <= ? ORDER BY due_on, key')
    .all(until)
    .map((row) => ({
      key: String(row['key']),
      contribution: String(row['contribution']),
      person: String(row['person']),
      what: String(row['what']),
      dueOn: String(row['due_on']),
    }));
}

/** Marks a task as done; older ones for the same person with it. Answers with it, or nothing. */
export function markDone(db: DatabaseSync, key: string, day: Day): PersonIn | undefined {
  const row = db.prepare('SELECT * FROM tasks WHERE key = ? AND done_on IS NULL').get(key);
  if (row === undefined) return undefined;
  const who = { contribution: String(row['contribution']), person: String(row['person']) };
  db.prepare(
    `UPDATE tasks SET done_on = ? WHERE contribution = ? AND person = ? AND what = ?
       AND due_on <= ? AND done_on IS NULL`,
  ).run(day, who.contribution, who.person, String(row['what']), String(row['due_on']));
  return who;
}

/** Keeps words for a contributor until somebody reads them. False when too many wait already. */
export function putThanks(
  db: DatabaseSync,
  { contribution, words, receivedOn }: Omit<Thanks, 'key'>,
): boolean {
  const waiting = db
    .prepare('SELECT count(*) AS n FROM thanks WHERE contribution = ?')
    .get(contribution);
  if (Number(waiting?.['n'] ?? 0) >= MOST_WAITING) return false;
  db.prepare('INSERT INTO thanks VALUES (?, ?, ?, ?)').run(
    newKey(),
    contribution,
    words,
    receivedOn,
  );
  return true;
}

export function waitingThanks(db: DatabaseSync): readonly Thanks[] {
  return db
    .prepare('SELECT * FROM thanks ORDER BY received_on, key')
    .all()
    .map((row) => ({
      key: String(row['key']),
      contribution: String(row['contribution']),
      words: String(row['words']),
      receivedOn: String(row['received_on']),
    }));
}

/** Takes words out for good, and answers with them. */
export function takeThanks(db: DatabaseSync, key: string): Thanks | undefined {
  const found = waitingThanks(db).find((each) => each.key === key);
  if (found !== undefined) db.prepare('DELETE FROM thanks WHERE key = ?').run(key);
  return found;
}

/** Short enough to type, and no count of what there is. */
function newKey(): string {
  return randomBytes(5).toString('hex');
}
