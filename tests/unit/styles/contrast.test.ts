import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coloursOf, contrast, WRITTEN_ON } from '#styles/contrast.ts';

const { light, dark } = coloursOf(readFileSync('src/styles/tokens.css', 'utf8'));

describe('the colours', () => {
  test('are measured as the standard says', () => {
    expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#fff', '#fff')).toBe(1);
  });

  test.each([
    ['light', light],
    ['dark', dark],
  ])('of what is written can be told from its ground in the %s', (_, colours) => {
    const weak = WRITTEN_ON.map(([ink, ground]) => ({
      pair: `${ink} on ${ground}`,
      ratio: contrast(colours.get(ink) ?? '', colours.get(ground) ?? ''),
    })).filter(({ ratio }) => !(ratio >= 7));
    expect(weak).toEqual([]);
  });

  test('differ between light and dark', () => {
    expect(light.get('paper')).not.toBe(dark.get('paper'));
    expect(dark.get('indigo')).toBe(light.get('indigo'));
  });
});
