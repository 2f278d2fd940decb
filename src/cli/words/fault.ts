import { BucketError, type BucketTrouble } from '#media/bucket-error.ts';
import { NotInstalled } from '#media/versions.ts';
import { Fault, type FaultCode, type Faults } from '#records/fault.ts';
import { kindOf } from '#state/fault.ts';

const WORDS: { readonly [Code in FaultCode]: (facts: Faults[Code]) => string } = {
  'record-not-editable': ({ file }) =>
    `${file}: the record at the top is not there or not valid YAML. Nothing was changed.`,
  'git-failed': ({ command, exit }) => `git ${command} did not succeed (exit ${exit}).`,
  overtaken: () => 'Something else was saved at the same moment.',
  'live-branch-gone': () => 'The live branch is gone. Start the archive again.',
  'not-a-branch': () => 'ARCHIVE_BRANCH is not the name of a branch. Nothing was changed.',
  'part-not-let-out': ({ file }) =>
    `${file}: this part was not let out for the site. Nothing was published.`,
  'clean-copy-changed': ({ file }) =>
    `${file}: the clean copy changed while it was being put in place. Nothing was published. Build again.`,
  'document-changed': ({ problem }) =>
    `${problem.what} It was not there when the document was checked. Nothing was published.`,
  'document-not-checked': () => 'Something in a document was not checked. Nothing was published.',
  'document-part-not-known': () =>
    'A part of a document is of no known kind. Nothing was published.',
  'drawn-without-tree': () =>
    'A page that is drawn on request asked for what was released, and was given none of it. Nothing was shown.',
  'index-not-made': ({ errors }) =>
    `The search index could not be made (${errors} errors from Pagefind). Nothing was published.`,
  'register-newer': () =>
    'This register was made by a newer version of the archive. Update the archive. Nothing was changed.',
  'key-not-kept': () => 'The register could not keep a key. Nothing was changed.',
  'event-not-a-code': ({ field }) =>
    `An event for the log has something in "${field}" that is no code. Nothing was noted.`,
  'calendar-not-written': () => 'The calendar could not be written.',
  'backup-not-known': ({ what }) => `It holds a ${what} that this archive does not know.`,
  'list-key-malformed': () =>
    'The key of the never-again list is not 64 hexadecimal digits. Nothing was changed.',
  'media-place-malformed': ({ setting }) =>
    `Photographs and recordings are said to lie in a bucket, and ${setting} is missing or has no form that is known. Nothing was read and nothing was changed. The README says what each setting looks like.`,
  'hide-list-not-written': ({ id, folder }) =>
    `${id} could not be put on the hide list in ${folder}: look for a full disk or a folder that may not be written in, and try again. Nothing was changed.`,
  'hide-list-unreadable': ({ folder }) =>
    `What is hidden cannot be read from ${folder}, so nobody can tell what may be shown or handed out. Put that folder right, and try again. Nothing was made and nothing was changed.`,
  'pages-not-compiled': ({ exit, log }) =>
    `The pages of the site, the desk and /withdraw/ could not be compiled (exit ${exit}); ${log} says why. Nothing was built and nothing was changed.`,
  'pages-not-kept': ({ folder, code }) =>
    `The pages of the site, the desk and /withdraw/ have to be compiled once for this version of the program, and ${folder} cannot be written to (${code}). Start the archive once as a user who may write there; after that it is only read. Nothing was built and nothing was changed.`,
  'pages-not-drawn': ({ exit, log }) =>
    `The pages could not be drawn (exit ${exit}); ${log} says why. Nothing was published: the last site stands as it was.`,
  'public-file-changed': ({ file }) =>
    `public/${file} is not the file that belongs to this program, so nothing was published. Put it back, for example with "git checkout public"; where it was changed on purpose, write its sha256 into src/build/public-files.ts.`,
  'stream-cut': () => 'The stream ended in the middle of something.',
  'history-not-known': () => 'The history holds something that is not known here.',
  'object-unreadable': () => 'An object of the repository could not be read.',
  'history-not-written': () => 'git could not write the history anew.',
};

const OF_THE_BUCKET: Readonly<Record<BucketTrouble, string>> = {
  'no-answer': 'The bucket that holds photographs and recordings did not answer. Try again.',
  refused:
    'The bucket that holds photographs and recordings said no, or something that is not understood. Look at the ARCHIVE_MEDIA_ settings and at what the key may do, and try again.',
  damaged:
    'A file came from the bucket other than it was put there. It was not used. Try again; if it comes so each time, put it back from a backup.',
  public:
    'The bucket for photographs and recordings shows its files to people without a key. Nothing was put there. Make it private, and try again.',
  'versions-stay':
    'A file was deleted from the bucket, and older versions of it are still there, or nobody can tell. Give the key the right to list and delete versions, take locks off, and delete again.',
};

/** What a fault of a room means for whoever runs the archive. */
function faultWords<Code extends FaultCode>({ fault, facts }: Fault<Code>): string {
  return WORDS[fault](facts);
}

/** Faults of the language itself: what one of them says can quote what was being read. */
const OF_THE_LANGUAGE = [SyntaxError, TypeError, RangeError, ReferenceError, URIError, EvalError];

/** The words of a fault of ours, or the first line of what it says; of any other its kind alone (docs/consent.md, T40, A41). */
export function saidOf(error: unknown): string {
  if (error instanceof Fault) return faultWords(error);
  if (error instanceof BucketError)
    return error.status === 0
      ? OF_THE_BUCKET[error.trouble]
      : `${OF_THE_BUCKET[error.trouble]} (${error.status})`;
  if (error instanceof NotInstalled)
    return `${error.message} is not installed. Run "npm ci", then try again.`;
  if (!(error instanceof Error) || OF_THE_LANGUAGE.some((each) => error instanceof each))
    return `Something went wrong that nobody foresaw (${kindOf(error)}). ARCHIVE_DEBUG=1 shows where.`;
  return error.message.split('\n')[0] ?? '';
}
