import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deskPages } from '#cli/desk-pages.ts';
import { deskCommands } from '#cli/desk-commands.ts';
import { editorFiles } from '#cli/open-desk.ts';
import { stateOf } from '#state/state.ts';
import type { NotBuilt } from '#build/result.ts';
import type { BuiltSite, Commands } from '#server/commands.ts';
import type { Repository } from '#repository/repository.ts';
import { openRepository } from '#repository/open-repository.ts';
import { type OpenDesk, openDesk } from '#server/open-desk.ts';
import type { DeskRole } from '#server/roles.ts';
import { recordForm, recordText } from '#repository/record-text.ts';
import { Register } from '#register/register.ts';
import { smallArchive } from './small-archive.ts';

export const DESK_DAY = '2026-11-22';

export interface SmallDesk {
  readonly content: string;
  readonly gitFolder: string;
  readonly state: string;
  readonly folder: string;
  /** Where the media store is a folder. */
  readonly media: string;
  readonly repository: Repository;
  readonly open: OpenDesk;
  readonly archive: Awaited<ReturnType<typeof smallArchive>>;
  readonly git: (...args: string[]) => string;
  /** The cookie of one sign-in, of a facilitator unless another role is said. */
  readonly signIn: (role?: DeskRole) => Promise<string>;
  /** A call of the protocol, as the page makes it. */
  readonly cms: (action: string, params?: object, cookie?: string) => Promise<Answer>;
  readonly post: (path: string, body: object, cookie?: string) => Promise<Answer>;
  readonly get: (path: string, cookie?: string) => Promise<Response>;
  /** The same archive opened again, as a new start does. */
  readonly again: (commands?: Partial<Commands>, register?: Register) => Promise<OpenDesk>;
  /** `wait` never ends, unless a test says otherwise. */
  readonly clock: { now: number; wait: (ms: number) => Promise<unknown> };
  /** What was told to whoever runs it. */
  readonly reported: string[];
  readonly register: Register;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by tests
  readonly body: any;
}

/** A small archive in a real repository with a desk over it; the build only copies the stories. */
export async function smallDesk(
  prepare: (archive: Awaited<ReturnType<typeof smallArchive>>) => Promise<void> = async () => {},
  commands: Partial<Commands> = {},
): Promise<SmallDesk> {
  const archive = await smallArchive();
  await prepare(archive);
  const gitFolder = dirname(archive.content);
  const git = gitIn(gitFolder);
  // One git that starts the others: to start one costs the more, the larger the process that does it.
  git('-c', `alias.begin=!git init -q -b main && git add -A && git commit -q -m Begin`, 'begin');
  const state = await mkdtemp(join(tmpdir(), 'desk-'));
  process.env['ARCHIVE_STATE'] = state;
  const folder = stateOf(archive.content).desk;
  const repository = await openRepository({
    content: archive.content,
    branch: 'archive',
    scratch: join(folder, `run-${process.pid}`),
  });
  if (repository === undefined) throw new Error('The repository of this test could not be opened.');
  const site = join(state, 'site');
  await mkdir(site, { recursive: true });
  await writeFile(join(site, 'index.html'), 'the first site');
  await writeFile(join(site, '404.html'), 'nothing here');
  const clock: SmallDesk['clock'] = {
    now: Date.parse(`${DESK_DAY}T12:00:00Z`),
    wait: () => new Promise(() => undefined),
  };
  const reported: string[] = [];
  const register = Register.open(stateOf(archive.content).register, () => clock.now);
  const own = deskCommands(archive.content, () => DESK_DAY);
  const again = (changed: Partial<Commands> = commands, opened = register) =>
    openDesk({
      repository,
      folder,
      media: stateOf(archive.content).store,
      admin: editorFiles(archive.content, folder),
      commands: { ...own, build: copyOf, ...changed },
      site: { folder: site, tombstones: [] },
      register: opened,
      now: () => clock.now,
      today: () => DESK_DAY,
      wait: (ms) => clock.wait(ms),
      report: (line) => void reported.push(line),
      pages: deskPages,
    });
  const open = await again();
  const signIn = async (role: DeskRole = 'facilitator'): Promise<string> => {
    const code = await open.desk.signIns.invite(role);
    const response = await open.handle(signingIn('http://desk.test', code));
    return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const first = await signIn();
  const get = (path: string, cookie = first) =>
    open.handle(new Request(`http://desk.test${path}`, { headers: { cookie } }));
  const post = async (path: string, body: object, cookie = first): Promise<Answer> => {
    const response = await open.handle(
      new Request(`http://desk.test${path}`, {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json; charset=utf-8',
          'sec-fetch-site': 'same-origin',
        },
        body: JSON.stringify(body),
      }),
    );
    return { status: response.status, body: await response.json() };
  };
  const cms = (action: string, params: object = {}, cookie = first) =>
    post(
      '/api/cms',
      { branch: 'archive', action, params: { branch: 'archive', ...params } },
      cookie,
    );
  return {
    content: archive.content,
    gitFolder,
    state,
    folder,
    media: stateOf(archive.content).mediaFolder,
    repository,
    open,
    archive,
    git,
    signIn,
    cms,
    post,
    get,
    again,
    clock,
    reported,
    register,
  };
}

