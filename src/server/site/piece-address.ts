/** The id of the contribution that an address shows or plays, in any language. */
export function idInAddress(
  path: string,
): { readonly id: string; readonly kind: 'page' | 'media' } | undefined {
  const plain = plainPath(path);
  const page = /^(?:\/+[a-z-]+)?\/+stories\/+([a-z0-9]+)(?:\/|\.|$)/i.exec(plain)?.[1];
  if (page !== undefined) return { id: page.toLowerCase(), kind: 'page' };
  const media = /^\/+media\/+([a-z0-9]+)(?:\/|$)/i.exec(plain)?.[1];
  return media === undefined ? undefined : { id: media.toLowerCase(), kind: 'media' };
}

/** An address as it is meant: letters written as numbers, doubled and backward slashes. */
export function plainPath(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\\', '/');
  } catch {
    return path;
  }
}
