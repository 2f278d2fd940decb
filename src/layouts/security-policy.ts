/**
 * What a page may load, as a `<meta>` policy (the server sends the same with `frame-ancestors`,
 * which only counts as a header). Only search may compile the index's WebAssembly; it and a page that sends
 * files piece by piece may fetch, and that page plays what it recorded.
 */
export function securityPolicy({
  searches,
  sends,
}: {
  readonly searches: boolean;
  readonly sends: boolean;
}): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    sends ? "media-src 'self' blob:" : "media-src 'self'",
    "style-src 'self'",
    searches ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    ...(searches || sends ? ["connect-src 'self'"] : []),
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
