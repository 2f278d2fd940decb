import { pageName } from '#release/addresses.ts';
import type { Page } from '#release/released.ts';

/** The version of a page in the first of these languages that has one, else any. */
export function pageIn<P extends Page>(
  pages: readonly P[],
  name: string,
  languages: readonly string[],
): P | undefined {
  const versions = pages.filter((page) => pageName(page) === name);
  const wanted = languages.flatMap((language) =>
    versions.filter((page) => page.language === language),
  );
  return wanted[0] ?? versions[0];
}
