import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PathWithRoute } from 'astro';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import { mapConcurrently } from '#release/map-concurrently.ts';

/**
 * The pages of the site, compiled, as a program of its own: draws every page of the release tree of this
 * process into the folder that it is called with. What Astro says of a fault goes where its output goes,
 * to a log that is never public (draw-site.ts).
 */
const AT_ONCE = 8;

const app = createApp({ streaming: false });
const [, , out = ''] = process.argv;

await drawAll();

async function drawAll(): Promise<void> {
  const files = [...(await eachOnce())];
  await mapConcurrently(AT_ONCE, files, ([file, path]) => drawInto(join(out, file), path));
}

/** By the file it is written to. Of two at one address the first is drawn, which Astro ranks higher. */
async function eachOnce(): Promise<ReadonlyMap<string, PathWithRoute>> {
  const files = new Map<string, PathWithRoute>();
  for (const path of await new StaticPaths(app).getAll()) {
    const file = fileOf(path);
    if (!files.has(file)) files.set(file, path);
  }
  return files;
}

function fileOf({ pathname, route }: PathWithRoute): string {
  const name = pathname.replace(/^\/|\/$/g, '');
  if (route.type === 'endpoint') return name;
  return name === '404' ? '404.html' : join(name, 'index.html');
}

async function drawInto(file: string, { pathname, route }: PathWithRoute): Promise<void> {
  const slash = route.type === 'endpoint' || pathname.endsWith('/') ? '' : '/';
  const answer = await app.render(new Request(new URL(pathname + slash, 'http://site.invalid')), {
    routeData: route,
    // A page of faults would be asked for over the network.
    prerenderedErrorPageFetch: async () => new Response(null, { status: 500 }),
  });
  const wanted = route.route === '/404' ? 404 : 200;
  if (answer.status !== wanted) throw new Error(`page-not-drawn: ${route.route}`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
}
