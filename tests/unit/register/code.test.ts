import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { CODE_BYTES, codeFrom, readCode } from '#register/code.ts';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a code on a receipt', () => {
  test('is two groups of five without letters that look alike', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(codeFrom(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });

  test('is understood however it is typed', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.constantFrom(' ', '', '-', ' – ', '\u00a0', '\u200b'),
        (random, gap) => {
          const code = codeFrom(random);
          const plain = code.replace('-', '');
          const typed = [...code.toLowerCase().replace('-', gap)]
            .map((symbol, at) =>
              symbol === '0' ? 'oO'[at % 2] : symbol === '1' ? 'iLl'[at % 3] : symbol,
            )
            .join('');
          expect(readCode(` ${typed}\n`)).toBe(plain);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is understood with the digits of Urdu, Punjabi and Hindi keyboards', () => {
    const code = codeFrom(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    for (const zero of [0x6f0, 0xa66, 0x966]) {
      const typed = code.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
      expect(readCode(typed)).toBe(code.replace('-', ''));
    }
  });

  test('tells one wrong symbol, wherever it is', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.integer({ min: 1, max: 31 }), (random, at, step) => {
        const symbols = [...codeFrom(random).replace('-', '')];
        symbols[at] = SYMBOLS[(SYMBOLS.indexOf(symbols[at] ?? '') + step) % 32] ?? '';
        expect(readCode(symbols.join(''))).toBeUndefined();
      }),
      { numRuns: process.env['PROVE'] ? 5_000 : 500 },
    );
  });

  test('tells two symbols that changed places', () => {
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.nat(9), (random, one, other) => {
        const symbols = [...codeFrom(random).replace('-', '')];
        const [a = '', b = ''] = [symbols[one], symbols[other]];
        fc.pre(a !== b);
        symbols[one] = b;
        symbols[other] = a;
        expect(readCode(symbols.join(''))).toBeUndefined();
      }),
      { numRuns: process.env['PROVE'] ? 5_000 : 500 },
    );
  });

  test('is not found in nonsense', () => {
    for (const typed of ['', '-', 'K7QF2', 'K7QF2-9M4XU', 'K7QF29M4XTT', '<script>', '٠'.repeat(9)])
      expect(readCode(typed)).toBeUndefined();
  });
});
