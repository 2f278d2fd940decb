import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium as driver } from 'playwright-core';
import { withLock } from '#state/lock.ts';

/** Our own arguments: the package's own list turns web security off. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real browser: the machine's own, or the one that comes inside an npm package, so that the tests
 * need nothing installed by hand. `ARCHIVE_BROWSER=package` asks for the latter.
 */
export async function openBrowser(): Promise<Browser> {
  const system =
    process.env['ARCHIVE_BROWSER'] === 'package'
      ? undefined
      : SYSTEM.find((path) => existsSync(path));
  const executablePath = system ?? (await packagedBrowser());
  return driver.launch({ executablePath, args: ARGUMENTS, headless: true });
}

async function packagedBrowser(): Promise<string> {
  // Makes the package unpack the system libraries it brings, where a bare machine has none.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // Unpacked once for the machine: a second one would start what the first is still writing.
  return withLock(
    join(tmpdir(), 'unpacking-browser.lock'),
    () => undefined,
    () => packaged.executablePath(),
  );
}
