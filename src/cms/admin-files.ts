import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { endonym } from '#i18n/language.ts';
import { FIRST, languagesOn } from '#i18n/languages.ts';
import { cmsConfig } from './config.ts';
import type { DeskInput, EditorReader } from './desk-input.ts';
import type { SelectOption } from './fields.ts';
import { ownPage } from './own-page.ts';
import { ownWords } from './own-words.ts';
import { patchDecap } from './patch-decap.ts';
import { reviewFiles } from './review-questions.ts';

export interface AdminFile {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly type: string;
  /** Its address names its version, so a browser may keep it for ever and never ask again. */
  readonly immutable: boolean;
}

export interface AdminFiles {
  /** The file at a path such as `/admin/` or `/admin/desk/desk.css`; undefined is 404. */
  readonly read: (path: string, reader?: EditorReader) => Promise<AdminFile | undefined>;
  /** What the addresses of all but the page and the configuration begin with: `/admin/<version>/`. */
  readonly version: string;
  /** Every file below the version, by its path there. */
  readonly names: readonly string[];
  /** The path of by far the largest file. */
  readonly largest: string;
  /** The content security policy for everything below `/admin/`. */
  readonly policy: string;
}

/**
 * The narrowest policy under which Decap works (docs/traps/decap.md, "The page"): it compiles the schema of its
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
  json: 'application/json; charset=utf-8',
  ts: 'text/javascript; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  wasm: 'application/wasm',
  woff2: 'font/woff2',
};

/**
 * The desk's files: our own, with their types taken off as Node does when it runs them, and Decap's
 * with its mends. All but the page and the configuration lie below `/admin/<version>/`, which is a
 * digest of all of them: a browser fetches each once for each version. `input` is asked for each time
 * the configuration is, so that a new theme can be chosen at once. Only files that are there when this
 * is called can be read, by their plain names.
 */
export function adminFiles(input: () => Promise<Omit<DeskInput, 'reader'>>): AdminFiles {
  const { version, files, page } = editor();
  return {
    policy: POLICY,
    version,
    names: [...files.keys()],
    largest: `/admin/${version}/decap/decap-cms.js`,
    async read(path, reader = NOBODY) {
      if (path === '/admin/config.json') return configFile({ ...(await input()), reader });
      if (path === '/admin/')
        return reader.sees === 'own-drafts'
          ? { ...page, body: ownPage(page, reader.language) }
          : page;
      const file = files.get(path.replace(`/admin/${version}/`, ''));
      return file === undefined || !path.startsWith(`/admin/${version}/`) ? undefined : file();
    },
  };
}

const NOBODY: EditorReader = { sees: 'nothing', writes: {}, language: FIRST };

interface Editor {
  readonly version: string;
  /** By path below the version, such as `desk/desk.css`. */
  readonly files: ReadonlyMap<string, () => AdminFile>;
  readonly page: AdminFile;
}

let made: Editor | undefined;

/** Read and mended once for the process: it is five megabytes, and the same for every desk. */
function editor(): Editor {
  made ??= makeEditor();
  return made;
}

function makeEditor(): Editor {
  const ours = join(import.meta.dirname, 'browser');
  const decap = createRequire(import.meta.url).resolve('decap-cms/package.json');
  const sources = [
    ...filesIn(ours, 'desk/'),
    ...SHARED.map((path) => [path, join(import.meta.dirname, '..', path)] as const),
    ...filesIn(join(dirname(decap), 'dist'), 'decap/'),
    ...filesIn(join(import.meta.dirname, '../styles/letters'), 'letters/'),
  ].filter(([path]) => path !== 'desk/index.html');
  const main = patchDecap(readFileSync(join(dirname(decap), 'dist/decap-cms.js'), 'utf8'));
  const digest = createHash('sha256').update(main);
  // Decap's further pieces belong to its version, which its main file names.
  for (const [path, file] of sources)
    if (!path.startsWith('decap/')) digest.update(path).update(readFileSync(file));
  const lists = reviewFiles();
  for (const [path, text] of lists) digest.update(path).update(text);
  const page = readFileSync(join(ours, 'index.html'), 'utf8');
  const version = digest.update(page).digest('hex').slice(0, 12);
  const files = new Map(sources.map(([path, file]) => [path, () => adminFile(file)] as const));
  files.set('decap/decap-cms.js', () => ({ body: main, type: TYPES['js'] ?? '', immutable: true }));
  for (const [path, body] of lists)
    files.set(path, () => ({ body, type: TYPES['json'] ?? '', immutable: true }));
  return { version, files, page: pageAt(page, version) };
}

function pageAt(page: string, version: string): AdminFile {
  const body = page.replaceAll('/admin/VERSION/', `/admin/${version}/`);
  return { body, type: TYPES['html'] ?? '', immutable: false };
}

function filesIn(folder: string, address: string): readonly (readonly [string, string])[] {
  return readdirSync(folder)
    .filter((name) => (name.split('.').at(-1) ?? '') in TYPES)
    .map((name) => [`${address}${name}`, join(folder, name)] as const);
}

/** Modules of another room that run in the page too: they import nothing, and lie beside `desk/`. */
const SHARED = ['records/day.ts', 'i18n/text.ts'];

function adminFile(file: string): AdminFile {
  const extension = file.split('.').at(-1) ?? '';
  const type = TYPES[extension] ?? 'application/octet-stream';
  const body =
    extension === 'ts'
      ? stripTypeScriptTypes(readFileSync(file, 'utf8')).replaceAll(`from '#`, `from '../`)
      : new Uint8Array(readFileSync(file));
  return { body, type, immutable: true };
}

/** The languages in which the editor says what may be shown and what to look for, and the one it begins in. */
function answersIn(language: string): {
  readonly language: string;
  readonly languages: readonly SelectOption[];
} {
  const languages = languagesOn('desk').map((value) => ({ value, label: endonym(value) }));
  return { language, languages };
}

function configFile(input: DeskInput): AdminFile {
  const { sees, language } = input.reader;
  const own = sees === 'own-drafts' ? { own: ownWords(language) } : {};
  const body = JSON.stringify({ ...cmsConfig(input), ...own, answers: answersIn(language) });
  return { body, type: 'application/json; charset=utf-8', immutable: false };
}
