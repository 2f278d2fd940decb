/** For the crawlers that read `ai.txt`: nothing here may be used to train or to feed AI. */
export function GET(): Response {
  const lines = [
    '# The people who share here have not agreed to any use by AI.',
    'User-Agent: *',
    'Disallow: /',
    'Disallow: *',
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
}
