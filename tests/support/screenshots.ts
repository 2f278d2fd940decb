/**
 * Takes the pictures of the README from the example archive, in the real browser.
 *
 *     npm run screenshots
 */
import { mkdir, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { openBrowser } from './browser.ts';
import { buildAndServe } from './served-site.ts';

const FOLDER = '.github/screenshots';
const MOST_BYTES = 120_000;
const DAY = '2026-11-22';

interface Shot {
  readonly name: string;
  readonly path: string;
  /** CSS pixels, as a phone or a laptop has them. */
  readonly width: 390 | 1280;
  readonly height: number;
  /** What to bring to the top first. */
  readonly at?: string;
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: '/', width: 1280, height: 1040 },
  {
    name: 'exhibition',
    path: '/exhibitions/small-remedies/',
    width: 1280,
    height: 1040,
    at: '.chapter',
  },
  { name: 'home-phone', path: '/', width: 390, height: 800 },
  { name: 'story-punjabi-phone', path: '/stories/t2wjm7ka/', width: 390, height: 800 },
  { name: 'story-urdu-phone', path: '/ur/stories/n9cfx4ud/', width: 390, height: 800 },
  {
    name: 'answer-phone',
    path: '/priorities/no-child-interprets/',
    width: 390,
    height: 800,
  },
];

const site = await buildAndServe('content', DAY);
const browser = await openBrowser();
try {
  await mkdir(FOLDER, { recursive: true });
  for (const { name, path, width, height, at } of SHOTS) {
    const page = await browser.newPage({
      viewport: { width, height },
      deviceScaleFactor: width === 390 ? 1.5 : 1,
    });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    if (at !== undefined)
      await page
        .locator(at)
        .first()
        .evaluate((place) => place.scrollIntoView());
    await page.evaluate(() => document.fonts.ready);
    const bytes = await compressed(await page.screenshot());
    await writeFile(`${FOLDER}/${name}.jpg`, bytes);
    process.stdout.write(`${name}.jpg  ${Math.round(bytes.length / 1000)} kB\n`);
    await page.close();
  }
} finally {
  await browser.close();
  await site.close();
}

/** As good as fits: what a README shows must not cost a reader on mobile data much. */
async function compressed(png: Buffer): Promise<Buffer> {
  for (const quality of [82, 74, 66, 58, 50]) {
    const bytes = await sharp(png).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= MOST_BYTES) return bytes;
  }
  throw new Error(`A screenshot does not fit into ${MOST_BYTES} bytes. Take a smaller one.`);
}
