import { existsSync, globSync } from 'node:fs';

/** Every file of these rooms is changed, unless it stands in `LEFT_OUT`: a new one is from its first day. */
const WHOLE = ['consent', 'release'] as const;

/** What those two take for true: how content is read, and what is a mark in contributed words. */
const READ = [
  'records/marks.ts',
  'repository/content-files.ts',
  'repository/digests.ts',
  'repository/edit-front-matter.ts',
  'repository/front-matter.ts',
  'repository/plain-aliases.ts',
  'repository/read-content.ts',
  'repository/read-contribution.ts',
  'repository/record-text.ts',
  'repository/references.ts',
  'repository/same-files.ts',
  'repository/unknown-files.ts',
];

const BUILD = 'only a whole build shows it: tests/build';

/** Files of the whole rooms that are not changed, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'release/clean-parts.ts': BUILD,
  'release/rendering-changes.ts': 'tells facilitators what looks otherwise, and lets nothing out',
  'release/preview.ts': 'only the desk shows it: tests/unit/server/preview.test.ts',
  'release/release-folder.ts': BUILD,
  'release/release.ts': BUILD,
  'release/release-for-use.ts':
    'cleans real files in processes of their own: tests/unit/export/release-for-use.test.ts',
  'release/site-frame.ts': 'only a drawn page shows it: tests/unit/desk/drawn-pages.test.ts',
  'release/queries.ts': BUILD,
  'release/write-documents.ts': BUILD,
};

/**
 * What is changed, in the groups that are counted. A file that is named here and not there any more is
 * an error: it was moved, and would be changed no longer.
 */
export function mutated(): Readonly<Record<string, readonly string[]>> {
  const whole = WHOLE.map((room) => {
    const files = globSync(`${room}/*.ts`, { cwd: 'src' }).map((file) => file.replace('\\', '/'));
    return [room, files.filter((file) => !Object.hasOwn(LEFT_OUT, file)).sort()] as const;
  });
  const gone = [...READ, ...Object.keys(LEFT_OUT)].filter((file) => !existsSync(`src/${file}`));
  if (gone.length > 0)
    throw new Error(`Named in tests/mutation/mutated.ts, and not there: ${gone.join(', ')}.`);
  return Object.fromEntries([...whole, ['what they read', READ]]);
}
