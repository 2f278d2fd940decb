/** Crockford's base32: no I, L, O or U, so that no two symbols look alike. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Random symbols in a code; one check symbol follows. Nine symbols are 45 bits: with 10,000 receipts
 * given out and one guess a second allowed to the whole world, a year of guessing finds any one of
 * them with a chance of 1 in 112; and what a code can do is hide a piece, which can be undone.
 */
const RANDOM_SYMBOLS = 9;

/** The number of random bytes that `codeFrom` needs. */
export const CODE_BYTES = RANDOM_SYMBOLS;

/** A code as it is written on a receipt, `K7QF2-9M4XT`, from random bytes. Five bits of each are used. */
export function codeFrom(random: Uint8Array): string {
  if (random.length < RANDOM_SYMBOLS) throw new Error('A code needs nine random bytes.');
  const values = [...random.subarray(0, RANDOM_SYMBOLS)].map((byte) => byte % 32);
  return shownCode([...values, checkOf(values)].map((value) => SYMBOLS[value]).join(''));
}

/** `K7QF29M4XT` as two groups of five. */
export function shownCode(plain: string): string {
  return `${plain.slice(0, 5)}-${plain.slice(5)}`;
}

/**
 * The plain code that was meant, or nothing when it cannot be one: capitals and small letters, spaces,
 * hyphens, O for 0, I or L for 1, and digits of other scripts are taken. One wrong symbol, or two
 * that changed places, is always noticed.
 */
export function readCode(typed: string): string | undefined {
  const plain = inAscii(typed)
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== RANDOM_SYMBOLS + 1) return undefined;
  const values = [...plain].map((symbol) => SYMBOLS.indexOf(symbol));
  if (values.includes(-1)) return undefined;
  return checkOf(values.slice(0, -1)) === values.at(-1) ? plain : undefined;
}

/**
 * The values as coefficients of a polynomial over GF(32), times x: since every place has another
 * power of x, no single slip and no swap of two places gives the same check.
 */
function checkOf(values: readonly number[]): number {
  return timesX(values.reduce((sum, value) => timesX(sum) ^ value, 0));
}

/** Multiplied by x modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  return value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1;
}

/** The zeros of digits in the scripts of our readers: Arabic, Persian and Urdu, Nagari, Bengali, Gurmukhi, Gujarati, Tamil. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6];

function inAscii(typed: string): string {
  return [...typed.normalize('NFKC')]
    .map((symbol) => {
      const point = symbol.codePointAt(0) ?? 0;
      const zero = ZEROS.find((each) => point >= each && point < each + 10);
      return zero === undefined ? symbol : String(point - zero);
    })
    .join('');
}
