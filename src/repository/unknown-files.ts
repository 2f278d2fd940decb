import { join } from 'node:path';
import { typeByEnding } from '#media/formats.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '#records/collections.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import type { KnownNames } from '#records/problem-words/folder.ts';
import type { Archive } from './archive.ts';
import { list, type FolderEntries } from './content-files.ts';
import { namedFiles } from './read-contribution.ts';

/** What a folder of `content/` holds: records in files of this ending, or a folder for each. */
type Holds =
  | { readonly files: RegExp; readonly called: string }
  | { readonly each: string | Pick<RegExp, 'test'>; readonly called: string };

/** A recording of one question (docs/content-format.md, "The rest of `content/`"). */
const SPOKEN = {
  test: (name: string) => /^[a-z]+\.\w+$/.test(name) && typeByEnding(name)?.of === 'sound',
};

/** Every folder the archive reads. What is not here is read by nobody. */
const FOLDERS: Readonly<Record<string, Holds>> = Object.fromEntries([
  ...COLLECTION_NAMES.filter((name) => name !== 'settings').map((name) => [
    name,
    holds(COLLECTIONS[name].file),
  ]),
  ['withdrawn', holds('.yaml')],
  // Questions of the form, read out.
  ['spoken', { each: SPOKEN, called: 'LANGUAGE/QUESTION.mp3' }],
]);

function holds(file: string): Holds {
  if (file.startsWith('/')) return { each: file.slice(1), called: `ID${file}` };
  const ending = file === '.yaml' ? /\.ya?ml$/ : new RegExp(`${RegExp.escape(file)}$`);
  return { files: ending, called: `ID${file}` };
}

/** Files beside the folders: the archive's own, and what any repository has. */
const FILES =
  /^(?:settings\.yaml|archive-id|(?:readme|licen[cs]e|contributing|changelog)(?:\.\w+)?)$/i;

/**
 * Folders and files of `content/` that the archive does not read, so that a story in a folder with a
 * slip in its name is not waited for in vain. They stop nothing: what is not read is not published.
 * Files that begin with a dot are left alone.
 */
export async function unknownFiles(
  root: string,
  contributions: Archive['contributions'],
): Promise<readonly Problem[]> {
  const top = await list(root, '.');
  const found: Problem[] = [
    ...top.folders
      .filter((name) => !Object.hasOwn(FOLDERS, name))
      .map((name) => unknownFolder(name)),
    ...top.files.filter((name) => !FILES.test(name)).map((name) => unknownFile(name)),
  ];
  for (const [name, holds] of Object.entries(FOLDERS))
    found.push(...(await within(root, name, holds)));
  for (const held of contributions) {
    const named = new Set(namedFiles(held.fields).map((each) => each.name.normalize('NFC')));
    const { files, folders } = await list(root, held.folder);
    const others = files.filter((name) => name !== 'story.md' && !named.has(name.normalize('NFC')));
    const count = others.length + folders.length;
    if (count > 0) found.push(problemAt({ file: `${held.folder}/` }, 'not-named', { count }));
  }
  return found;
}

async function within(root: string, folder: string, holds: Holds): Promise<readonly Problem[]> {
  const here = await list(root, folder);
  const expected = { called: `${folder}/${holds.called}` };
  const notRead = ({ folders, files }: Pick<FolderEntries, 'folders' | 'files'>, at: string) => [
    ...folders.map((name) => unknownFolder(join(at, name), expected)),
    ...files.map((name) => unknownFile(join(at, name), expected)),
  ];
  if ('files' in holds) {
    const files = here.files.filter((name) => !holds.files.test(name));
    return notRead({ folders: here.folders, files }, folder);
  }
  // A loose file among the stories is an error of its own, and their folders are looked at by their records.
  if (folder === 'stories') return [];
  const inEach = await Promise.all(
    here.folders.map(async (id) => {
      const { folders, files } = await list(root, join(folder, id));
      return notRead(
        { folders, files: files.filter((name) => !isHeld(name, holds.each)) },
        join(folder, id),
      );
    }),
  );
  return [...notRead({ folders: [], files: here.files }, folder), ...inEach.flat()];
}

const isHeld = (name: string, each: string | Pick<RegExp, 'test'>): boolean =>
  typeof each === 'string' ? name === each : each.test(name);

/** What is expected of what has no other rule: one of the folders there are. */
const ANY: KnownNames = { folders: Object.keys(FOLDERS) };

function unknownFolder(file: string, expected: KnownNames = ANY): Problem {
  return problemAt({ file: `${file}/` }, 'folder-not-known', expected);
}

function unknownFile(file: string, expected: KnownNames = ANY): Problem {
  return problemAt({ file }, 'file-not-known', expected);
}
