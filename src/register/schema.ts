/**
 * The tables of the register, one step for each version; a step that has been released is never
 * changed, a new one is added. What belongs here and never in git: docs/consent.md §3.2
 * and §3.6. Not asked for at all, because nothing in the archive needs it: date of birth, address,
 * ethnicity, immigration, health.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE secrets (
    name TEXT PRIMARY KEY CHECK (name IN ('codes', 'fingerprints', 'calendar')),
    value BLOB NOT NULL CHECK (length(value) = 32)
  ) STRICT;

  CREATE TABLE persons (
    id TEXT PRIMARY KEY,
    name TEXT,
    contact TEXT,
    safe_way TEXT,
    safe_time TEXT,
    language TEXT,
    support_needs TEXT
  ) STRICT;

  -- Who p1 of a contribution is. A person's id differs in each contribution, so that two anonymous
  -- stories cannot be linked from the content (docs/consent.md §3.1); they are linked here and nowhere else.
  CREATE TABLE aliases (
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    id TEXT NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    PRIMARY KEY (contribution, person)
  ) STRICT;
  CREATE INDEX aliases_of_person ON aliases (id);

  CREATE TABLE guardians (
    person TEXT PRIMARY KEY REFERENCES persons (id) ON DELETE CASCADE,
    name TEXT,
    relationship TEXT,
    contact TEXT,
    form_kept TEXT
  ) STRICT;

  CREATE TABLE takings (
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    taken_by_role TEXT,
    witness_role TEXT,
    interpreter TEXT CHECK (interpreter IN ('none', 'professional', 'trained_peer')),
    form_kept TEXT,
    PRIMARY KEY (contribution, person)
  ) STRICT;

  CREATE TABLE receipts (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    issued_on TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tasks (
    key TEXT PRIMARY KEY,
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    what TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    UNIQUE (contribution, person, what, due_on)
  ) STRICT;

  CREATE TABLE thanks (
    key TEXT PRIMARY KEY,
    contribution TEXT NOT NULL,
    words TEXT NOT NULL,
    received_on TEXT NOT NULL
  ) STRICT;

  CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    event TEXT NOT NULL,
    contribution TEXT,
    person TEXT,
    at TEXT NOT NULL,
    actor_role TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;

  CREATE INDEX events_about ON events (contribution, event);

  CREATE TRIGGER events_stay BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'The log of events is never changed.'); END;

  CREATE TRIGGER events_are_kept BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'Nothing is taken out of the log of events.'); END;

  -- REPLACE would take a row out without the trigger above.
  CREATE TRIGGER events_follow BEFORE INSERT ON events
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
    OR NEW.prev IS NOT coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')
  BEGIN SELECT RAISE(ABORT, 'An event follows the last one.'); END;
  `,
  `
  -- Copies that somebody else has: what of the content is in them, and whom to ask to destroy them.
  CREATE TABLE copies (
    key TEXT PRIMARY KEY,
    use TEXT NOT NULL,
    format TEXT NOT NULL,
    made_on TEXT NOT NULL,
    recipient TEXT,
    destroyed_on TEXT
  ) STRICT;
  CREATE TABLE copy_parts (
    copy TEXT NOT NULL REFERENCES copies (key) ON DELETE CASCADE,
    contribution TEXT NOT NULL,
    part TEXT NOT NULL,
    PRIMARY KEY (copy, contribution, part)
  ) STRICT;
  CREATE INDEX copies_of ON copy_parts (contribution);
  `,
];
