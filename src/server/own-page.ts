/**
 * Did a form or a call come from a page of ours? The browser says it in `Sec-Fetch-Site`; an older one
 * only in `Origin`, which must then be the host that was asked (docs/traps/decap.md, "Requests from elsewhere"). Who says neither is
 * not believed, unless `typed`: an address that was typed or opened from outside any page.
 */
export function isFromOwnPage({ headers, url }: Request, { typed = false } = {}): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || (typed && site === 'none');
  const origin = headers.get('Origin');
  if (origin === null) return typed;
  return hostOf(origin) === new URL(url).host;
}

/**
 * Does a form come from a page of somebody else's? For forms that anybody may send, where nothing but
 * what is typed gives a right to anything: a browser that says nothing is believed.
 */
export function isFromElsewhere({ headers, url }: Request): boolean {
  const site = headers.get('Sec-Fetch-Site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('Origin') ?? 'null';
  return origin !== 'null' && hostOf(origin) !== new URL(url).host;
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
