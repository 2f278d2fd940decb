/** The tables of who may come in and what they are still writing, a step for each version, as in `schema.ts`. */
export const ACCESS_STEPS: readonly string[] = [
  `
  -- Who may come in, and who is in. Digests of random tokens alone, so that the file opens no door; and
  -- no name: what an invitation is for stands on the slip, not here (docs/decisions.md, "Sign-in without accounts").
  CREATE TABLE secrets (
    name TEXT PRIMARY KEY CHECK (name = 'codes'),
    value BLOB NOT NULL CHECK (length(value) = 32)
  ) STRICT;

  CREATE TABLE invitations (
    key TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    role TEXT NOT NULL,
    language TEXT,
    use TEXT NOT NULL CHECK (use IN ('single', 'group')),
    made_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    used INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;

  CREATE TABLE sessions (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    invitation TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT,
    owner TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_of_invitation ON sessions (invitation);

  -- What somebody is still writing: their answers, until they send it. One for each owner.
  CREATE TABLE forms (
    owner TEXT PRIMARY KEY,
    invitation TEXT NOT NULL,
    role TEXT NOT NULL,
    language TEXT,
    contribution TEXT NOT NULL UNIQUE,
    answers TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    code BLOB UNIQUE CHECK (length(code) = 32)
  ) STRICT;
  `,
  `
  -- What came by the form: which sign-in sent it, and which version of it its maker saw.
  CREATE TABLE sent (
    contribution TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    revision TEXT NOT NULL
  ) STRICT;
  CREATE INDEX sent_by_owner ON sent (owner);

  -- Somebody looks at what they shared, by the code of their receipt.
  CREATE TABLE visits (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- What an invitation is for, in a few words of the desk's own and no name; and a code that can be typed
  -- where nothing can be scanned, kept as a keyed digest because it is short.
  ALTER TABLE invitations ADD COLUMN note TEXT;
  ALTER TABLE invitations ADD COLUMN code BLOB CHECK (length(code) = 32);
  CREATE UNIQUE INDEX invitations_by_code ON invitations (code);
  `,
  `
  -- A link for one person who is in a contribution and has to be asked; gone once they answered.
  CREATE TABLE asked (
    key TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    contribution TEXT NOT NULL,
    person TEXT NOT NULL,
    until INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX asked_of_contribution ON asked (contribution, person);

  -- The link by which somebody came, where it was not the code of a receipt.
  ALTER TABLE visits ADD COLUMN link TEXT;
  `,
  `
  -- How often wrong codes came from one part of the network, so that a restart does not begin anew. Nobody's
  -- address: keyed digests, for a quarter of an hour, with a key that is made anew each day.
  CREATE TABLE limit_keys (
    made_at INTEGER NOT NULL,
    value BLOB NOT NULL CHECK (length(value) = 32)
  ) STRICT;
  CREATE TABLE wrong_codes (
    who BLOB NOT NULL CHECK (length(who) = 16),
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX wrong_codes_of ON wrong_codes (who);
  `,
  `
  -- Of a form that changes what was shared before: the versions of its record that it was opened on.
  ALTER TABLE forms ADD COLUMN opened_on TEXT;
  `,
  `
  -- Numbers given to somebody who writes in the editor, for pieces of which nothing is saved yet.
  CREATE TABLE numbers (
    contribution TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    given_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX numbers_of_owner ON numbers (owner);
  `,
  `
  -- What somebody writes in the editor, saved and never sent: theirs alone to see.
  CREATE TABLE unsent (
    contribution TEXT PRIMARY KEY
  ) STRICT;
  `,
];
