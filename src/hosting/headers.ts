import type { ManifestFile } from '#release/manifest.ts';
import { openToAi } from '#release/ai-choice.ts';
import type { Story } from '#release/released.ts';

/** One rule of a host: a path (`/*` at the end takes all below it) and the headers it sends. */
export interface HeaderRule {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The widest policy any page needs: the search page runs Pagefind, which is WebAssembly and fetches
 * its index from our own origin. Every other page narrows it in a meta tag of its own.
 */
const POLICY = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent with everything (docs/consent.md, T34, T36, A34, A35; W7: withdrawal beats caching). */
export const EVERYWHERE = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'tdm-reservation': '1',
  'X-Robots-Tag': 'noai, noimageai',
};

/** The site's own styles, scripts and letters: their names change with what is in them, and no piece is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Not in search engines (docs/consent.md §2.7, "search"; A36). */
const UNLISTED = { 'X-Robots-Tag': 'noindex, noai, noimageai' };

/** The makers said yes to `ai` (docs/consent.md §2.7, T36). A host that joins rules instead stays at no. */
const OPEN_TO_AI = { 'tdm-reservation': '0' };

/**
 * The headers of the site, later rules over earlier ones. Pages and media whose makers did not say
 * yes to `search` say noindex; where they said yes to `ai`, and only there, the reservation is lifted;
 * a media file is kept for five minutes at most.
 */
export function headerRules(input: {
  readonly stories: readonly Story[];
  readonly files: readonly ManifestFile[];
  readonly languages: readonly string[];
}): readonly HeaderRule[] {
  const [, ...prefixed] = input.languages;
  const prefixes = ['', ...prefixed.map((language) => `/${language}`)];
  const unlistedPages = input.stories
    .filter(({ searchable }) => !searchable)
    .flatMap(({ id }) => prefixes.map((prefix) => `${prefix}/stories/${id}/*`));
  const unlistedMedia = input.files
    .filter(({ file, uses }) => file.startsWith('media/') && !uses?.includes('search'))
    .map(({ file }) => `/${file}`);
  const unlisted = new Set([...unlistedPages, ...unlistedMedia]);
  const open = openToAi(input.stories, input);
  const lifted = [...open.pages.map((path) => `${path}*`), ...open.media];
  return [
    { path: '/*', headers: EVERYWHERE },
    { path: '/_astro/*', headers: { 'Cache-Control': FOR_EVER } },
    { path: '/media/*', headers: { 'Cache-Control': 'max-age=300, must-revalidate' } },
    ...[...unlisted].map((path) => ({ path, headers: UNLISTED })),
    ...lifted.map((path) => ({
      path,
      headers: { ...OPEN_TO_AI, 'X-Robots-Tag': unlisted.has(path) ? 'noindex' : 'all' },
    })),
  ];
}

/** The rules as the `_headers` file that static hosts read. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n');
}

/** Reads back what `headersFile` wrote. */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [path = '', ...lines] = block.split('\n');
      const pairs = lines
        .map((line) => /^ {2}([^:]+): (.*)$/.exec(line))
        .flatMap((match) => (match ? [[match[1] ?? '', match[2] ?? ''] as const] : []));
      return { path: path.trim(), headers: Object.fromEntries(pairs) };
    });
}

/** The headers for one path: every rule that fits, the later over the earlier. */
export function headersFor(
  path: string,
  rules: readonly HeaderRule[],
): Readonly<Record<string, string>> {
  const fits = (rule: string): boolean =>
    rule.endsWith('/*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
  return Object.assign(
    {},
    ...rules.filter((rule) => fits(rule.path)).map(({ headers }) => headers),
  );
}
