import { resolve } from 'node:path';
import type { Day } from '#consent/decision.ts';
import { list } from '#repository/content-files.ts';
import { readContribution } from '#repository/read-contribution.ts';
import type { Register } from '#register/register.ts';
import { makersOfFields } from '#records/makers.ts';
import type { Outcome } from './printer.ts';
import { stateOf } from '#state/state.ts';
import { refusedWith, withRegister } from './with-register.ts';

/**
 * Who is to be asked how they are, and when: two weeks after their piece first went public and each
 * year, in the way that is safe for them (docs/consent.md §7). Their contact is shown only when asked for.
 */
export function tasks(input: {
  readonly content: string;
  readonly day: Day;
  readonly within: number;
  readonly contacts: boolean;
}): Promise<Outcome> {
  return withRegister(input.content, async (register) => {
    const here = await notePublished(register, resolve(input.content), input.day);
    const due = register
      .tasks(input)
      .filter(({ contribution }) => here.has(contribution))
      .map((task) => ({ ...task, who: register.personOf(task.contribution, task.person) }));
    const told = due.map(({ who, ...task }) => ({
      ...task,
      safeWay: who?.safeWay,
      safeTime: who?.safeTime,
      contact: input.contacts ? who?.contact : undefined,
      name: input.contacts ? who?.name : undefined,
    }));
    return {
      exit: 0,
      lines:
        told.length === 0
          ? [`Nothing to do within ${input.within} days.`]
          : told.map(({ key, dueOn, contribution, person, ...how }) =>
              [
                `${key}  ${dueOn}  ask ${person} of ${contribution} how they are`,
                how.safeWay === undefined ? 'no safe way is written down' : `by: ${how.safeWay}`,
                ...(how.safeTime === undefined ? [] : [`when: ${how.safeTime}`]),
                ...(how.name === undefined ? [] : [how.name]),
                ...(how.contact === undefined ? [] : [how.contact]),
              ].join('; '),
            ),
      data: { ok: true, tasks: told },
    };
  });
}

/**
 * What went public without the desk, by an import or a build, is noted here. Answers with the ids
 * that are still in the content: nobody is asked about a piece that is gone.
 */
async function notePublished(
  register: Register,
  root: string,
  day: Day,
): Promise<ReadonlySet<string>> {
  const { folders } = await list(root, 'stories');
  for (const id of folders) {
    const { held } = await readContribution({ root, store: stateOf(root).store }, id);
    const on = held?.fields.published_on;
    if (held === undefined || on === undefined || on > day) continue;
    for (const person of makersOfFields(held.fields))
      register.notePublished({ contribution: id, person, on, actorRole: 'archive' });
  }
  return new Set(folders);
}

export function taskDone(input: {
  readonly content: string;
  readonly key: string;
  readonly day: Day;
}): Promise<Outcome> {
  return withRegister(input.content, (register) =>
    register.taskDone(input)
      ? { exit: 0, lines: [`${input.key} is done.`], data: { ok: true } }
      : refusedWith('There is no open task with this key. Nothing was changed.'),
  );
}

/** The thanks that wait to be read. */
export function thanks(input: { readonly content: string }): Promise<Outcome> {
  return withRegister(input.content, (register) => {
    const waiting = register.thanksWaiting();
    return {
      exit: 0,
      lines:
        waiting.length === 0
          ? ['No thanks are waiting.']
          : waiting.map(
              ({ key, contribution, receivedOn, words }) =>
                `${key}  ${receivedOn}  for ${contribution}: ${words}`,
            ),
      data: { ok: true, thanks: waiting },
    };
  });
}

/** Passes thanks on, or drops them; either way the register keeps their words no longer. */
export function takeThanks(input: {
  readonly content: string;
  readonly key: string;
  readonly as: 'passed' | 'dropped';
}): Promise<Outcome> {
  return withRegister(input.content, (register) => {
    const taken = register.takeThanks(input);
    if (taken === undefined)
      return refusedWith('No thanks wait under this key. Nothing was changed.');
    const lines =
      input.as === 'passed'
        ? [
            `Give these words to the contributor of ${taken.contribution}, in the way that is safe for them ("npm run archive -- person ${taken.contribution} p1"). They are kept no longer:`,
            taken.words,
          ]
        : ['Dropped. The words are kept no longer.'];
    return { exit: 0, lines, data: { ok: true, ...taken } };
  });
}
