import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { cmsConfig, type DeskInput } from './config.ts';

export interface AdminFile {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly type: string;
}

export interface AdminFiles {
  /** The file at a path such as `/admin/` or `/admin/desk/desk.css`; undefined is 404. */
  readonly read: (path: string, role?: DeskInput['role']) => Promise<AdminFile | undefined>;
  /** The content security policy for everything below `/admin/`. */
  readonly policy: string;
}

/**
 * The narrowest policy under which Decap works (decap.md §1): it compiles the schema of its
 * configuration (`unsafe-eval`), styles itself (`unsafe-inline`) and shows files from memory
 * (`blob:`). It holds for `/admin/` only, which no reader opens.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' blob: data:",
  "media-src 'self' blob:",
  "frame-src 'self' blob:",
  "worker-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
};

/**
 * The desk's files: our own, with their types taken off as Node does when it runs them, and Decap's.
 * `input` is asked for each time the configuration is, so that a new theme can be chosen at once.
 * Only files that are there when this is called can be read, by their plain names.
 */
export function adminFiles(input: () => Promise<Omit<DeskInput, 'role'>>): AdminFiles {
  const ours = join(import.meta.dirname, 'browser');
  const theirs = join(
    dirname(createRequire(import.meta.url).resolve('decap-cms/package.json')),
    'dist',
  );
  const letters = join(import.meta.dirname, '../styles/letters');
  const files = new Map([
    ...filesIn(ours, '/admin/desk/'),
    ...filesIn(theirs, '/admin/decap/'),
    ...filesIn(letters, '/admin/letters/'),
  ]);
  files.delete('/admin/desk/index.html');
  files.set('/admin/', join(ours, 'index.html'));
  return {
    policy: POLICY,
    async read(path, role = 'contributor') {
      if (path === '/admin/config.json') return configFile({ ...(await input()), role });
      const file = files.get(path);
      return file === undefined ? undefined : adminFile(file);
    },
  };
}

function filesIn(folder: string, address: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((name) => (name.split('.').at(-1) ?? '') in TYPES)
    .map((name) => [`${address}${name}`, join(folder, name)] as const);
}

async function adminFile(file: string): Promise<AdminFile> {
  const extension = file.split('.').at(-1) ?? '';
  const type = TYPES[extension] ?? 'application/octet-stream';
  if (extension !== 'ts') return { body: new Uint8Array(await readFile(file)), type };
  return { body: stripTypeScriptTypes(await readFile(file, 'utf8')), type };
}

function configFile(input: DeskInput): AdminFile {
  const config = cmsConfig(input);
  return { body: JSON.stringify(config), type: 'application/json; charset=utf-8' };
}
