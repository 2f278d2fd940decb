/**
 * What a page may load, as a `<meta>` policy (the server sends the same with `frame-ancestors`,
 * which only counts as a header). Only search may fetch, and compile the index's WebAssembly.
 */
export function securityPolicy(searches: boolean): string {
  return [
    "default-src 'none'",
    "img-src 'self' data:",
    "media-src 'self'",
    "style-src 'self'",
    searches ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'",
    ...(searches ? ["connect-src 'self'"] : []),
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
