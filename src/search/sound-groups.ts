/** Under which letters a row of sounds (`sounds.ts`) is looked up. */

/** Consonants that one is written for another, under one letter. */
const GROUP: Readonly<Record<string, string>> = Object.fromEntries(
  ['kgqKc', 'sSzjCθʐ', 'tdʈɖT', 'pbfvPW', 'mnN', 'rR', 'l', 'hy'].flatMap((group, at) =>
    [...group].map((sound) => [sound, 'kstpnrlh'[at] ?? '']),
  ),
);
/** Words of vowels alone. */
const NO_CONSONANT = 'a';
const ALSO: Readonly<Record<string, string>> = {
  ...{ q: 's', c: 's', j: 'k', θ: 't', R: 't', z: 't', ʐ: 'l', ɖ: 'r' },
};
/** Sounds that are not always written, or not as a consonant. */
const HALF = 'NWhy';

/** Under which first consonants a row of sounds may lie; `depth` of them. */
export function groupsOf(sounds: string, depth: number): readonly string[] {
  return [
    ...new Set(
      begun(
        [...sounds].filter((sound) => GROUP[sound] !== undefined),
        depth,
      ),
    ),
  ];
}

function begun(consonants: readonly string[], depth: number): readonly string[] {
  if (depth === 0) return [''];
  const [first, ...others] = consonants;
  if (first === undefined) return begun([], depth - 1).map((rest) => NO_CONSONANT + rest);
  const groups = [GROUP[first] ?? '', ALSO[first] ?? ''].filter((group) => group !== '');
  const rest = begun(others, depth - 1);
  return [
    ...groups.flatMap((group) => rest.map((next) => group + next)),
    ...(HALF.includes(first) ? begun(others, depth) : []),
  ];
}
