import { createHash } from 'node:crypto';

/** What a receipt may load: nothing but its own styles, and the letters that stand in them. */
export function receiptPolicy(page: string): string {
  const styles = [...page.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = '']) => style);
  return policyOf(styles);
}

/** The same from the styles themselves, letter by letter as they stand in the page. */
export function policyOf(styles: readonly string[]): string {
  const sources = styles.map(
    (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
  return `default-src 'none'; style-src ${sources.join(' ')}; font-src data:; base-uri 'none'; form-action 'none'`;
}
