import type { MediaStore } from '#media/store.ts';
import { decide } from '#consent/decide.ts';
import type { Day } from '#consent/decision.ts';
import { type EvidenceGap, evidenceOf } from '#release/priority-evidence.ts';
import { type UnboundAnswer, unboundAnswers } from '#release/community.ts';
import type { Gap } from '#release/check-exhibition.ts';
import { mapConcurrently } from '#release/map-concurrently.ts';
import { readContent } from '#repository/read-content.ts';
import { readContribution } from '#repository/read-contribution.ts';
import { daysAfter } from '#records/day.ts';
import type { SettingsFields } from '#records/settings.ts';
import { problemLine } from '#records/problem.ts';
import type { CopyHeld } from '#register/copies.ts';
import type { Register } from '#register/register.ts';
import type { PersonIn } from '#register/people.ts';
import type { HeldContribution } from '#repository/archive.ts';
import { list } from '#repository/content-files.ts';
import { factsOf } from '#release/facts.ts';
import { type CopyToCallBack, copiesToCallBack } from './call-back.ts';
import {
  type Coming,
  comingUp,
  gapsOn,
  type NotAsApproved,
  notAsApproved,
  type Undescribed,
  undescribed,
} from './coming.ts';
import { type Repository, liveTip } from '#repository/repository.ts';
import { makersOfFields } from '#records/makers.ts';
import { withWholeCheckout } from '#repository/checkout.ts';
import { mayBeThanked } from '#register/may-be-thanked.ts';

/** A help line that may have changed since somebody rang it. */
export interface OldSupport {
  readonly name: string;
  readonly checkedOn: Day | undefined;
}

/** What is published: the live branch, its media, and the day. */
export interface LiveContent {
  readonly repository: Repository;
  /** The media store: `<store>/<id>/<file>`. */
  readonly media: MediaStore;
  readonly today: () => Day;
  /** Where the copies that others have are written down. */
  readonly register?: Pick<Register, 'copies' | 'unreadable'> | undefined;
}

/** What a facilitator wants to know each morning, from the published content: ids and reasons only. */
export interface DailyFacts {
  readonly day: Day;
  readonly coming: readonly Coming[];
  readonly changed: readonly NotAsApproved[];
  /** Pictures that wait for a description. */
  readonly undescribed: readonly Undescribed[];
  readonly gaps: readonly Gap[];
  /** Pieces that a priority names and that may not stand behind it. */
  readonly behind: readonly EvidenceGap[];
  /** Answers that may be to other words than the priority has now. */
  readonly unbound: readonly UnboundAnswer[];
  /** Help lines that nobody looked at for half a year. */
  readonly oldSupport: readonly OldSupport[];
  /** Who made what has been public, and since when. */
  readonly published: readonly (PersonIn & { readonly on: Day })[];
  /** What is open on the website today, and whether thanks may be sent for it. */
  readonly shown: ReadonlyMap<string, { readonly thanks: boolean }>;
  /** What could be read and may not be shown on the website today. */
  readonly closed: ReadonlySet<string>;
  /** Copies that somebody has and that hold something that is not let out for their use any more. */
  readonly callBack: readonly CopyToCallBack[];
  /** When the archive could not be read: why, and nothing else is known. */
  readonly problems: readonly string[];
}

const NOTHING = {
  ...{ coming: [], changed: [], undescribed: [], gaps: [], behind: [], unbound: [] },
  ...{ oldSupport: [], callBack: [] },
  ...{ published: [], shown: new Map() },
};

/** A calendar looks this many days ahead. */
const AHEAD = 400;

interface Known {
  readonly key: string;
  readonly facts: Promise<DailyFacts>;
}

/** Reading all of the archive takes seconds when it is large, so it is read once for each day and version. */
const known = new WeakMap<LiveContent, Known>();

export async function dailyFacts(desk: LiveContent): Promise<DailyFacts> {
  const tip = await liveTip(desk.repository);
  const day = desk.today();
  const copies = copiesHeld(desk);
  const key = [tip, day, ...copies.map((copy) => copy.key)].join(' ');
  const last = known.get(desk);
  if (last?.key === key) return last.facts;
  const facts = read(desk, { tip, day, copies });
  known.set(desk, { key, facts });
  facts.catch(() => known.delete(desk));
  return facts;
}

/** The copies that may still be there; none while the register cannot be read. */
function copiesHeld({ register }: LiveContent): readonly CopyHeld[] {
  if (register === undefined || register.unreadable !== undefined) return [];
  return register.copies.all().filter(({ destroyedOn }) => destroyedOn === undefined);
}

async function read(
  desk: LiveContent,
  of: { readonly tip: string; readonly day: Day; readonly copies: readonly CopyHeld[] },
): Promise<DailyFacts> {
  const { tip, day, copies } = of;
  return withWholeCheckout(desk.repository, tip, async (root) => {
    const { archive, problems } = await readContent({ root, store: desk.media });
    if (archive === undefined) {
      const readable = await readableIn(root, desk.media);
      const closed = othersThan(shownOn(readable, day), readable);
      return { day, ...NOTHING, closed, problems: problems.map(problemLine) };
    }
    const shown = shownOn(archive.contributions, day);
    return {
      day,
      coming: comingUp({ archive, day, within: AHEAD }),
      changed: notAsApproved(archive.contributions, day),
      undescribed: undescribed(archive.contributions),
      gaps: gapsOn(archive, day),
      behind: evidenceOf(archive, day).gaps,
      unbound: unboundAnswers(archive),
      oldSupport: oldSupport(archive.settings.support, day),
      published: archive.contributions.flatMap((held) => publishedIn(held, day)),
      shown,
      closed: othersThan(shown, archive.contributions),
      callBack: copiesToCallBack(copies, { ...archive, hidden: new Set(), day }),
      problems: [],
    };
  });
}

/** In days: a number that leads nowhere is worse than none, and they change about once a year. */
const SUPPORT_IS_OLD = 182;

function oldSupport(lines: SettingsFields['support'], day: Day): readonly OldSupport[] {
  const since = daysAfter(day, -SUPPORT_IS_OLD);
  return lines
    .filter(({ checked_on: checked }) => checked === undefined || checked < since)
    .map(({ name, checked_on }) => ({ name, checkedOn: checked_on }));
}

function publishedIn({ id, fields }: HeldContribution, day: Day): DailyFacts['published'] {
  const on = fields.published_on;
  if (on === undefined || on > day) return [];
  return makersOfFields(fields).map((person) => ({ contribution: id, person, on }));
}

function shownOn(contributions: readonly HeldContribution[], day: Day): DailyFacts['shown'] {
  const open = contributions.filter((held) => {
    const { outcome } = decide(factsOf(held), { use: 'web', day });
    return outcome === 'publish' || outcome === 'partial';
  });
  return new Map(open.map((held) => [held.id, { thanks: mayBeThanked(held, day) }]));
}

function othersThan(
  shown: DailyFacts['shown'],
  contributions: readonly HeldContribution[],
): ReadonlySet<string> {
  return new Set(contributions.map(({ id }) => id).filter((id) => !shown.has(id)));
}

/** One by one, where the archive as a whole has a mistake in it. */
async function readableIn(root: string, store: MediaStore): Promise<readonly HeldContribution[]> {
  const { folders } = await list(root, 'stories');
  const read = await mapConcurrently(8, folders, (id) => readContribution({ root, store }, id));
  return read.flatMap(({ held, problems }) =>
    held !== undefined && problems.length === 0 ? [held] : [],
  );
}
