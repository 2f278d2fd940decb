import { refusalsInWords } from '#consent/reasons.ts';
import type { UnboundAnswer } from './community.ts';
import type { EvidenceGap } from './priority-evidence.ts';
import type { Gap } from './check-exhibition.ts';

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

const BEHIND_WORDS: Readonly<Record<Exclude<EvidenceGap['reason'], 'not-cleared'>, string>> = {
  'not-here': 'It was withdrawn. Take its id out of the priority.',
  'safe-copy-only':
    'Only the safe copy may stand behind it, and the site shows the other one. Take it out of the priority, or ask again.',
};

/** Why a piece does not stand behind what people ask for, and what to do next. */
export function evidenceWords({ reason, why }: EvidenceGap): readonly string[] {
  return reason === 'not-cleared' ? refusalsInWords(why) : [BEHIND_WORDS[reason]];
}

export function evidenceLine(gap: EvidenceGap): string {
  return `Priority ${gap.priority}: ${gap.piece} does not stand behind it (${gap.reason}). ${evidenceWords(gap).join(' ')}`;
}

/** An answer that may be to other words than those of today: what to do. Nothing where it is bound to them. */
export function answerLine({ id, priority, wording }: UnboundAnswer): string {
  const said =
    wording === 'changed'
      ? 'is to words that the priority no longer has, and the page says so. Ask the institution about the new words'
      : 'does not say which words it is to, and the page says so. Look whether it is to those of today';
  return `Answer ${id}: it ${said}, and when it answers them: npm run archive -- answered ${id} (${priority})`;
}
