import type { ContributionKind, Story } from '#release/released.ts';
import { grantedUsesText } from './consent-mark.ts';

const TYPES: Readonly<Record<ContributionKind, string>> = {
  story: 'CreativeWork',
  poem: 'CreativeWork',
  photograph: 'Photograph',
  sound: 'AudioObject',
  artwork: 'VisualArtwork',
  conversation: 'CreativeWork',
};

export interface JsonLdWords {
  readonly copyright: string;
  /** Absolute address of the page on consent. */
  readonly usageInfo: string;
}

/**
 * Structured data about one piece, from an allow-list of properties only (docs/consent.md §2.7, T27):
 * no place, no date, no subject, and an author only by the name chosen. Safe inside `<script>`.
 */
export function jsonLdOf(story: Story, words: JsonLdWords): string {
  const name = story.credit?.name;
  const isPerson = ['full-name', 'first-name', 'chosen-name'].includes(story.credit?.as ?? '');
  const record = {
    '@context': 'https://schema.org',
    '@type': typeOf(story),
    name: story.title,
    inLanguage: story.language,
    creditText: story.credit?.as === 'anonymous' ? undefined : name,
    author: isPerson && name !== undefined ? { name } : undefined,
    copyrightNotice: story.licence === undefined ? words.copyright : undefined,
    // A program would take a licence for a yes to everybody, so it is said only where that was granted.
    license: story.openLicence ? story.licence?.url : undefined,
    conditionsOfAccess: grantedUsesText(story.uses),
    usageInfo: words.usageInfo,
    isAccessibleForFree: true,
    accessMode: accessModes(story),
  };
  return JSON.stringify(record).replaceAll('<', '\\u003c');
}

/** A piece is a sound or a picture only while its sound or picture is let out (A07). */
function typeOf(story: Story): string {
  if (story.kind === 'sound' && story.sound === undefined) return 'CreativeWork';
  if ((story.kind === 'photograph' || story.kind === 'artwork') && story.images.length === 0) {
    return 'CreativeWork';
  }
  return TYPES[story.kind];
}

function accessModes(story: Story): readonly string[] {
  const modes: string[] = [];
  if (story.wordsFile !== undefined || story.title !== undefined) modes.push('textual');
  if (story.images.length > 0) modes.push('visual');
  if (story.sound !== undefined) modes.push('auditory');
  return modes;
}
