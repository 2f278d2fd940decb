import type { HonoRequest } from 'hono';
import { interfaceIn } from '#i18n/words.ts';
import { type Answers, answers } from '#intake/contribution/answers.ts';
import { type StepName, stepsFor } from '#intake/contribution/steps.ts';
import type { Desk } from '#server/desk-context.ts';
import { recordBefore } from '#server/mine/changeable.ts';
import { mayDo } from '#server/roles.ts';
import { secretIn, type Visitor } from '#server/sign-in.ts';
import { languageAsked } from './language-asked.ts';
import { type At, goTo, type Open } from './share-pages.ts';
import { preferred } from './sign-in-page.ts';

/** A request for the first page, whoever asks. */
export async function atOf(desk: Desk, req: HonoRequest): Promise<At> {
  const visitor = await visitorOf(desk, secretIn(req.raw));
  const language = languageAsked(req, visitor?.language ?? preferred(req.raw));
  return { desk, visitor, step: undefined, shown: interfaceIn(language, 'desk') };
}

/** The form of whoever asks, at one of its questions; or where they have to go instead. */
export async function openForm(
  desk: Desk,
  req: HonoRequest,
  step: StepName,
): Promise<Open | Response> {
  const at = await atOf(desk, req);
  const { visitor } = at;
  const form = visitor && desk.access.form(visitor);
  if (visitor === undefined || form === undefined) return goTo(at, undefined);
  const { contribution: id, openedOn: opened } = form;
  const change =
    opened === undefined ? undefined : { opened, before: await recordBefore(desk, opened) };
  const open = { ...at, visitor, step, id, change, given: given(form.answers) };
  return stepsFor(open.given).includes(step) ? open : goTo(at, 'language');
}

/** Whoever is signed in and may share. */
export async function visitorOf(
  desk: Desk,
  secret: string | undefined,
): Promise<Visitor | undefined> {
  const visitor = await desk.signIns.visitor(secret);
  return mayDo(visitor?.role, 'share') ? visitor : undefined;
}

/**
 * Changes the answers as they are at this moment, and keeps them; nothing where the form of this id is over.
 * Read and written in one step, so that what another request kept meanwhile stays.
 */
export function changeAnswers(
  { desk, visitor, id }: Open,
  change: (now: Answers) => Answers,
): Answers | undefined {
  const form = desk.access.form(visitor);
  if (form?.contribution !== id) return undefined;
  const next = change(given(form.answers));
  desk.access.saveForm(visitor, { contribution: id, answers: JSON.stringify(next) });
  return next;
}

/** The answers of whoever is writing, as they are at this moment. */
export function answersNow({ desk, visitor }: Open): Answers {
  return given(desk.access.form(visitor)?.answers ?? '{}');
}

/** What was kept is read as strictly as what is sent; a form of an older kind begins anew. */
function given(text: string): Answers {
  const read = answers.safeParse(JSON.parse(text));
  return read.success ? read.data : answers.parse({});
}
