import { imageIssues } from './image-structure.ts';
import {
  isImage,
  isMadeHere,
  MADE_HERE,
  type MediaFileKind,
  type SoundMadeHere,
} from './media-kind.ts';
import { pictureTags, soundTags } from './media-metadata.ts';
import { mp3Issues } from './mp3-structure.ts';
import type { StructureIssue } from './structure-issue.ts';
import { webmIssues } from './webm-structure.ts';

/** Contributed media files are published in this folder and nowhere else. */
export const MEDIA_FOLDER = 'media/';

/**
 * Everything wrong with one picture or recording: its structure held to an allow-list, then read for
 * tags. `file` is the path it is published under: below `media/` only the kinds that the archive
 * makes may be; elsewhere a picture is the site's own and may be of another kind, but sound may not.
 */
export async function mediaIssues(media: {
  readonly kind: MediaFileKind;
  readonly bytes: Buffer;
  readonly file: string;
  /** The one XMP packet this picture must carry; without it it may carry none. */
  readonly packet?: string | undefined;
}): Promise<readonly StructureIssue[]> {
  const { kind, bytes, file, packet } = media;
  const isContributed = file.startsWith(MEDIA_FOLDER);
  const issues: StructureIssue[] = [];
  if (kind === 'other-sound' || (isContributed && !isMadeHere(kind))) {
    issues.push({ rule: 'media-kind', label: kind });
  }
  if (isImage(kind)) {
    return [...issues, ...imageIssues(kind, bytes, packet), ...pictureTags(bytes, packet)];
  }
  if (kind === 'other-sound') return [...issues, ...(await soundTags(bytes))];
  issues.push(...SOUND_ISSUES[kind](bytes));
  return [...issues, ...(await soundTags(bytes, MADE_HERE[kind].type))];
}

const SOUND_ISSUES: Readonly<Record<SoundMadeHere, (bytes: Buffer) => readonly StructureIssue[]>> =
  {
    webm: webmIssues,
    mp3: mp3Issues,
  };