/** What the button on the page of a sign-in link sends. */
export function signingIn(origin: string, code: string): Request {
  return new Request(`${origin}/sign-in/`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ code }),
    redirect: 'manual',
  });
}

/** Whoever runs the tests has settings of their own; and nothing is tidied up or synced for a folder of a test. */
const GIT_SETTINGS = [
  'user.name=Test',
  'user.email=test@example.invalid',
  'commit.gpgSign=false',
  'core.hooksPath=/dev/null',
  'core.fsync=none',
  'gc.auto=0',
  'init.templateDir=',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

export function gitIn(folder: string): (...args: string[]) => string {
  return (...args) =>
    execFileSync('git', [...GIT_SETTINGS, ...args], { cwd: folder, encoding: 'utf8' });
}

/** In place of a real build: a page for each story in the content. */
async function copyOf(content: string, out: string): Promise<BuiltSite> {
  const { readdir } = await import('node:fs/promises');
  const stories = await readdir(join(content, 'stories')).catch(() => []);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'index.html'), stories.join(' '));
  await writeFile(join(out, '404.html'), 'nothing here');
  for (const id of stories) {
    await mkdir(join(out, 'stories', id), { recursive: true });
    await writeFile(join(out, 'stories', id, 'index.html'), id);
    await mkdir(join(out, 'media', id), { recursive: true });
    await writeFile(join(out, 'media', id, 'a.jpg'), id);
  }
  return { kind: 'built', tombstones: [] };
}

/** A build that finds something to mend, and publishes nothing. */
export const NOT_BUILT: NotBuilt = {
  kind: 'unread',
  problems: [
    {
      ...{ file: 'themes/tea.yaml', field: 'name', rule: 'missing' },
      ...{ what: 'Something is wrong.', next: 'Mend it.' },
    },
  ],
};
/** What is told of it. */
export const NOT_BUILT_LINE = 'themes/tea.yaml · name · missing: Something is wrong. Mend it.';

/** A record file as the editor sends it: fields and words apart; the version from a line `rev`. */
export function asForm(text: string, path: string): string {
  if (text.startsWith('{')) return text;
  const form = recordForm(text, path);
  if (form === undefined) return text;
  const { rev, ...record } = form.record;
  return JSON.stringify({ ...form, record, rev });
}

/** What the editor was given, as a record file again, with its version in a line `rev`. */
export function asText(data: string, path: string): string {
  const { record, words, rev } = JSON.parse(data);
  return recordText({ record: { rev, ...record }, words }, path) ?? '';
}

/** The parameters with which Decap saves one text. */
export function saving(path: string, raw: string, change: { slug?: string; isNew?: boolean } = {}) {
  const [, collection = '', name = ''] = path.split('/');
  const slug = change.slug ?? name.replace(/\.[^.]+$/, '');
  return {
    dataFiles: [{ slug, path, raw: asForm(raw, path) }],
    assets: [],
    options: {
      collectionName: collection,
      commitMessage: 'Create a story that names somebody',
      useWorkflow: true,
      newEntry: change.isNew ?? true,
      status: 'draft',
    },
  };
}
