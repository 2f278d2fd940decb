import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A program of its own, in a path with a space, with the launcher as it is. */
let program = '';
let launcher = '';

beforeEach(() => {
  program = mkdtempSync(join(tmpdir(), 'any node '));
  mkdirSync(join(program, 'src/cli'), { recursive: true });
  launcher = join(program, 'src/cli/with-node.mjs');
  copyFileSync('src/cli/with-node.mjs', launcher);
});

afterEach(() => rmSync(program, { recursive: true, force: true }));

/** Stands for an older Node: it calls itself so, and takes no other part. */
const OLD = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
const asOld = ['--import', OLD];

describe('a command of the README', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };

  test.each(Object.entries(scripts))(
    'npm run %s finds its Node itself, each step of it',
    (_, says) => {
      const steps = says.split('&&').map((step) => step.trim());
      expect(steps.filter((step) => !step.startsWith('node src/cli/with-node.mjs '))).toEqual([]);
    },
  );

  test('no unit of a schedule leans on the Node of the system either', () => {
    for (const unit of ['living-roots-daily.service', 'living-roots-watch.service'])
      for (const line of readFileSync(`src/hosting/daily/${unit}`, 'utf8').split('\n'))
        if (/^ExecStart=.*node/.test(line))
          expect(line).toMatch(/^ExecStart=\/usr\/bin\/node src\/cli\/with-node\.mjs /);
  });
});

describe.skipIf(process.platform === 'win32')('where the Node that starts it is too old', () => {
  test('the one that came with the packages does the work, with every argument as it was given', async () => {
    await packaged(`printf '%s|' "$@"`);
    const { stdout } = await run([...asOld, launcher, 'src/cli/main.ts', 'a b', '--out', "it's"]);
    expect(stdout).toContain(`${join(program, 'src/cli/main.ts')}|a b|--out|it's|`);
  });

  test('it is the node of everything that is started from there', async () => {
    const home = await packaged(`command -v node; echo "$NODE"`);
    const { stdout } = await run([...asOld, launcher, 'src/cli/main.ts']);
    expect(stdout.trim().split('\n')).toEqual([home, home]);
  });

  test('its end is the end: the number it gave', async () => {
    await packaged('exit 7');
    await expect(run([...asOld, launcher, 'src/cli/main.ts'])).rejects.toMatchObject({ code: 7 });
  });

  test('a signal reaches it, and it has the time to stop', async () => {
    await packaged(`trap 'echo stopping; exit 3' TERM; echo up; while :; do sleep 0.1; done`);
    const child = spawn(process.execPath, [...asOld, launcher, 'src/cli/main.ts']);
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (String(chunk).includes('up')) child.kill('SIGTERM');
    });
    expect(await once(child, 'close')).toEqual([3, null]);
    expect(said).toBe('up\nstopping\n');
  });

  test('a command that a package brings is found without any link', async () => {
    mkdirSync(join(program, 'node_modules/@some/tool/bin'), { recursive: true });
    writeFileSync(
      join(program, 'node_modules/@some/tool/package.json'),
      JSON.stringify({ bin: { tool: 'bin/tool.js' } }),
    );
    await packaged(`echo "$1"`);
    const { stdout } = await run([...asOld, launcher, '@some/tool']);
    expect(stdout.trim()).toBe(join(program, 'node_modules/@some/tool/bin/tool.js'));
  });

  test.each([
    ['none came', async () => undefined, 'None came with the packages'],
    ['the one that came does not run here', () => packaged('', '#!/not/there'), 'does not run'],
  ])('where %s, a plain sentence says what to do', async (_, prepare, why) => {
    await prepare();
    const failed = (await run([...asOld, launcher, 'src/cli/main.ts']).catch((error) => error)) as {
      code: number;
      stderr: string;
    };
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('This is Node 20.20.2, and the archive needs Node 24.');
    expect(failed.stderr).toContain(why);
    expect(failed.stderr).not.toMatch(/^\s+at /m);
  });
});

test('where no Node came with the packages and this one is new enough, it does the work itself', async () => {
  writeFileSync(
    join(program, 'src/cli/main.ts'),
    'console.log(...process.argv.slice(1) as string[]);',
  );
  const { stdout } = await run([launcher, 'src/cli/main.ts', 'x y']);
  expect(stdout.trim()).toBe(`${join(program, 'src/cli/main.ts')} x y`);
});

test('where the packages are not there, it says to install them', async () => {
  await expect(run([launcher, 'prettier'])).rejects.toMatchObject({
    stderr: 'There is no prettier here. Run "npm ci" first.\n',
  });
});

const run = (args: readonly string[]) => promisify(execFile)(process.execPath, [...args]);

/** A shell script in the place of the Node that comes with the packages; `$1` is the file to be run. */
async function packaged(script: string, shell = '#!/bin/sh'): Promise<string> {
  const home = join(program, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
  mkdirSync(home, { recursive: true });
  const drop = 'while case "$1" in -*) ;; *) false ;; esac; do shift 2; done';
  writeFileSync(join(home, 'node'), `${shell}\n${drop}\n${script}\n`, { mode: 0o755 });
  return join(home, 'node');
}
