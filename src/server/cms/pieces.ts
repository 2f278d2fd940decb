import type { MediaStore } from '#media/store.ts';
import type { Day } from '#consent/decision.ts';
import { directionOf } from '#i18n/language.ts';
import { type Interface, interfaceIn } from '#i18n/words.ts';
import { CONTRIBUTION_ID } from '#records/ids.ts';
import { exhibition as exhibitionSchema } from '#records/lists.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { evidenceWords, gapWords } from '#release/gap-words.ts';
import { evidenceOf } from '#release/priority-evidence.ts';
import { checkExhibition } from '#release/check-exhibition.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { knowingEachOther } from '#repository/same-files.ts';
import type { Desk } from '#server/desk-context.ts';
import { filesOf, type Repository, liveTip } from '#repository/repository.ts';
import { withFiles } from '#repository/checkout.ts';
import { type DecisionTold, decisionWords } from './decision-words.ts';

/** One thing that may be hung: a whole piece, or one part of it, with its permission. */
export interface PieceChoice {
  readonly part?: string | undefined;
  /** What a picture shows or a part is, in the words of the record. */
  readonly words: string;
  /** Why it may not hang in this exhibition; empty where it may. */
  readonly why: readonly string[];
}

export interface ExhibitionPiece {
  readonly id: string;
  readonly title: string;
  /** Of the title. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly kind: string;
  /** What of it is public, and what else it may be used for, as beside its consents. */
  readonly told: Pick<DecisionTold, 'lang' | 'dir' | 'now' | 'also' | 'alsoTitle'>;
  readonly choices: readonly PieceChoice[];
}

type Asked = Readonly<Record<string, unknown>>;

/**
 * Every published piece by its title, with what of it may hang in this exhibition on the day it opens
 * or today, and why the rest may not: asked while choosing, so that nobody finds out at saving. Asked for
 * `evidence`, the same of standing behind what people here ask for.
 */
export async function piecesForExhibition(
  desk: Desk,
  asked: Asked,
): Promise<readonly ExhibitionPiece[]> {
  const id = typeof asked['exhibition'] === 'string' ? asked['exhibition'] : '';
  const opens = exhibitionSchema.shape.opens.safeParse(asked['opens']).data;
  const today = desk.today();
  const day = opens !== undefined && opens > today ? opens : today;
  const held = await publishedPieces(desk);
  const shown = interfaceIn(String(asked['language'] ?? ''), 'desk');
  const choicesOf =
    asked['use'] === 'evidence'
      ? (piece: HeldContribution) => [{ words: '', why: whyNotBehind(piece, day) }]
      : (piece: HeldContribution) => toHang(piece, { id, day, held });
  return [...held.values()]
    .filter((piece) => !desk.hidden.hides(piece.id))
    .map((piece) => ({ ...namedPiece(piece, day, shown), choices: choicesOf(piece) }))
    .toSorted((a, b) => a.title.localeCompare(b.title));
}

function namedPiece(
  piece: HeldContribution,
  day: Day,
  shown: Interface,
): Omit<ExhibitionPiece, 'choices'> {
  const { title, kind, language } = piece.fields;
  const { lang, dir, now, also, alsoTitle } = decisionWords(piece, day, shown);
  const told = { lang, dir, now, also, alsoTitle };
  return { id: piece.id, title, kind, lang: language, dir: directionOf(language), told };
}

interface Wall {
  readonly id: string;
  readonly day: Day;
  readonly held: ReadonlyMap<string, HeldContribution>;
}

function toHang(piece: HeldContribution, wall: Wall): readonly PieceChoice[] {
  const { photos, voice } = piece.fields;
  const parts: readonly (readonly [string | undefined, string])[] = [
    [undefined, ''],
    ...photos.map(({ id, alt, caption }) => [id, caption || alt || ''] as const),
    ...(voice === undefined ? [] : [[voice.id, ''] as const]),
  ];
  return parts.map(([part, words]) => ({ part, words, why: whyNot(piece, part, wall) }));
}

/** Asked of the same code that puts it behind a priority: one behind which nothing else stands. */
function whyNotBehind(piece: HeldContribution, day: Day): readonly string[] {
  const priorities = new Map([['new', { themes: [], pieces: [piece.id] }]]);
  const { gaps } = evidenceOf({ lists: { priorities }, contributions: [piece] }, day);
  return gaps.flatMap((gap) => evidenceWords(gap));
}

/** Asked of the same code that hangs it: an exhibition in which nothing else is. */
function whyNot(
  piece: HeldContribution,
  part: string | undefined,
  { id, day, held }: Wall,
): readonly string[] {
  const body = `<Work id="${piece.id}"${part === undefined ? '' : ` part="${part}"`} />\n`;
  const fields = exhibitionSchema.parse({ title: id || 'new', language: 'en' });
  const exhibition = { id, file: '', fields, body };
  const { gaps } = checkExhibition({ exhibition, contributions: held, day });
  return gaps.flatMap((gap) => gapWords(gap));
}

type PublishedPieces = ReadonlyMap<string, HeldContribution>;
const known = new WeakMap<
  Repository,
  { readonly tip: string; readonly held: Promise<PublishedPieces> }
>();

/** Read once for each version of the live branch; a piece that cannot be read cannot be chosen. */
export async function publishedPieces({ repository, media }: Desk): Promise<PublishedPieces> {
  const tip = await liveTip(repository);
  const last = known.get(repository);
  if (last?.tip === tip) return last.held;
  const held = readAll(repository, media, tip);
  known.set(repository, { tip, held });
  return held;
}

async function readAll(
  repository: Repository,
  media: MediaStore,
  tip: string,
): Promise<PublishedPieces> {
  const files = await filesOf(repository, tip, 'content/stories/');
  const ids = new Set(files.map(({ path }) => path.split('/')[2] ?? ''));
  return withFiles(repository, files, async (root) => {
    const held = new Map<string, HeldContribution>();
    for (const id of [...ids].filter((each) => CONTRIBUTION_ID.test(each))) {
      const read = await readContribution({ root, store: media }, id);
      if (read.held !== undefined && read.problems.length === 0) held.set(id, read.held);
    }
    return new Map(knowingEachOther([...held.values()]).map((each) => [each.id, each]));
  });
}

/** A piece, or a new version of it, with what was answered about its files in the pieces that are published. */
export async function knowingOthers(desk: Desk, held: HeldContribution): Promise<HeldContribution> {
  const [known = held] = await knowingPublished(desk, [held]);
  return known;
}

/** The same of several, which count as they are here and not as they are published. */
export async function knowingPublished(
  desk: Desk,
  held: readonly HeldContribution[],
): Promise<readonly HeldContribution[]> {
  const here = new Set(held.map(({ id }) => id));
  const others = [...(await publishedPieces(desk)).values()].filter(({ id }) => !here.has(id));
  return knowingEachOther([...held, ...others]).slice(0, held.length);
}
