import type { MediaStore } from '#media/store.ts';
import type { Day } from '#consent/decision.ts';
import type { Problem } from '#records/problem.ts';
import { addressesOf, listedAddresses } from './addresses.ts';
import { type Admission, admit } from './admit.ts';
import type { Archive, HeldContribution } from '#repository/archive.ts';
import { evidenceOf } from './priority-evidence.ts';
import { checkMdx, PAGE_COMPONENTS } from './check-mdx.ts';
import { type CleanedParts, cleanParts, packetsIn } from './clean-parts.ts';
import { writeCommunity } from './community.ts';
import { type Gap, type CheckedExhibition, checkExhibition } from './check-exhibition.ts';
import { holdHidden } from './hold-hidden.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { ledgerOf } from './ledger.ts';
import type { Manifest } from './manifest.ts';
import { originalsOf } from './originals.ts';
import { readContent } from '#repository/read-content.ts';
import type { Page, Released, Sibling, Site, Story } from './released.ts';
import { consentPage, siteRecord } from './site-record.ts';
import { toReleasedStory } from './to-released-story.ts';
import { type WithheldText, withheldTexts } from './withheld-texts.ts';
import { tombstonesOf } from './tombstones.ts';
import { writeExhibitions, writePages } from './write-documents.ts';
import { TreeWriter } from './write-tree.ts';

export interface ReleaseInput {
  readonly content: string;
  /** The media store, beside the content folder's own files. */
  readonly store: MediaStore;
  readonly day: Day;
  /** Where the release tree is put; replaced only when all of it was made. */
  readonly folder: string;
  readonly mediaCache: string;
  /** Another folder of clean copies, so that none is made twice; nothing is written there. */
  readonly madeBefore?: string | undefined;
  readonly onProgress?: (done: number, total: number) => void;
  /** Ids that are hidden at this moment, whatever their record says (docs/consent.md §3.4, row 2). */
  readonly hidden?: ReadonlySet<string> | undefined;
  /** Finds what was withdrawn before and has come back (docs/consent.md, T32). */
  readonly findReturned?: (archive: Archive) => Promise<readonly Problem[]>;
  /**
   * For a content folder that holds some pieces of an archive alone: tells them what was answered about
   * their files in all others. A no elsewhere is a no here.
   */
  readonly knowOthers?: KnowOthers | undefined;
  /** What stands before `/media/…` in the addresses of this tree’s files; nothing on the site. */
  readonly mediaAt?: string | undefined;
}

export type KnowOthers = (
  held: readonly HeldContribution[],
) => Promise<readonly HeldContribution[]>;

export interface ReleaseDone {
  readonly manifest: Manifest;
  readonly site: Released<Site>;
  readonly stories: readonly Released<Story>[];
  /** What facilitators wrote for pages. */
  readonly pages: readonly Page[];
  /** Every HTML file and feed the site must have, and no other (see `addresses.ts`). */
  readonly addresses: readonly string[];
  readonly admissions: readonly Admission[];
  readonly gaps: readonly Gap[];
  readonly withheld: readonly WithheldText[];
  /** sha256 of every contributed media file, to what it is: none may be on the site as it came. */
  readonly originals: ReadonlyMap<string, string>;
  /** Path of every picture to the XMP packet it carries. */
  readonly packets: ReadonlyMap<string, string>;
  /** Cache entries in use; what else is in the cache came from pieces that are no longer out. */
  readonly cacheKeys: ReadonlySet<string>;
}

export type ReleaseResult =
  | { readonly ok: true; readonly value: ReleaseDone }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The door: reads all of `content/`, asks `decide` for every part and use, and writes a fresh tree
 * that holds only what consent lets out. On any problem nothing is written and the last tree stands.
 */
export async function release(input: ReleaseInput): Promise<ReleaseResult> {
  const { archive: read, problems } = await readContent({
    root: input.content,
    store: input.store,
  });
  if (read === undefined) return { ok: false, problems };
  const known = (await input.knowOthers?.(read.contributions)) ?? read.contributions;
  const archive = { ...read, contributions: known.map(holdHidden(input.hidden)) };
  const admissions = archive.contributions.map((held) => admit(held, input.day));
  const walls = hangAll(archive, input.day);
  const pages = archive.pages.map(({ body, file }) =>
    checkMdx({ body, file, allowed: PAGE_COMPONENTS }),
  );
  const cleaned = await cleanAll(admissions, input, consentPage(archive.settings));
  const found = [
    ...[...walls.values()].flatMap((wall) => wall.problems),
    ...pages.flatMap((page) => page.problems),
    ...[...cleaned.values()].flatMap((parts) => parts.problems),
    // After the cleaning, since a recording is known by its clean copy too.
    ...((await input.findReturned?.(archive)) ?? []),
  ];
  if (found.length > 0) return { ok: false, problems: found };
  return { ok: true, value: await write({ archive, admissions, walls, cleaned, input }) };
}

