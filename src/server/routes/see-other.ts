/** On to another address, so that going back or loading again sends nothing twice; kept by no browser. */
export function seeOther(address: string, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { Location: address, 'Cache-Control': 'no-store', ...more };
  return new Response(null, { status: 303, headers });
}
