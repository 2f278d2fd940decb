import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at level AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] as const;

/** A rule that is broken, and the HTML of each place where it is. */
export interface Fault {
  readonly rule: string;
  readonly at: readonly string[];
}

/**
 * What axe finds on the page as it stands, by the rules of WCAG 2.2 AA, or by all that it has. It runs as
 * the browser's own debugger would, past the page's policy for scripts.
 */
export async function axeFaults(page: Page, rules: 'wcag' | 'all' = 'wcag'): Promise<Fault[]> {
  // `page.evaluate` would pass on what the script comes to, which takes as long as a look at a small page.
  const tool = await page.context().newCDPSession(page);
  const { exceptionDetails } = await tool.send('Runtime.evaluate', { expression: `${AXE};0` });
  if (exceptionDetails !== undefined) throw new Error('axe could not be loaded in this page.');
  await tool.detach();
  const found = await page.evaluate(
    async (options) => {
      const { axe } = globalThis as unknown as {
        axe: {
          run: (options: object) => Promise<{
            violations: { id: string; nodes: { html: string }[] }[];
          }>;
        };
      };
      const { violations } = await axe.run(options);
      return violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ html }) => html) }));
    },
    rules === 'wcag' ? { runOnly: [...WCAG] } : {},
  );
  return found;
}
