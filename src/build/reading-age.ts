import { type Problem, problemAt } from '#records/problem.ts';

/** The hardest that a text of ours may be: what a reader of eleven follows (docs/consent.md, A39). */
export const PLAIN = { grade: 6, words: 25 } as const;

/** Words, below which a text is too short to be measured. */
const LEAST = 100;

/** How hard a text is to read. */
export interface ReadingAge {
  /** The school year by Flesch and Kincaid, in the United States: a reader is about five years older. */
  readonly grade: number;
  /** Of the longest sentence. */
  readonly words: number;
}

/**
 * How hard an English text is to read. The measure counts letters and not sense, so it is only for what
 * the archive says itself and never for a contributor's words; a line of a list is a sentence.
 */
export function readingAge(text: string): ReadingAge {
  const sentences = text
    .split(/(?<=[.?!…:])\s+|\n+/)
    .map((sentence) => wordsIn(sentence))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { grade: 0, words: 0 };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    words: Math.max(...sentences.map((each) => each.length)),
  };
}

/**
 * The pages of facilitators, in English, that are harder to read than a page of ours should be. A notice:
 * some names are long, and nothing is stopped for it. Too little text says nothing of its age.
 */
export function hardPages(
  pages: readonly {
    readonly file: string;
    readonly body: string;
    readonly fields: { readonly language: string };
  }[],
): readonly Problem[] {
  return pages.flatMap(({ file, body, fields }) => {
    const text = proseOf(body);
    const { grade, words } = readingAge(text);
    const isHard = wordsIn(text).length >= LEAST && (grade > PLAIN.grade || words > PLAIN.words);
    if (fields.language !== 'en' || !isHard) return [];
    return [
      problemAt({ file, field: 'body' }, 'hard-to-read', { age: Math.ceil(grade) + 5, words }),
    ];
  });
}

/** What of a Markdown document is read: without its links' addresses, components and marks. */
export function proseOf(document: string): string {
  return document
    .replace(/<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[*_#>[\]`]/g, '')
    .replace(/^\s*(?:[-+]|\d+\.)\s+/gm, '\n')
    .replace(/([^\n])\n(?=[^\n])/g, (_, before: string) => `${before} `);
}

function wordsIn(text: string): readonly string[] {
  return text.match(/[A-Za-z’'-]*[A-Za-z][A-Za-z’'-]*/g) ?? [];
}

/** By groups of vowels, less those that are not spoken: near enough for a text of a hundred words. */
function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters.replace(/(?<![aeiouyl])e$|(?<=[^td])ed$/, '').match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}
