import { MADE_HERE } from './media-kind.ts';

/**
 * One thing the audit found in a finished folder. It names the file and says what was found as
 * the id and field of the record it came from, never as the words themselves: a report of a leak
 * must not be a second leak (docs/consent.md, T40 and A41).
 */
export interface Finding {
  /** Path relative to the folder, with `/` between its parts. */
  readonly file: string;
  readonly rule: FindingRule;
  /** Which withheld thing or which part of a file it was, such as `7q3k9x title`; never content. */
  readonly label?: string;
  /** How the bytes had to be read to see it, outermost first, such as `gunzip > base64`. */
  readonly seenAs?: string;
}

/** Every rule the audit knows. A new rule needs its words in `wordsForFinding`. */
export const FINDING_RULES = [
  'unexplained-file',
  'missing-file',
  'changed-file',
  'withheld-words',
  'withheld-file',
  'image-metadata',
  'rights-missing',
  'sound-metadata',
  'embedded-picture',
  'trailing-bytes',
  'media-kind',
  'damaged-media',
  'third-party-address',
  'source-map',
  'not-well-formed',
  'machine-path',
  'symbolic-link',
  'unreadable-file',
  'nested-too-deep',
  'too-large-to-read',
] as const;

export type FindingRule = (typeof FINDING_RULES)[number];

/** Plain words for one finding: where, what, and what to do next. Nothing has been published. */
export function wordsForFinding(finding: Finding): string {
  const part = finding.label === undefined ? '' : ` (${finding.label})`;
  const seen = finding.seenAs === undefined ? '' : ` It was seen after: ${finding.seenAs}.`;
  const { what, next } = explain(finding.rule);
  return `${finding.file}: ${what}${part}.${seen} ${next} This folder must not be published.`;
}

interface Explanation {
  readonly what: string;
  readonly next: string;
}

const BUILD_AGAIN = 'Build again into an empty folder.';
const REMAKE = 'Make this file again from its source, then build again.';
const FIX_PAGE = 'Correct the page or component that writes it, then build again.';

function explain(rule: FindingRule): Explanation {
  switch (rule) {
    case 'unexplained-file':
      return {
        what: 'nothing in the release or the site explains this file',
        next: `${BUILD_AGAIN} If it belongs to the site, add it to the list of expected files.`,
      };
    case 'missing-file':
      return { what: 'this file should be here and is not', next: BUILD_AGAIN };
    case 'changed-file':
      return { what: 'this file is not the one that was released', next: BUILD_AGAIN };
    case 'withheld-words':
      return {
        what: 'it holds words that may not be published',
        next: 'Find which page, index or list reads them, stop it, then build into an empty folder.',
      };
    case 'withheld-file':
      return {
        what: 'it is a file that may not be published, byte for byte',
        next: 'Find what copied it, stop it, then build into an empty folder.',
      };
    case 'image-metadata':
      return { what: 'this picture carries more than its pixels', next: REMAKE };
    case 'rights-missing':
      return {
        what: 'this picture does not carry the notice that says what may be done with it',
        next: REMAKE,
      };
    case 'sound-metadata':
      return { what: 'this recording carries more than its sound', next: REMAKE };
    case 'embedded-picture':
      return { what: 'a second picture is hidden inside this file', next: REMAKE };
    case 'trailing-bytes':
      return { what: 'there are bytes that are no part of the picture or sound', next: REMAKE };
    case 'media-kind':
      return {
        what: 'this kind of media file is never published',
        next: `Only ${KINDS_MADE} made by the archive may be here. Build again.`,
      };
    case 'damaged-media':
      return { what: 'this media file cannot be followed to its end', next: REMAKE };
    case 'third-party-address':
      return { what: 'it makes a reader’s browser fetch from another site', next: FIX_PAGE };
    case 'source-map':
      return {
        what: 'it carries or points to the source of a script or style',
        next: 'Turn source maps off for this build.',
      };
    case 'not-well-formed':
      return {
        what: 'machines that read this file, such as feed readers and search engines, cannot read it',
        next: FIX_PAGE,
      };
    case 'machine-path':
      return { what: 'it shows a path of the machine that built it', next: FIX_PAGE };
    case 'symbolic-link':
      return {
        what: 'this is a link to another place, which was not followed',
        next: 'Remove the link and put a real file there if one is needed.',
      };
    case 'unreadable-file':
      return { what: 'it could not be read, so nothing is proved about it', next: BUILD_AGAIN };
    case 'nested-too-deep':
      return {
        what: 'it holds packed files inside packed files, deeper than the audit reads',
        next: 'Publish the files unpacked.',
      };
    case 'too-large-to-read':
      return {
        what: 'it unpacks to more than the audit will read, so nothing is proved about it',
        next: 'Publish it unpacked, or in smaller parts.',
      };
  }
}

const KINDS_MADE = new Intl.ListFormat('en-GB').format(
  Object.values(MADE_HERE).map(({ name }) => name),
);
