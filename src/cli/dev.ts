import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { SOURCE_FOLDER } from '#state/source-folder.ts';
import { tell } from './printer.ts';

/**
 * `npm run dev`: keeps `dev/run.ts` running, and starts it anew when a file changes that Node has read.
 * What Astro draws is drawn anew without that. Sign-ins lie in a file and stay good.
 */
const { values } = parseArgs({ options: { content: { type: 'string', default: 'content' } } });

/** Of a burst of changes, such as a change of branch; milliseconds. */
const BURST_MS = 200;

let wasUp = false;
let isStopping = false;
let isRestarting = false;
let running = begin();
let again: NodeJS.Timeout | undefined;

const watcher = watch(SOURCE_FOLDER, { recursive: true }, (_event, name) => {
  if (name === null || !isOfNode(name)) return;
  clearTimeout(again);
  again = setTimeout(() => void restart(name), BURST_MS);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    isStopping = true;
    watcher.close();
    clearTimeout(again);
    if (hasEnded(running)) process.exit(0);
    running.kill('SIGINT');
  });

/** Read by Node, and not by Astro alone. */
function isOfNode(name: string): boolean {
  const path = name.replaceAll('\\', '/');
  return path.endsWith('.ts') && !/^(?:pages|layouts|styles)\//.test(path);
}

function begin(): ChildProcess {
  const child = fork(new URL('dev/run.ts', import.meta.url), [values.content]);
  child.on('message', () => {
    wasUp = true;
  });
  child.on('exit', (code) => {
    if (isRestarting) return;
    // What stands in the way of the first start is told once; later somebody is in the middle of a change.
    if (isStopping || !wasUp) process.exit(code ?? (isStopping ? 0 : 1));
    tell('It ended by itself. It starts again when a file is changed.');
  });
  return child;
}

async function restart(name: string): Promise<void> {
  // The new run reads whatever was changed meanwhile.
  if (isRestarting) return;
  tell(`${name} was changed: starting again.`);
  isRestarting = true;
  if (!hasEnded(running)) {
    running.kill('SIGINT');
    await once(running, 'exit');
  }
  isRestarting = false;
  if (isStopping) process.exit(0);
  running = begin();
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
