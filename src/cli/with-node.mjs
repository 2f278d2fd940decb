/**
 * `node src/cli/with-node.mjs <file.ts | package> …` runs a file of ours, or the command that a package
 * brings, with the Node this archive needs: the one that came with the packages, or the one that is
 * running when it is new enough. Plain JavaScript that any Node can read, because the one that starts
 * it may be too old for the rest. It leans on no link in `node_modules/.bin`: three packages bring a
 * command called `node`, and several versions of npm then make none.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as module from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;
const PROGRAM = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PACKAGES = join(PROGRAM, 'node_modules');

const [what = '', ...args] = process.argv.slice(2);
const file = fileOf(what);
if (file === undefined) stop(`There is no ${what} here. Run "npm ci" first.`);
const packaged = packagedNode();
if (packaged === undefined) await runHere('None came with the packages for this machine');
else if (packaged === process.execPath) await runHere('');
else runWith(packaged);

/** A file by its path, or the command that a package of that name brings. */
function fileOf(name) {
  if (/\.(?:ts|mjs)$/.test(name)) return join(PROGRAM, name);
  const home = join(PACKAGES, name);
  if (name === '' || !existsSync(join(home, 'package.json'))) return undefined;
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(home, typeof bin === 'string' ? bin : bin[name.split('/').at(-1)]);
}

/** The Node that came with the packages for this kind of machine, when one did. */
function packagedNode() {
  const windows = process.platform === 'win32';
  const home = join(PACKAGES, `node-${windows ? 'win' : process.platform}-${process.arch}`);
  const found = join(home, 'bin', windows ? 'node.exe' : 'node');
  return existsSync(found) ? found : undefined;
}

/** `otherwise` says why no other Node can do it. */
async function runHere(otherwise) {
  if (Number(process.versions.node.split('.')[0]) < NEEDED)
    stop(
      `This is Node ${process.versions.node}, and the archive needs Node ${NEEDED}. ${otherwise} (${process.platform} ${process.arch}). On Linux or Windows, run "npm ci" again; where that does not help, and on a Mac, install Node ${NEEDED} from https://nodejs.org and start once more. Nothing was changed.`,
    );
  inheritedBy(process.execPath);
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

/** Stands by while another Node does the work: passes signals on, and ends as it ends. */
function runWith(node) {
  inheritedBy(node);
  let child;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      // Ctrl-C at a terminal reaches both at once; a second one would cut short what is stopping.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  // After the signals: one that came between would end this Node alone and leave the other running.
  child = spawn(node, [...process.execArgv, file, ...args], { stdio: 'inherit' });
  // It is there and does not run: made for another kind of Linux, or not to be run from this disk.
  child.on(
    'error',
    () => void runHere('The one that came with the packages does not run on this machine'),
  );
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** What is started from here on by the name `node` is the same Node. */
function inheritedBy(node) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  process.env[path] = [dirname(node), process.env[path]].filter(Boolean).join(delimiter);
  process.env.NODE = node;
  process.env.npm_node_execpath = node;
  // What was compiled once need not be compiled again: a command starts in a third of the time.
  process.env.NODE_COMPILE_CACHE ??= join(PACKAGES, '.cache', 'node');
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