function hangAll(archive: Archive, day: Day): ReadonlyMap<string, CheckedExhibition> {
  const contributions = new Map(archive.contributions.map((held) => [held.id, held]));
  return new Map(
    archive.exhibitions.map((exhibition) => [
      exhibition.id,
      checkExhibition({ exhibition, contributions, day }),
    ]),
  );
}

async function cleanAll(
  admissions: readonly Admission[],
  { mediaCache, madeBefore, onProgress }: ReleaseInput,
  statement: string | undefined,
): Promise<ReadonlyMap<string, CleanedParts>> {
  const withMedia = admissions.filter(({ open }) =>
    [...open.values()].some(({ part }) => part.role === 'image' || part.role === 'voice'),
  );
  let done = 0;
  // Two at a time is what two cores can do; more only costs memory (docs/traps/sharp.md, "How many at once").
  const parts = await mapConcurrently(2, withMedia, async (admission) => {
    const place = { cacheFolder: mediaCache, madeBefore, statement };
    const cleaned = await cleanParts(admission, place);
    onProgress?.(++done, withMedia.length);
    return [admission.held.id, cleaned] as const;
  });
  return new Map(parts);
}

interface Ready {
  readonly archive: Archive;
  readonly admissions: readonly Admission[];
  readonly walls: ReadonlyMap<string, CheckedExhibition>;
  readonly cleaned: ReadonlyMap<string, CleanedParts>;
  readonly input: ReleaseInput;
}

async function write(ready: Ready): Promise<ReleaseDone> {
  const { archive, admissions, walls, cleaned, input } = ready;
  const out = admissions.filter(({ open }) => open.size > 0);
  const tree = await TreeWriter.begin(input.folder);
  const stories: Released<Story>[] = [];
  for (const admission of out) {
    stories.push(
      await writeStory(tree, admission, siblingsOf(admission, out), {
        cleaned: cleaned.get(admission.held.id),
        at: input.mediaAt,
      }),
    );
  }
  const exhibitions = await writeExhibitions(tree, archive, walls, input.day);
  const pages = await writePages(tree, archive);
  const ledger = ledgerOf({ archive, admissions, day: input.day });
  const site = siteRecord(archive, {
    tombstones: tombstonesOf(archive, admissions),
    ledger,
    behind: evidenceOf(archive, input.day),
    day: input.day,
  });
  await tree.json('site.json', site);
  const assets = await writeCommunity(tree, archive, exhibitions, input.day);
  const shown = { site, stories, exhibitions, pages, assets };
  await tree.json('listed.json', listedAddresses(shown));
  const files = await tree.finish(input.folder, input.day);
  return {
    manifest: { schema: 'living-roots/release@1', built_for: input.day, files },
    site,
    stories,
    pages,
    addresses: addressesOf(shown),
    admissions,
    gaps: [...walls.values()].flatMap((wall) => wall.gaps),
    withheld: admissions.flatMap(withheldTexts),
    originals: originalsOf(archive.contributions),
    packets: packetsIn([...cleaned.values()]),
    cacheKeys: new Set([...cleaned.values()].flatMap(({ keys }) => keys)),
  };
}

async function writeStory(
  tree: TreeWriter,
  admission: Admission,
  siblings: readonly Sibling[],
  { cleaned, at }: { readonly cleaned: CleanedParts | undefined; readonly at: string | undefined },
): Promise<Released<Story>> {
  const { held, open } = admission;
  const media = cleaned?.media ?? { photos: new Map(), sounds: new Map() };
  const story = toReleasedStory(admission, { ...media, at }, siblings);
  const origin = (part: string) => ({
    contribution: held.id,
    part,
    uses: open.get(part)?.uses ?? [],
  });
  if (story.wordsFile !== undefined) await tree.text(story.wordsFile, held.body, origin('words'));
  for (const { part, wordsFile } of [...story.translations, ...story.more]) {
    const source = [...held.fields.translations, ...held.fields.more].find(({ id }) => id === part);
    await tree.text(wordsFile, source?.words ?? '', origin(part));
  }
  for (const copy of cleaned?.copies ?? []) await tree.copy(copy, origin(copy.part));
  await tree.json(`contributions/${held.id}.json`, story, { contribution: held.id });
  return story;
}

/** The same piece in other languages: what has the same `work` and has its words out. */
function siblingsOf({ held }: Admission, out: readonly Admission[]): readonly Sibling[] {
  const { work } = held.fields;
  if (work === undefined) return [];
  return out
    .filter((other) => other.held.id !== held.id && other.held.fields.work === work)
    .map(({ held: { id, fields }, withWords }) => ({
      id,
      language: fields.language,
      title: withWords ? fields.title : undefined,
    }));
}
