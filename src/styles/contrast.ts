/** The colours of one light, by name without the dashes: `ink` → `#2a1f1a`. */
export type Colours = ReadonlyMap<string, string>;

/** Reads the six-digit colours of `tokens.css`: first the light ones, then what the dark changes. */
export function coloursOf(tokens: string): { readonly light: Colours; readonly dark: Colours } {
  const [day = '', night = ''] = tokens.split('@media (prefers-color-scheme: dark)');
  const read = (text: string) =>
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(
      ([, name = '', colour = '']) => [name, colour] as const,
    );
  return { light: new Map(read(day)), dark: new Map([...read(day), ...read(night)]) };
}

/** What is written on what. Text must be told from its ground by 4.5 to 1; most here keep 7 (WCAG 2.2). */
export const WRITTEN_ON = [
  ['ink', 'paper'],
  ['ink', 'paper-raised'],
  ['ink-soft', 'paper'],
  ['link', 'paper'],
  ['accent', 'paper'],
  ['button-ink', 'button'],
  ['note-ink', 'note'],
  ['soil-ink', 'soil'],
  ['soil-link', 'soil'],
] as const;

/** How well two colours are told apart, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((d) => d + d) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0] = (pairs ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
