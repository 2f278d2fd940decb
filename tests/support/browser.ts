import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type LaunchOptions,
  chromium as driver,
} from 'playwright-core';
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

/** The browser of this process, when a test asked for one. */
let ofTests: Browser | undefined;

/**
 * A real browser: the machine's own, or the one that comes inside an npm package, so that the tests
 * need nothing installed by hand. `ARCHIVE_BROWSER=package` asks for the latter. Test files that share a
 * process share its browser, which ends with it; closing it closes the windows of this file.
 */
export async function openBrowser(): Promise<Browser> {
  if (process.env['VITEST'] === undefined) return patient(await driver.launch(await launching()));
  // One that died takes the windows with it that were open, and no file that comes after.
  if (!ofTests?.isConnected()) ofTests = await driver.launch(await launching());
  return patient(windowsOf(ofTests));
}

/** The same browser, for one file: what it opens is closed with it, and nothing else. */
function windowsOf(browser: Browser): Browser {
  const opened: BrowserContext[] = [];
  const own: Browser = Object.create(browser);
  own.newContext = async (...options) => {
    const context = await browser.newContext(...options);
    opened.push(context);
    return context;
  };
  own.close = async () => {
    await Promise.all(opened.map((context) => context.close()));
  };
  return own;
}

/** A busy machine takes its time with a page; what never comes is told all the same. */
const PATIENCE = 150_000;

function patient(browser: Browser): Browser {
  const open = browser.newContext.bind(browser);
  browser.newContext = async (...options) => {
    const context = await open(...options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
}

/**
 * A script of some megabytes that mostly runs once: to make fast code of it, and to tidy up after it while it
 * loads, costs more than it saves. What it does is the same.
 */
const ONCE_THROUGH =
  '--js-flags=--no-opt --no-maglev --max-semi-space-size=64 --min-semi-space-size=32';

/**
 * A browser of its own, whose windows share one folder on disk: only there Chromium keeps the code that it
 * compiled, so that a large script is compiled twice and not once for each window.
 */
export async function openKeepingBrowser(): Promise<BrowserContext> {
  // No name of a folder: it makes one, and takes it away when it is closed.
  const options = await launching();
  const args = [...(options.args ?? []), ONCE_THROUGH];
  const context = await driver.launchPersistentContext('', { ...options, args });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

async function launching(): Promise<LaunchOptions> {
  const system =
    process.env['ARCHIVE_BROWSER'] === 'package'
      ? undefined
      : SYSTEM.find((path) => existsSync(path));
  const executablePath = system ?? (await packagedBrowser());
  return { executablePath, args: ARGUMENTS, headless: true, timeout: PATIENCE };
}

async function packagedBrowser(): Promise<string> {
  // Makes the package unpack the system libraries it brings, where a bare machine has none.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // Unpacked once for the machine: a second one would start what the first is still writing.
  return withLock(
    join(tmpdir(), 'unpacking-browser.lock'),
    () => undefined,
    async () => {
      const path = await packaged.executablePath();
      await nameFonts();
      return path;
    },
  );
}

/**
 * The package looks for its letters in `/tmp/fonts` whatever the folder for temporary files is called.
 * Where that is another, and the machine has no letters of its own, no page would show a word.
 */
async function nameFonts(): Promise<void> {
  const folder = join(tmpdir(), 'fonts');
  const file = join(folder, 'letters.conf');
  const named = [`<dir>${folder}</dir>`, `<cachedir>${join(folder, 'cache')}</cachedir>`];
  await writeFile(file, `<?xml version="1.0"?>\n<fontconfig>${named.join('')}</fontconfig>\n`);
  process.env['FONTCONFIG_FILE'] = file;
}
