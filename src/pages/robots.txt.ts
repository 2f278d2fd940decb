import { originOf } from '#release/sitemap.ts';
import { openToAi } from '#release/ai-choice.ts';
import { releasedSite, releasedStories } from '#release/queries.ts';

/** Crawlers that gather text, pictures or sound to train or to feed AI (docs/consent.md §2.7). */
const AI_CRAWLERS = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ChatGPT-User',
  'Claude-User',
  'Claude-Web',
  'ClaudeBot',
  'cohere-ai',
  'cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'Google-CloudVertexBot',
  'Google-Extended',
  'GPTBot',
  'ImagesiftBot',
  'img2dataset',
  'meta-externalagent',
  'Meta-ExternalAgent',
  'meta-externalfetcher',
  'MistralAI-User',
  'OAI-SearchBot',
  'omgili',
  'PanguBot',
  'Perplexity-User',
  'PerplexityBot',
  'PetalBot',
  'Timpibot',
  'Webzio-Extended',
  'YouBot',
];

/**
 * Asks AI crawlers to stay away, but for what its makers said yes to `ai` for; nobody can make them.
 * The longest path that fits is the one that counts (RFC 9309, §2.2.2).
 */
export async function GET(): Promise<Response> {
  const site = releasedSite();
  const { pages, media } = openToAi(releasedStories(), site);
  const asked = [
    ...AI_CRAWLERS.map((name) => `User-agent: ${name}`),
    'Disallow: /',
    ...[...pages, ...media].map((path) => `Allow: ${path}`),
  ];
  const others = ['User-agent: *', 'Allow: /'];
  const map = `Sitemap: ${new URL('sitemap-index.xml', originOf(site)).href}`;
  return new Response(`${[...asked, '', ...others, '', map].join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
