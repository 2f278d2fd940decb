/** How unlike two rows of sounds are (`sounds.ts`): 0 is the same, 1 is one consonant too many. */

/**
 * What a sound for another costs: where one of the two words was typed in Latin letters, which tell little,
 * and where both are of scripts that tell more.
 */
const NEAR = table({
  'aA iI uU oO eE': [0.05, 0.1],
  '@a': [0, 0],
  '@A': [0.1, 0.3],
  '@V VA Va V@ QA Qo QO Q@ QW Oo': [0.1, 0.1],
  'ei eI EI oU ou OU': [0.15, 0.3],
  'ao Ao aO AO ae Ae aE AE aQ': [0.35, 0.6],
  '@i @u @e @o @E @O': [0.25, 0.6],
  '@I @U Vu VU Vo': [0.4, 0.7],
  'au Au aU AU ai Ai aI AI': [0.5, 0.7],
  // A letter that is a consonant here and a vowel there.
  'Wv Wu WU Wo WO Yy Yi YI Ye YE 0a 0A 0i 0I 0u 0U 0e 0E 0o 0O 0@ 0Q 0V HA Ha H@ Hh': [0, 0],
  'He Hi': [0.15, 0.3],
  'Xa XA Xi XI Xu XU Xe XE Xo XO X@ X0': [0.05, 0.1],
  'AX WA YA': [0.5, 0.5],
  'vu vU vo yi yI ye': [0.15, 0.2],
  'Kk Kg Kh Tt Td Tʈ Tɖ Cc Cs Cj Pp Pb qk qs qc': [0, 0],
  ɖr: [0.2, 0.6],
  'ʈt ɖd Rr Rɖ Rd θs θt': [0, 0.25],
  'Nn Nm ʐl ʐz ʐj ʐL': [0.05, 0.1],
  'sS sz zj fp vb vf': [0.15, 0.25],
  'td nm gj ck kg pb zd ʈd ɖt': [0.6, 0.8],
});

/** What a sound costs that only one of the two has, in the same two cases. */
const ALONE: Readonly<Record<string, readonly [number, number]>> = {
  '@': [0, 0.05],
  N: [0.1, 0.1],
  H: [0.1, 0.2],
  X: [0.1, 0.2],
  h: [0.3, 0.5],
  ʰ: [0.02, 0.25],
  y: [0.35, 0.5],
  v: [0.5, 0.6],
  W: [0.5, 0.6],
  Y: [0.5, 0.6],
};
const VOWELS = /[aeiouAEIOUQV0]/;
const WRITTEN_LONG = /[AIU]/;

/** Two sounds of one side that are one of the other: भाई is bhai. */
const MERGED: Readonly<Record<string, string>> = {
  ai: 'eEY',
  Ai: 'eEY',
  ei: 'eEY',
  ay: 'eE',
  aY: 'eE',
  AY: 'eE',
  AI: 'eE',
  au: 'oOW',
  av: 'oOW',
  AU: 'oO',
  aU: 'oO',
  Au: 'oO',
  aW: 'oO',
  AW: 'oO',
  iU: 'uUV',
  iu: 'uUV',
  YW: 'uUV',
  iy: 'iI',
  ii: 'I',
  uv: 'uU',
  ui: 'uU',
  Vi: 'uU',
};
const MERGE_COST = 0.1;

/** How two words are written that are laid beside one another. */
export interface Beside {
  /** One of them is in Latin letters. */
  readonly isLatin: boolean;
  /** The second is of Arabic script, where short vowels are not written. */
  readonly isAbjad: boolean;
  /** The first may be the beginning of the second. */
  readonly begins?: boolean;
  readonly most: number;
}

/** Two rows of sounds beside one another; what is unlike by more than `most` is not compared to its end. */
export function unlikeness(
  one: string,
  other: string,
  { isLatin, isAbjad, begins = false, most }: Beside,
): number {
  const width = other.length + 1;
  const way = isLatin ? 0 : 1;
  const row = new Float32Array((one.length + 1) * width).fill(Infinity);
  row[0] = 0;
  for (let i = 0; i <= one.length; i += 1) {
    for (let j = 0; j <= other.length; j += 1) {
      const so = row[i * width + j] ?? Infinity;
      if (so > most) continue;
      const better = (to: number, cost: number): void => {
        if (so + cost < (row[to] ?? 0)) row[to] = so + cost;
      };
      const [a = '', b = ''] = [one[i], other[j]];
      if (i < one.length) better((i + 1) * width + j, alone(one, i, way, isAbjad));
      if (j < other.length) better(i * width + j + 1, alone(other, j, way, false));
      if (i < one.length && j < other.length) {
        better((i + 1) * width + j + 1, a === b ? 0 : (NEAR.get(a + b)?.[way] ?? otherwise(a, b)));
        if (MERGED[one.slice(i, i + 2)]?.includes(b)) better((i + 2) * width + j + 1, MERGE_COST);
        if (MERGED[other.slice(j, j + 2)]?.includes(a)) better((i + 1) * width + j + 2, MERGE_COST);
      }
    }
  }
  const last = one.length * width;
  return begins ? Math.min(...row.slice(last)) : (row[last + other.length] ?? Infinity);
}

export function consonantsOf(sounds: string): number {
  return sounds.replace(/[aeiouAEIOUQV0@NHXYWʰ]/g, '').length;
}

/** Sounds that may be a consonant or none. */
export function halvesOf(sounds: string): number {
  return sounds.replace(/[^NHXYWʰyvhn]/g, '').length;
}

function alone(row: string, at: number, way: 0 | 1, besideAbjad: boolean): number {
  const sound = row[at] ?? '';
  const isLast = at === row.length - 1;
  // A breath after a consonant is hardly heard.
  if (sound === 'h' && at > 0 && !VOWELS.test(row[at - 1] ?? '')) return 0.1;
  // Typed at the end of a word for a vowel said through the nose.
  const before = row[at - 1] ?? '';
  const isNasal = sound === 'n' && isLast && (at > 2 ? VOWELS : WRITTEN_LONG).test(before);
  if (isNasal && way === 0) return 0.15;
  // A glide between two vowels is hardly heard either.
  const isBetween = [before, row[at + 1] ?? ''].every((each) => each === '@' || VOWELS.test(each));
  const isGlide = isBetween && (sound === 'y' || sound === 'v');
  if (isGlide && way === 0) return 0.15;
  const known = ALONE[sound];
  if (known !== undefined) return known[way];
  if (!VOWELS.test(sound)) return 1;
  if (sound === '0') return 0.5;
  if (besideAbjad && !WRITTEN_LONG.test(sound)) return isLast ? 0.2 : 0.12;
  if (isLast) return sound === 'a' ? 0.15 : 0.35;
  return sound === 'a' ? 0.35 : 0.5;
}

function otherwise(a: string, b: string): number {
  const vowels = (VOWELS.test(a) || a === '@' ? 1 : 0) + (VOWELS.test(b) || b === '@' ? 1 : 0);
  return vowels === 2 ? 0.7 : vowels === 1 ? 2 : 1;
}

type Costs = readonly [number, number];
function table(rows: Readonly<Record<string, Costs>>): ReadonlyMap<string, Costs> {
  const costs = new Map<string, Costs>();
  for (const [pairs, cost] of Object.entries(rows))
    for (const pair of pairs.split(' ')) {
      const [a = '', b = ''] = pair;
      costs.set(a + b, cost);
      costs.set(b + a, cost);
    }
  return costs;
}
