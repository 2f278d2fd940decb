import { rm } from 'node:fs/promises';
import type { Decision, PartDecision, Refusal } from '#consent/decision.ts';
import type { Part } from '#consent/grant.ts';
import { pruneCache } from '#media/cache.ts';
import type { Problem } from '#records/problem.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { factsOf } from './facts.ts';
import type { Gap } from './check-exhibition.ts';
import { release, type ReleaseDone, type ReleaseInput } from './release.ts';

/** One part of a piece, what it is, and what was decided about it. */
export interface PartTold {
  readonly id: string;
  readonly role: Part['role'];
  /** Of pictures: which of them, from one. */
  readonly number?: number | undefined;
  /** Of a translation or further words. */
  readonly language?: string | undefined;
  readonly decision: PartDecision;
}

/** The tree is there, and holds the piece as the public would see it; with what would not be shown. */
export interface PreviewShown {
  readonly kind: 'shown';
  readonly parts: readonly PartTold[];
  readonly gaps: readonly Gap[];
  /** Every contribution that the tree holds anything of. */
  readonly pieces: readonly string[];
}

/** Nothing of it would be shown, for these reasons; there is no tree. */
export interface NothingToShow {
  readonly kind: 'nothing-to-show';
  /** What closes the whole, where nothing is said of its parts. */
  readonly refusals: readonly Refusal[];
  readonly parts: readonly PartTold[];
}

/** It cannot be read, so nothing is known of what would be shown; there is no tree. */
export interface NotRead {
  readonly kind: 'not-read';
  readonly problems: readonly Problem[];
}

export type Preview = PreviewShown | NothingToShow | NotRead;

/** What may have a page drawn before it is published. */
export type PreviewTarget =
  | { readonly collection: 'stories'; readonly id: string }
  | { readonly collection: 'exhibitions'; readonly id: string };

/**
 * The content holds this one record, the lists, and what is shown with it; nothing else of the archive.
 * `mediaCache` is of this preview alone: what is not shown any more does not stay in it.
 */
export interface PreviewInput extends ReleaseInput {
  readonly of: PreviewTarget;
}

/**
 * What the public would see of one story or exhibition, through the same door as all of the site: into a
 * tree of its own in `folder`, which is there afterwards only where something is shown.
 */
export async function preview(input: PreviewInput): Promise<Preview> {
  const { of, folder, mediaCache } = input;
  const released = await release(input);
  const keep = released.ok ? released.value.cacheKeys : new Set<string>();
  await pruneCache({ cacheFolder: mediaCache, keep });
  if (!released.ok) {
    await rm(folder, { recursive: true, force: true });
    return { kind: 'not-read', problems: released.problems };
  }
  const told =
    of.collection === 'stories' ? story(released.value, of.id) : wall(released.value, of.id);
  if (told.kind !== 'shown') await rm(folder, { recursive: true, force: true });
  return told;
}

function story({ admissions, stories }: ReleaseDone, id: string): PreviewShown | NothingToShow {
  const admission = admissions.find(({ held }) => held.id === id);
  if (admission === undefined) return { kind: 'nothing-to-show', refusals: [], parts: [] };
  const { held, decision } = admission;
  const parts = partsTold(held, decision);
  if (!stories.some((each) => each.id === id)) {
    const refusals = parts.length === 0 ? decision.refusals : [];
    return { kind: 'nothing-to-show', refusals, parts };
  }
  return { kind: 'shown', parts, gaps: [], pieces: stories.map((each) => each.id) };
}

function wall({ gaps, stories }: ReleaseDone, id: string): PreviewShown {
  const own = gaps.filter(({ exhibition }) => exhibition === id);
  return { kind: 'shown', parts: [], gaps: own, pieces: stories.map((each) => each.id) };
}

/** The parts that something was decided about, with what each of them is. */
export function partsTold(
  held: HeldContribution,
  { parts }: Pick<Decision, 'parts'>,
): readonly PartTold[] {
  const { translations, more } = held.fields;
  const pictures = held.fields.photos.map(({ id }) => id);
  return factsOf(held).parts.flatMap(({ id, role }) => {
    const decision = parts.get(id);
    if (decision === undefined) return [];
    const { language } = [...translations, ...more].find((part) => part.id === id) ?? {};
    const number = role === 'image' ? pictures.indexOf(id) + 1 : undefined;
    return [{ id, role, number, language, decision }];
  });
}
