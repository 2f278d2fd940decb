import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PieceState } from '#components/own-piece.ts';
import { decide } from '#consent/decide.ts';
import type { MinePiece, OwnPieceItem } from '#desk/mine.ts';
import type { Interface } from '#i18n/words.ts';
import { receiptWords } from '#register/receipt-facts.ts';
import { receiptsFor } from '#register/receipts-for.ts';
import type { PersonIn } from '#register/people.ts';
import { factsOf } from '#release/facts.ts';
import type { HeldContribution } from '#repository/archive.ts';
import type { Desk } from '#server/desk-context.ts';
import { londonDay } from '#schedule/london.ts';
import { choicesIn } from '#server/taken-down.ts';
import { choicesOf, isMaker } from '#withdrawal/choices.ts';
import { lastText } from '#withdrawal/finish-withdrawal.ts';
import { changeableNow } from './changeable.ts';
import { partsToAdd, peopleKnown } from './add-person.ts';
import { partLabel } from './part-label.ts';
import { latestOf, type PieceNow, pieceNow } from './piece-now.ts';
import { becauseOf, isShown, pieceState } from './piece-state.ts';
import { namedKinds, theirPart } from './their-part.ts';
import { eventsOf, whereItWent } from './where-it-went.ts';
import type { VisitedPiece } from './visit.ts';
import { othersOf } from './who-else.ts';

/** What its page says, but for what the route adds. */
export type PieceSays = Omit<MinePiece, 'action' | 'missed' | 'problem'>;

/** One piece as this person may see it: all of it as its maker, and otherwise their own answers. */
export async function pieceSays(
  desk: Desk,
  own: VisitedPiece,
  shown: Interface,
): Promise<PieceSays> {
  const now = await pieceNow(desk, own.contribution);
  const state = await stateNow(desk, now);
  const isTheirs = await isMakers(desk, own);
  const inForce = now.live ?? now.draft?.held;
  const latest = latestOf(now);
  const choices = await choicesOf(desk, own.contribution, own.person);
  const theirs = isTheirs ? inForce : undefined;
  return {
    state,
    title: theirs?.fields.title,
    language: theirs?.fields.language,
    changeWaits: isTheirs && now.live !== undefined && now.draft !== undefined,
    keptBack: theirs === undefined ? [] : keptBackIn(theirs, desk, shown),
    address: state.kind === 'public' ? `/stories/${own.contribution}/` : undefined,
    ...answersOf(desk, isTheirs ? inForce : latest, own, shown),
    maker: theirs && {
      change: await changeNow(desk, own),
      copyAt: `/mine/${own.contribution}/copy?lang=${shown.lang}`,
      others: othersOf(desk, latest ?? theirs, own.person, shown),
      parts: partsToAdd(latest ?? theirs, shown),
      known: peopleKnown(latest ?? theirs),
      went: now.live === undefined ? [] : await whereItWent(desk, now.live, shown),
    },
    part: isTheirs || latest === undefined ? undefined : partSays(desk, latest, own),
    choices: choices === undefined ? [] : choicesIn(choices.choices, shown),
  };
}

/** A piece in the list of what is theirs; what it is called is for its maker alone. */
export async function pieceItem(desk: Desk, own: PersonIn): Promise<Omit<OwnPieceItem, 'href'>> {
  const now = await pieceNow(desk, own.contribution);
  const held = (await isMakers(desk, own)) ? (now.live ?? now.draft?.held) : undefined;
  const { title, language } = held?.fields ?? {};
  return { title, language, state: await stateNow(desk, now) };
}

/** Can its maker change it by the form, or go on changing it? */
async function changeNow(
  desk: Desk,
  own: VisitedPiece,
): Promise<'open' | 'begun' | 'tell' | 'unread'> {
  if (desk.access.ownerOfForm(own.contribution) !== undefined) return 'begun';
  const opening = await changeableNow(desk, own);
  return opening === 'unread' ? opening : opening === undefined ? 'tell' : 'open';
}

/** The part of somebody who did not make it; nothing of it while the piece is stopped. */
function partSays(desk: Desk, held: HeldContribution, { person }: PersonIn): MinePiece['part'] {
  const part = theirPart(held, person, (each) => `/mine/${held.id}/part/${each}`);
  const { things, kinds, answer, mayAnswer } = part;
  if (desk.hidden.hides(held.id)) return { things: [], answer, asks: [] };
  return { things, answer, asks: mayAnswer ? namedKinds(kinds) : [] };
}

/** Where a piece is now. */
export async function stateNow(desk: Desk, now: PieceNow): Promise<PieceState> {
  const { publisher, hidden, access, register } = desk;
  const page = join(publisher.site.folder, 'stories', now.id, 'index.html');
  const down = eventsOf(register, now.id).findLast(
    ({ event, person, detail }) =>
      event === 'withdrawn' && person === undefined && detail.length === 0,
  );
  return pieceState(now, {
    day: desk.today(),
    isHidden: hidden.hides(now.id),
    isServed: (await stat(page).catch(() => undefined))?.isFile() ?? false,
    sent: access.pieces.sent(now.id)?.revision,
    downOn: down && londonDay(new Date(down.at)),
  });
}

/** Did this person make it? Read as far as the record can be read; on doubt they did not. */
export async function isMakers(desk: Desk, { contribution, person }: PersonIn): Promise<boolean> {
  const text = await lastText(desk.repository, contribution).catch(() => undefined);
  return text !== undefined && isMaker(text, person);
}

/** Parts that are kept back while others are shown. */
function keptBackIn(held: HeldContribution, desk: Desk, shown: Interface): PieceSays['keptBack'] {
  const decision = decide(factsOf(held), { use: 'web', day: desk.today() });
  if (!isShown(decision)) return [];
  return factsOf(held).parts.flatMap(({ id, role }) => {
    const part = decision.parts.get(id);
    if (part?.verdict !== 'withhold' || (role === 'words' && held.body.trim() === '')) return [];
    const label = partLabel(held, id) ?? (({ words }: Interface) => words.receipt.part[role]);
    return [{ label: label(shown), because: becauseOf(held, part.refusals) }];
  });
}

/** What this person said yes to, as it is enforced; no grid where it is nothing. */
function answersOf(
  desk: Desk,
  held: HeldContribution | undefined,
  { person }: PersonIn,
  shown: Interface,
): Pick<PieceSays, 'grid' | 'notes'> {
  const receipt = held && receiptsFor(held, desk.today()).find((each) => each.person === person);
  if (held === undefined || receipt === undefined) return { notes: [] };
  const { kinds, rows, notes, name, until } = receiptWords({
    ...{ receipt, id: held.id, code: undefined, settings: { name: '', contacts: [] } },
    ...{ language: shown.lang, exhibitions: new Map(), thanks: false },
  });
  const named = name === undefined ? [] : [`${shown.words.receipt.nameShown}: ${name}`];
  const grid = { kinds, rows };
  return { grid, notes: [...notes, ...named, until] };
}
