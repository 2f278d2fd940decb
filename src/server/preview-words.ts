import type { Day, Refusal } from '#consent/decision.ts';
import { refusalsInWords } from '#consent/reasons.ts';
import type { KeptBack, PreviewAbout } from '#components/preview-about.ts';
import { languageName } from '#i18n/language.ts';
import { fill } from '#i18n/text.ts';
import type { Interface } from '#i18n/words.ts';
import { problemLine } from '#records/problem.ts';
import { gapWords } from '#release/gap-words.ts';
import type { PartTold } from '#release/preview.ts';
import type { ReadyPreview } from './previews.ts';

/** What stands above a preview, in one language; reasons are in English, as everywhere at the desk. */
export function previewAbout(
  { preview, day, savedAt, isTyped }: ReadyPreview,
  today: Day,
  shown: Interface,
): PreviewAbout {
  const about = {
    version: isTyped
      ? ('typed' as const)
      : savedAt === undefined
        ? ('published' as const)
        : ('saved' as const),
    savedAt,
    from: day > today ? day : undefined,
  };
  if (preview.kind === 'not-read') {
    const problems = preview.problems.map(problemLine);
    return { ...about, kind: 'not-read', keptBack: [], changed: [], problems };
  }
  const parts = preview.parts.flatMap((part) => keptBack(part, shown));
  const rest =
    preview.kind === 'shown'
      ? preview.gaps.map((gap) => ({ label: gap.work, reasons: gapWords(gap) }))
      : whole(preview.refusals, shown);
  const changed = preview.parts.filter(isChanged).map((part) => labelOfPart(part, shown));
  return { ...about, kind: preview.kind, keptBack: [...parts, ...rest], changed, problems: [] };
}

function isChanged({ decision }: PartTold): boolean {
  return decision.verdict === 'release' && decision.copy === 'safe';
}

function keptBack(part: PartTold, shown: Interface): readonly KeptBack[] {
  const { decision } = part;
  return decision.verdict === 'release'
    ? []
    : [{ label: labelOfPart(part, shown), reasons: refusalsInWords(decision.refusals) }];
}

function whole(refusals: readonly Refusal[], { words }: Interface): readonly KeptBack[] {
  return refusals.length === 0
    ? []
    : [{ label: words.preview.allOfIt, reasons: refusalsInWords(refusals) }];
}

/** What a part of a piece is called in one language. */
export function labelOfPart(
  { role, number = 1, language = 'und' }: PartTold,
  { words, lang }: Interface,
): string {
  const named = languageName(language, lang);
  switch (role) {
    case 'words':
      return words.partWords;
    case 'image':
      return fill(words.partPicture, { number: String(number) });
    case 'voice':
      return words.partVoice;
    case 'transcript':
      return words.transcript;
    case 'translation':
      return fill(words.partTranslation, { language: named });
    case 'more':
      return fill(words.partShort, { language: named });
  }
}
