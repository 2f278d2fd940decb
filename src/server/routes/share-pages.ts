import { deskAddress } from '#desk/drawn.ts';
import type { ShareStart, ShareStep } from '#desk/share.ts';
import { EVERYWHERE } from '#hosting/headers.ts';
import { OFTEN_TOLD_IN } from '#i18n/told-in.ts';
import type { Interface } from '#i18n/words.ts';
import type { Changeable } from '#intake/contribution/answers-from.ts';
import type { Answers } from '#intake/contribution/answers.ts';
import { readFor, withTicks } from '#intake/contribution/read-boxes.ts';
import { nextOpen, stepAfter, type StepName } from '#intake/contribution/steps.ts';
import type { Desk } from '#server/desk-context.ts';
import { type LookedAt, questionOf, stepPosition } from '#server/share-view.ts';
import { spokenAt } from '#server/spoken.ts';
import type { Visitor } from '#server/sign-in.ts';
import { FORM_HEADERS } from './form-headers.ts';
import { seeOther } from './see-other.ts';

/** A request for a page of the form. */
export interface At {
  readonly desk: Desk;
  readonly visitor: Visitor | undefined;
  readonly step: StepName | undefined;
  readonly shown: Interface;
}

/** A form that is being written. */
export interface Open extends At {
  readonly visitor: Visitor;
  readonly step: StepName;
  /** The id that the contribution will have. */
  readonly id: string;
  readonly given: Answers;
  /** What was shared before, where this changes it. */
  readonly change: OpenedChange | undefined;
}

export interface OpenedChange {
  /** The versions that it was opened on. */
  readonly opened: string;
  /** Nothing where that record is not there any more. */
  readonly before: Changeable | undefined;
}

/** On to another question, or to the first page. */
export function goTo({ shown }: At, step: StepName | undefined): Response {
  const path = step === undefined ? '/share/' : `/share/${step}/`;
  return seeOther(deskAddress(path, shown.lang));
}

/** After this page: in a change only what is open is asked before all of it is looked at again. */
export function nextStep({ step, change }: Open, given: Answers): StepName {
  return change === undefined ? (stepAfter(step, given) ?? 'look') : nextOpen(step, given);
}

/** The first page, whoever asks. */
export function startPage(at: At, says: Partial<ShareStart>, status = 200): Promise<Response> {
  const state = at.visitor === undefined ? 'outside' : 'inside';
  const { desk } = at;
  return desk.drawer.page({
    page: 'share/start',
    says: { token: '', hasBegun: false, forOthers: false, ...says, state: says.state ?? state },
    ...pageOf(at),
    inLanguage: (other) =>
      says.state === 'ask'
        ? `/share/?code=${encodeURIComponent(says.token ?? '')}&lang=${other}`
        : `/share/?lang=${other}`,
    status,
  });
}

/** What more a page of the form says. */
export type StepSays = Pick<ShareStep, 'problem' | 'lines' | 'code'>;

/** What was looked at, and the tree that its page is drawn from. */
interface Drawn {
  readonly looked?: LookedAt | undefined;
  readonly tree?: string | undefined;
}

/** One question; with what was not right, or the code to go on with elsewhere. */
export async function stepPage(
  open: Open,
  { looked, tree, ...more }: StepSays & Drawn = {},
  status = 200,
): Promise<Response> {
  const { desk, step, shown, id } = open;
  const { number, count, before } = stepPosition(step, open.given);
  const back = before && deskAddress(`/share/${before}/`, shown.lang);
  const asked = questionOf(step, {
    ...{ form: id, given: withTicks(step, open.given), shown, looked },
    languages: OFTEN_TOLD_IN,
    fileAt: (file) => `/share/files/${id}/${file}`,
  });
  const read = readFor(step, open.given);
  const isChange = open.change !== undefined;
  const spoken = await spokenAt(desk, { language: shown.lang, step });
  const says = { asked, number, count, back, spoken, read, isChange, ...more };
  return desk.drawer.page({ page: 'share/step', says, tree, ...pageOf(open), status });
}

/**
 * A form under "no-referrer" says "Origin: null", which an older browser says of a page elsewhere too. Where
 * sound is asked for, and nowhere else, a page may use the microphone and play what it recorded.
 */
export function pageOf({ shown, step }: At) {
  const path = step === undefined ? '/share/' : `/share/${step}/`;
  return {
    language: shown.lang,
    inLanguage: (other: string) => `${path}?lang=${other}`,
    headers: { ...FORM_HEADERS, ...(step === 'sound' ? RECORDS : {}) },
  };
}

const RECORDS = {
  'Permissions-Policy': EVERYWHERE['Permissions-Policy'].replace(
    'microphone=()',
    'microphone=(self)',
  ),
  'Content-Security-Policy': EVERYWHERE['Content-Security-Policy'].replace(
    "media-src 'self'",
    "media-src 'self' blob:",
  ),
};
