import type { Words } from '#i18n/subjects.ts';
import { board } from './board.ts';
import { care } from './care.ts';
import { community } from './community.ts';
import { consent } from './consent.ts';
import { cover } from './cover.ts';
import { cues } from './cues.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { door } from './door.ts';
import { editor } from './editor.ts';
import { exhibitions } from './exhibitions.ts';
import { invite } from './invite.ts';
import { lists } from './lists.ts';
import { mine } from './mine.ts';
import { pages } from './pages.ts';
import { paper } from './paper.ts';
import { preview } from './preview.ts';
import { receipts } from './receipts.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { share } from './share.ts';
import { site } from './site.ts';
import { story } from './story.ts';
import { thanks } from './thanks.ts';
import { withdraw } from './withdraw.ts';

/** Every word of this language, by its subject. */
export const words: Words = {
  ...site,
  ...lists,
  ...story,
  ...exhibitions,
  ...pages,
  ...consent,
  ...withdraw,
  ...review,
  ...search,
  ...community,
  ...paper,
  ...preview,
  ...receipts,
  ...thanks,
  ...cues,
  ...decision,
  ...cover,
  ...desk,
  ...board,
  ...care,
  ...door,
  ...share,
  ...mine,
  ...invite,
  ...editor,
};
