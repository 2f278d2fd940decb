import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { problemLine } from '#records/problem.ts';
import { release } from '#release/release.ts';
import { astroCommand, astroEnvironment } from '#build/astro-build.ts';
import { findReturned } from '#blocklist/find-returned.ts';
import { progress, tell } from './printer.ts';
import { stateOf } from '#state/state.ts';
import { londonDay } from './today.ts';

/** `npm run dev`: Astro over the release tree, which is made anew whenever the content changes. */
const content = resolve('content');
const state = stateOf(content);

let settling = false;
let again = false;

await makeRelease();
watch(content, { recursive: true }, () => {
  again = true;
  if (!settling) void settle();
});
const astro = spawn(
  process.execPath,
  [astroCommand(), 'dev', '--port', process.env['PORT'] ?? '4321'],
  {
    env: { ...astroEnvironment(state), ARCHIVE_PUBLIC: resolve('public'), NODE_ENV: 'development' },
    stdio: 'inherit',
  },
);
astro.on('exit', (code) => process.exit(code ?? 0));

/** Waits until a burst of changes is over, then releases once. */
async function settle(): Promise<void> {
  settling = true;
  while (again) {
    again = false;
    await new Promise((done) => setTimeout(done, 200));
    if (!again) await makeRelease();
  }
  settling = false;
}

async function makeRelease(): Promise<void> {
  const { store, release: folder, mediaCache } = state;
  const day = londonDay(new Date());
  const result = await release({
    content,
    store,
    day,
    folder,
    mediaCache,
    findReturned: (archive) =>
      findReturned({ archive, state, day, onProgress: progress('pictures looked at') }),
  });
  if (result.ok) tell(`Released ${result.value.stories.length} contributions.`);
  else tell([...result.problems.map(problemLine), 'The last release stands.'].join('\n'));
}
