import { refusalsInWords } from '#consent/reasons.ts';
import type { Gap } from './hang-exhibition.ts';

const WORDS: Readonly<Record<Exclude<Gap['reason'], 'not-cleared'>, string>> = {
  'not-here':
    'There is no piece with this id: it was withdrawn, or it is not published yet. Take it out of the exhibition, or publish the piece first.',
  'nothing-to-show':
    'The piece has no part with this id. Write the id of a part that is there, or leave the part out.',
  'safe-copy-only':
    'Only the safe copy may hang in this exhibition, and the site shows the other one. Take it out of the exhibition, or ask again.',
};

/** Why a work is not shown in an exhibition, and what to do next: for facilitators, never for the public. */
export function gapWords({ reason, why }: Gap): readonly string[] {
  return reason === 'not-cleared' ? refusalsInWords(why) : [WORDS[reason]];
}

/** One line about a work that is not shown: the exhibition, the work, the reason and what to do. */
export function gapLine(gap: Gap): string {
  return `Exhibition ${gap.exhibition}: ${gap.work} is not shown (${gap.reason}). ${gapWords(gap).join(' ')}`;
}
