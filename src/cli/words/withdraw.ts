import type { Outcome } from '#cli/printer.ts';
import { problemLine } from '#records/problem.ts';
import type { Noted } from '#withdrawal/add-to-blocklist.ts';
import type { Cleared } from '#withdrawal/clear-built-folders.ts';
import {
  type CameDown,
  isOut,
  type NotThere,
  type TakenOut,
  type Unreadable,
  type Withdrawn,
} from '#withdrawal/result.ts';
import type { TakeBackResult, TakenBack } from '#withdrawal/take-back.ts';
import { copiesElsewhereLines } from './export.ts';

/** What `withdraw` says: what came down, what nobody can recall, and what is still owed. */
export function takeBackWords(result: TakeBackResult): Outcome {
  switch (result.kind) {
    case 'taken-back':
      return takenBack(result);
    case 'only-hidden': {
      const { exit, lines, data } = takenOutWords(result.why);
      const hidden = `${result.id} is hidden, and stays so until this is done.`;
      return { exit, lines: [...lines, hidden], data };
    }
    case 'nothing-taken':
      return takenOutWords(result.why);
  }
}

/** What became of the content folder alone. */
export function takenOutWords(taken: TakenOut): Outcome {
  return {
    exit: isOut(taken) ? 0 : 1,
    lines: taken.kind === 'withdrawn' ? withdrawnLines(taken, true) : [notTaken(taken)],
    data: takenOutData(taken),
  };
}

function takenOutData(taken: TakenOut): object {
  switch (taken.kind) {
    case 'withdrawn':
      return { ok: true, id: taken.id, withdrawn: downWords(taken.what), day: taken.day };
    case 'withdrawn-before':
      return { ok: true };
    case 'unreadable':
      return { ok: false, unreadable: true };
    case 'no-contribution':
    case 'no-such-part':
      return { ok: false };
  }
}

const REBUILT: Readonly<Record<TakenBack['rebuilt'], string>> = {
  done: 'The site has been made again without it, and every file was proved.',
  failed:
    'The site could not be made again: that is still owed. It stays hidden until it is; "npm run archive -- check" says what to mend, then "npm run build".',
  owed: 'The site has not been made again yet: that is still owed. Until then it stays hidden: npm run build',
};

function takenBack({ id, folder, hiddenAt, cleared, rebuilt, whole, copies }: TakenBack): Outcome {
  const { folders, closed } = cleared;
  return {
    // The withdrawal is done whatever became of the build; that the build is owed stands in the lines.
    exit: 0,
    lines: [
      ...folderLines(id, folder),
      `Hidden at ${hiddenAt}. A desk that is running hides it from its next answer on.`,
      folders.length > 0
        ? `Taken out of ${folders.length} built folder${folders.length === 1 ? '' : 's'}, with every mention of it. Single words of it stay in the search index until the next build, and lead to nothing.`
        : 'No built folder of this archive holds it. A copy of the site that lies elsewhere still shows it: put the next build in its place.',
      ...(closed.length > 0
        ? [`${closed.length} pages named it in their text and are closed until the next build.`]
        : []),
      REBUILT[rebuilt],
      ...copiesElsewhereLines(copies),
    ],
    data: {
      ...takenOutData(folder),
      ok: true,
      id,
      whole,
      hiddenAt,
      folders: folders.length,
      rebuild: rebuilt,
      copies,
    },
  };
}

/** Said while the work goes on, for each built folder whose search could not be made again. */
export function withoutSearchWords({ withoutSearch }: Pick<Cleared, 'withoutSearch'>) {
  return withoutSearch.map(
    () =>
      'The search of a built folder could not be made again. It finds nothing there until the next build.',
  );
}

function folderLines(id: string, folder: TakenBack['folder']): readonly string[] {
  if (folder.kind === 'withdrawn') return withdrawnLines(folder, false);
  return isOut(folder) ? [notTaken(folder)] : [`${id} has been withdrawn from the desk's branch.`];
}

/** `alone`: nothing else was done, so the site waits for a build. */
function withdrawnLines(taken: Withdrawn, alone: boolean): readonly string[] {
  const { id, what, day, wasPublic, noted, sharedWith, stillSaid } = taken;
  return [
    `${downWords(what)} of ${id} has been withdrawn${day ? ` on ${day}` : ''}. Nobody needs to say why.`,
    ...(alone
      ? ['It leaves the site, the search and every exhibition with the next build: npm run build']
      : []),
    ...(wasPublic
      ? [
          'We cannot recall what other people have saved, printed or copied, and search engines may remember it for some weeks.',
        ]
      : []),
    ...sharedWith.map(
      (other) =>
        `A file of it stays, because the part ${other} has it too. Should that go as well: npm run archive -- withdraw ${id} --part ${other}`,
    ),
    ...(noted === undefined ? [] : notedLines(noted)),
    ...stillSaid.map((problem) => `Before the next build: ${problemLine(problem)}`),
    `The history of the content repository still holds it until that is purged: npm run archive -- purge-history ${id}`,
  ];
}

function downWords(what: CameDown): string {
  switch (what.of) {
    case 'whole':
      return 'The whole contribution';
    case 'person':
      return 'One person’s part';
    case 'words':
      return 'The words, and all that is made from them,';
    case 'part':
      return `The part ${what.part}`;
    case 'use':
      return what.kind === undefined
        ? `The use ${what.use}`
        : `The use ${what.use} of ${what.kind}`;
  }
}

/** Why nothing of a folder was taken out. */
function notTaken(taken: NotThere | Unreadable): string {
  switch (taken.kind) {
    case 'withdrawn-before':
      return `${taken.id} has been withdrawn already. There is nothing left to take down.`;
    case 'no-contribution':
      return 'There is no contribution with this id. Nothing was changed.';
    case 'no-such-part':
      return `${taken.id} has no part with this id. Nothing was changed.`;
    case 'unreadable':
      return `${taken.id}: its record cannot be read, so one part, use or person cannot be taken out. Nothing was changed. Withdraw the whole, or run "npm run archive -- check" and mend it.`;
  }
}

function notedLines(noted: Noted): readonly string[] {
  switch (noted.kind) {
    case 'failed':
      return [
        'It could not be noted in the never-again list, so it would not be recognised if it were put back. The withdrawal goes on. Ask whoever looks after the archive to look at the folder of its state.',
      ];
    case 'list-unreadable':
      return [
        `It could not be noted in the never-again list: ${noted.problem.what} ${noted.problem.next} The withdrawal goes on.`,
      ];
    case 'noted':
      return [
        'It was noted in the never-again list: if it is put back, under any name, the build stops and says so.',
        ...leftOutLines(noted),
      ];
    case 'nothing-to-know-by':
      return [
        'There was nothing in it to know it by, so nothing was noted in the never-again list.',
        ...leftOutLines(noted),
      ];
  }
}

function leftOutLines({ unread, leftOut }: Extract<Noted, { readonly unread: number }>) {
  const { texts, pictures, sounds } = leftOut;
  const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;
  return [
    ...(unread > 0
      ? [
          `${files(unread)} could not be read, so they would not be recognised if they were put back.`,
        ]
      : []),
    ...(texts + pictures > 0
      ? [
          `${texts} of its texts and ${pictures} of its pictures were not noted, because something that stays has the same, or they tell too little.`,
        ]
      : []),
    ...(sounds > 0
      ? ['A recording of it was not noted, because something that stays has the same.']
      : []),
  ];
}
