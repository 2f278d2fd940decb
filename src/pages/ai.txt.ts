import { openToAi } from '#release/ai-choice.ts';
import { releasedSite, releasedStories } from '#release/queries.ts';

/** For the crawlers that read `ai.txt`: only what is named after Allow may train or feed AI. */
export async function GET(): Promise<Response> {
  const { pages, media } = openToAi(releasedStories(), releasedSite());
  const lines = [
    '# The people who share here have not agreed to any use by AI, unless it is named after Allow.',
    'User-Agent: *',
    'Disallow: /',
    'Disallow: *',
    ...[...pages, ...media].map((path) => `Allow: ${path}`),
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
