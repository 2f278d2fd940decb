import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './record.ts';

/** One file of the finished index; `path` is relative to the folder `pagefind/`. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Pagefind keeps one index for each language and shows a reader only the page's own. One value for
 * all makes one index over every language; the true language is in the record's filters.
 */
const ONE_LANGUAGE = 'en';

/**
 * Builds the search index from records alone, never from finished pages, and gives its files back:
 * writing them is the caller's, into a fresh folder, because Pagefind leaves old ones where they are.
 */
export async function indexSite(records: readonly SearchRecord[]): Promise<readonly IndexFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: ONE_LANGUAGE });
    if (index === undefined) throw indexError(errors);
    for (const { url, content, meta, filters } of records) {
      const added = await index.addCustomRecord({
        url,
        content,
        language: ONE_LANGUAGE,
        meta: { ...meta },
        filters: { ...filters },
      });
      if (added.errors.length > 0) throw indexError(added.errors);
    }
    const { files, errors: problems } = await index.getFiles();
    if (problems.length > 0) throw indexError(problems);
    return files
      .filter(({ path }) => IN_USE.test(path))
      .map(({ path, content }) => ({ path, content }));
  } finally {
    await close();
  }
}

/** Pagefind also brings search boxes of its own, which this site does not use. */
const IN_USE =
  /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+\.pagefind|.+\.pf_(meta|index|fragment|filter))$/;

function indexError(errors: readonly string[]): Error {
  return new Error(
    `The search index could not be made (${errors.length} errors from Pagefind). Nothing was published.`,
  );
}
