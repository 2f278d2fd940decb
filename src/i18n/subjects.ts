import type { board } from './en/board.ts';
import type { care } from './en/care.ts';
import type { community } from './en/community.ts';
import type { consent } from './en/consent.ts';
import type { cover } from './en/cover.ts';
import type { cues } from './en/cues.ts';
import type { decision } from './en/decision.ts';
import type { desk } from './en/desk.ts';
import type { door } from './en/door.ts';
import type { editor } from './en/editor.ts';
import type { exhibitions } from './en/exhibitions.ts';
import type { invite } from './en/invite.ts';
import type { lists } from './en/lists.ts';
import type { mine } from './en/mine.ts';
import type { pages } from './en/pages.ts';
import type { paper } from './en/paper.ts';
import type { preview } from './en/preview.ts';
import type { receipts } from './en/receipts.ts';
import type { review } from './en/review.ts';
import type { search } from './en/search.ts';
import type { share } from './en/share.ts';
import type { site } from './en/site.ts';
import type { story } from './en/story.ts';
import type { thanks } from './en/thanks.ts';
import type { withdraw } from './en/withdraw.ts';
import type { Like } from './text.ts';

/**
 * The words of one language, subject by subject; English says which there are. A missing word, a
 * missing item of a list and a lost place to fill are errors before anything runs.
 */
export interface Subjects {
  readonly site: Like<typeof site>;
  readonly lists: Like<typeof lists>;
  readonly story: Like<typeof story>;
  readonly exhibitions: Like<typeof exhibitions>;
  readonly pages: Like<typeof pages>;
  readonly consent: Like<typeof consent>;
  readonly withdraw: Like<typeof withdraw>;
  readonly review: Like<typeof review>;
  readonly search: Like<typeof search>;
  readonly community: Like<typeof community>;
  readonly paper: Like<typeof paper>;
  readonly preview: Like<typeof preview>;
  readonly receipts: Like<typeof receipts>;
  readonly thanks: Like<typeof thanks>;
  readonly cues: Like<typeof cues>;
  readonly decision: Like<typeof decision>;
  readonly cover: Like<typeof cover>;
  readonly desk: Like<typeof desk>;
  readonly board: Like<typeof board>;
  readonly care: Like<typeof care>;
  readonly door: Like<typeof door>;
  readonly share: Like<typeof share>;
  readonly mine: Like<typeof mine>;
  readonly invite: Like<typeof invite>;
  readonly editor: Like<typeof editor>;
}

/** All words of one language, whatever their subject. */
export type Words = Subjects['site'] &
  Subjects['lists'] &
  Subjects['story'] &
  Subjects['exhibitions'] &
  Subjects['pages'] &
  Subjects['consent'] &
  Subjects['withdraw'] &
  Subjects['review'] &
  Subjects['search'] &
  Subjects['community'] &
  Subjects['paper'] &
  Subjects['preview'] &
  Subjects['receipts'] &
  Subjects['thanks'] &
  Subjects['cues'] &
  Subjects['decision'] &
  Subjects['cover'] &
  Subjects['desk'] &
  Subjects['board'] &
  Subjects['care'] &
  Subjects['door'] &
  Subjects['share'] &
  Subjects['mine'] &
  Subjects['invite'] &
  Subjects['editor'];
