import type { RefusedFile } from '#state/private-file.ts';

const WORDS: Readonly<Record<RefusedFile, string>> = {
  'in-checkout':
    'That file would lie in a folder that git keeps, and git does not ignore it, so it could be sent to everybody. Name one below .archive, or outside of the folder.',
  'would-be-gone': 'There is a file of that name already, and it would be gone. Name another one.',
};

/** Why a command does not write the file that was named. */
export function refusedFileWords(why: RefusedFile): string {
  return WORDS[why];
}
