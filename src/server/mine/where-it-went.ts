import type { Titled, WentInto } from '#components/own-piece.ts';
import { inLanguage } from '#components/story-view.ts';
import type { Day } from '#consent/decision.ts';
import type { Interface } from '#i18n/words.ts';
import { isDay } from '#records/day.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { evidenceOf } from '#release/priority-evidence.ts';
import type { HeldContribution, HeldDocument, Lists } from '#repository/archive.ts';
import { withFiles } from '#repository/checkout.ts';
import { filesOf, liveTip } from '#repository/repository.ts';
import { givenOut } from '#server/given-out.ts';
import { readContent } from '#repository/read-content.ts';
import type { ExhibitionFields, ResponseFields } from '#records/lists.ts';
import { londonDay } from '#schedule/london.ts';
import type { Desk } from '#server/desk-context.ts';

interface Around {
  readonly exhibitions: readonly HeldDocument<ExhibitionFields>[];
  readonly responses: readonly HeldDocument<ResponseFields>[];
  readonly priorities: Lists['priorities'];
}

/**
 * What a published piece went into, the newest last, from what is published and from the log: where it
 * hangs today by the same check that hangs it, what it stands behind by the same that puts it there, and
 * copies that are written down, and thanks that a facilitator passed on. What is written down nowhere is not told.
 */
export async function whereItWent(
  desk: Desk,
  held: HeldContribution,
  shown: Interface,
): Promise<readonly WentInto[]> {
  const day = desk.today();
  const { exhibitions, responses, priorities } = await around(desk);
  const contributions = [held];
  const byId = new Map([[held.id, held]]);
  const hung = exhibitions.filter(
    (exhibition) => checkExhibition({ exhibition, contributions: byId, day }).works.length > 0,
  );
  const { pieces } = evidenceOf({ lists: { priorities } as Lists, contributions }, day);
  const behind = [...pieces].filter(([, stand]) => stand.length > 0).map(([id]) => id);
  const answersTo = (about: ResponseFields['answers']): Titled | undefined => {
    if ('priority' in about)
      return behind.includes(about.priority)
        ? priorityTitle(about.priority, priorities, shown)
        : undefined;
    const wall = hung.find(({ id }) => id === about.exhibition);
    return wall && exhibitionTitle(wall);
  };
  return [
    ...sinceOn(desk, held, day),
    ...hung.map((wall): WentInto => {
      const { opens, closes } = wall.fields;
      return { kind: 'exhibition', title: exhibitionTitle(wall), opens, closes };
    }),
    ...behind.map((id): WentInto => ({
      kind: 'priority',
      title: priorityTitle(id, priorities, shown),
    })),
    ...responses.flatMap(({ fields }): readonly WentInto[] => {
      const title = answersTo(fields.answers);
      return title === undefined
        ? []
        : [{ kind: 'answer', title, who: fields.institution, day: fields.on }];
    }),
    ...givenOut(desk, held.id).map((copy): WentInto => ({ kind: 'copy', ...copy })),
    ...thanksFor(desk, held.id),
  ];
}

/** Exhibitions, what is asked for and what was answered, as they are published. */
async function around({ repository, media }: Desk): Promise<Around> {
  const live = await liveTip(repository);
  const files = (await filesOf(repository, live)).filter(({ path }) => AROUND.test(path));
  return withFiles(repository, files, async (root) => {
    const { partial } = await readContent({ root, store: media });
    return {
      exhibitions: partial?.exhibitions ?? [],
      responses: partial?.responses ?? [],
      priorities: partial?.lists.priorities ?? new Map(),
    };
  });
}

const AROUND = /^content\/(?:exhibitions|responses|priorities)\//;

const exhibitionTitle = ({ id, fields }: HeldDocument<ExhibitionFields>): Titled => ({
  ...{ text: fields.title, language: fields.language, href: `/exhibitions/${id}/` },
});

function priorityTitle(id: string, priorities: Around['priorities'], shown: Interface): Titled {
  const named = inLanguage(priorities.get(id)?.name ?? {}, shown);
  return { text: named.text || id, language: named.lang, href: `/priorities/${id}/` };
}

/** The first day that the log has of it, or its record; never one that is still to come. */
function sinceOn({ register }: Desk, held: HeldContribution, day: Day): readonly WentInto[] {
  const logged = eventsOf(register, held.id)
    .filter(({ event }) => event === 'published')
    .flatMap(({ detail }) => detail.find((code) => code.startsWith('on:'))?.slice(3) ?? []);
  const [first = held.fields.published_on] = logged.filter(isDay).toSorted();
  return first === undefined || first > day ? [] : [{ kind: 'site', day: first }];
}

function thanksFor({ register }: Desk, id: string): readonly WentInto[] {
  return eventsOf(register, id)
    .filter(({ event }) => event === 'thanks-passed')
    .map(({ at }) => ({ kind: 'thanks', day: londonDay(new Date(at)) }));
}

/** A log that cannot be read tells nothing. */
export function eventsOf(register: Desk['register'], id: string) {
  try {
    return register.events().filter(({ contribution }) => contribution === id);
  } catch {
    return [];
  }
}
