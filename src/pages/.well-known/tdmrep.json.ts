import { openToAi } from '#release/ai-choice.ts';
import { releasedSite, releasedStories } from '#release/queries.ts';

/**
 * Text and data mining is reserved for the whole site (W3C TDM Reservation Protocol), but for what its
 * makers said yes to `ai` for. The narrow rules stand first, for readers that take the first that fits.
 */
export async function GET(): Promise<Response> {
  const { pages, media } = openToAi(releasedStories(), releasedSite());
  const lifted = [...pages, ...media].map((location) => ({ location, 'tdm-reservation': 0 }));
  return Response.json([...lifted, { location: '/', 'tdm-reservation': 1 }]);
}
