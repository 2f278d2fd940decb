import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getMimeType } from 'hono/utils/mime';
import { keptPages } from '#build/kept-pages.ts';
import type { draw } from '#desk/entry.ts';
import type { DrawnPages } from '#server/draw.ts';
import { etagOf } from '#server/site/compressed-body.ts';
import { filesBelow } from '#state/files-below.ts';

let opened: Promise<DrawnPages> | undefined;

/**
 * The pages that are drawn on request (docs/decisions.md, "One way to draw"), compiled when this version of
 * the program has not compiled them yet. All of it is read now: what happens to the folder later does no harm.
 * @throws Fault where they cannot be compiled or kept
 */
export function deskPages(): Promise<DrawnPages> {
  opened ??= keptPages('desk').then(load);
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

async function load(folder: string): Promise<DrawnPages> {
  const server = join(folder, 'server');
  // Each page is a file that would be read when it is first asked for.
  for (const name of (await filesBelow(server)).filter((each) => each.endsWith('.mjs')))
    await import(pathToFileURL(join(server, name)).href);
  const entry = (await import(pathToFileURL(join(server, 'entry.mjs')).href)) as {
    readonly draw: typeof draw;
  };
  const client = join(folder, 'client');
  const assets = await Promise.all(
    (await filesBelow(client)).map(async (name) => {
      const type = getMimeType(name) ?? 'application/octet-stream';
      const bytes = await readFile(join(client, name));
      return [`/${name}`, { bytes, type, mark: etagOf(bytes) }] as const;
    }),
  );
  return { draw: entry.draw, assets: new Map(assets) };
}
