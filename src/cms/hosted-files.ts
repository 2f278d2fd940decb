import type { HostedSettings } from '#records/hosted.ts';
import { adminFiles } from './admin-files.ts';
import type { DeskInput } from './desk-input.ts';
import { hostedConfig } from './hosted-config.ts';

/** A file of the folder to be served, by its path in it. */
export interface HostedFile {
  readonly path: string;
  readonly body: Uint8Array | string;
}

/** What the page may ask besides its own server: where the repository is, and nothing else. */
const ASKS: { readonly [B in HostedSettings['backend']]: (hosted: HostedSettings) => string } = {
  github: () => 'https://api.github.com',
  gitlab: (hosted) => (hosted.backend === 'gitlab' ? hosted.host : ''),
};

/**
 * Everything of `/admin/` over a repository elsewhere, as files for any host that serves files: the page,
 * Decap, the configuration, and the headers it is to be served with.
 */
export async function hostedFiles(
  input: Omit<DeskInput, 'reader'>,
  hosted: HostedSettings,
): Promise<readonly HostedFile[]> {
  const { version, names, read, policy } = adminFiles(async () => input);
  const kept = names.filter((name) => /^(?:decap|desk|records|letters)\//.test(name));
  const files: HostedFile[] = [];
  for (const name of kept) {
    const file = await read(`/admin/${version}/${name}`);
    if (file !== undefined) files.push({ path: `admin/${version}/${name}`, body: file.body });
  }
  const allowed = policy
    .replace("connect-src 'self'", `connect-src 'self' ${ASKS[hosted.backend](hosted)}`)
    .replace("img-src 'self'", "img-src 'self' https:");
  return [
    ...files,
    { path: 'admin/index.html', body: page(version) },
    { path: 'admin/config.json', body: JSON.stringify(hostedConfig(input, hosted)) },
    { path: '_headers', body: headers(allowed) },
  ];
}

const headers = (policy: string): string =>
  [
    '/admin/*',
    `  Content-Security-Policy: ${policy}`,
    '  X-Robots-Tag: noindex',
    '  Referrer-Policy: no-referrer',
    '/admin/*.ts',
    '  Content-Type: text/javascript; charset=utf-8',
    '',
  ].join('\n');

const page = (version: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>The desk</title>
    <link rel="stylesheet" href="/admin/${version}/letters/letters.css" />
    <link rel="stylesheet" href="/admin/${version}/desk/desk.css" />
    <script src="/admin/${version}/desk/manual-start.ts"></script>
    <script src="/admin/${version}/decap/decap-cms.js"></script>
    <script src="/admin/${version}/desk/hosted.ts" type="module"></script>
  </head>
  <body>
    <noscript><p>The desk needs JavaScript. The website itself does not.</p></noscript>
  </body>
</html>
`;
