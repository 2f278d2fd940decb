/**
 * Fits the drawn words of a contributor under the headings of the page around them: their headings
 * begin at `top` and skip no level, and a ticked box becomes the letters it was written with. The words themselves are not touched.
 */
export function fitUnder(html: string, top: 2 | 3 | 4): string {
  const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
  const highest = Math.min(...levels);
  let previous = top - 1;
  return html
    .replace(TASK_BOX, (box) => (box.includes(' checked') ? '[x]' : '[ ]'))
    .replace(HEADING, (_, level: string, rest: string, inside: string) => {
      const next = Math.min(Number(level) - highest + top, previous + 1, 6);
      previous = next;
      return `<h${next}${rest}>${inside}</h${next}>`;
    });
}

const TASK_BOX = /<input type="checkbox"[^>]*>/g;
const HEADING = /<h([1-6])([^>]*)>([\s\S]*?)<\/h\1>/g;
