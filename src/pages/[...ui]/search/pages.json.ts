import { releasedArchive } from '#components/released-archive.ts';
import { searchablePages } from '#components/searchable-pages.ts';
import { uiPaths } from '#layouts/ui-paths.ts';

export const getStaticPaths = () => uiPaths();

/** What search finds beside the pieces: themes, towns, exhibitions and the site's own pages. */
export function GET({ props }: { props: { ui: string } }): Response {
  return Response.json(searchablePages(releasedArchive(), props.ui));
}
