import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { adminFiles } from '#cms/admin-files.ts';
import type { Role } from '#cms/config.ts';
import { deskLists } from '#cms/desk-lists.ts';

interface Draft {
  readonly path: string;
  readonly raw: string;
  readonly isNew: boolean;
  status: string;
}

/** A server for the desk with nothing behind it but a folder and a list of drafts in memory. */
export interface DeskServer {
  readonly origin: string;
  readonly drafts: Map<string, Draft>;
  /** The actions of the editor and the calls of our own widgets, in their order. */
  readonly asked: { readonly what: string; readonly body: unknown }[];
  /** When set, the next save is refused with these words. */
  refuseNext: { status: number; error: string } | undefined;
  readonly close: () => Promise<void>;
}

export async function serveDesk(content: string, role: Role = 'facilitator'): Promise<DeskServer> {
  const admin = adminFiles(() => deskLists(content));
  const app = new Hono();
  const desk: Pick<DeskServer, 'drafts' | 'asked' | 'refuseNext'> = {
    drafts: new Map(),
    asked: [],
    refuseNext: undefined,
  };
  const signedIn = (context: Context): boolean =>
    /\bsession=here\b/.test(context.req.header('cookie') ?? '');
  app.use('/api/*', async (context, next) =>
    signedIn(context) ? next() : context.json({ error: 'Please sign in.' }, 401),
  );
  const note = (what: string, body: unknown): void => {
    desk.asked.push({ what, body });
  };
  app.get('/api/me', (context) => context.json({ login: 'asha', name: 'Asha', role }));
  app.post('/api/logout', (context) => context.json({}));
  app.post('/api/approve', async (context) => {
    note('approve', await context.req.json());
    return context.json({ approved: 1 });
  });
  app.post('/api/withdraw', async (context) => {
    note('withdraw', await context.req.json());
    return context.json({ hidden: ['/stories/x/'], rebuild: true });
  });
  app.get('/api/publishing', (context) =>
    context.json({ state: 'idle', since: '2026-06-20T10:00:00Z', problems: [] }),
  );
  app.post('/api/check', async (context) => {
    note('check', await context.req.json());
    return context.json({
      outcome: 'partial',
      parts: [
        { part: 'words', decision: 'release', reasons: [] },
        { part: 'f1', decision: 'withhold', reasons: ['not-granted', 'no-safe-copy'] },
      ],
    });
  });
  mediaRoutes(app, content, note);
  app.post('/api/cms', async (context) => {
    const { action, params } = (await context.req.json()) as { action: string; params: Params };
    note(action, params);
    if (action === 'persistEntry' && desk.refuseNext) {
      const { status, error } = desk.refuseNext;
      desk.refuseNext = undefined;
      return context.json({ error }, status as 409);
    }
    const answer = await answerTo(action, params, desk.drafts, content);
    return answer === undefined
      ? context.json({ error: 'There is nothing here.' }, 404)
      : context.json(answer as object);
  });
  app.get('/admin/*', async (context) => {
    const file = await admin.read(context.req.path, role);
    if (file === undefined) return context.notFound();
    return context.body(file.body, 200, {
      'Content-Type': file.type,
      'Content-Security-Policy': admin.policy,
    });
  });
  return listen(app, desk);
}

async function listen(
  app: Hono,
  desk: Pick<DeskServer, 'drafts' | 'asked' | 'refuseNext'>,
): Promise<DeskServer> {
  const server = serve({ fetch: app.fetch, port: 0 });
  await new Promise<void>((done) => server.once('listening', () => done()));
  const { port } = server.address() as AddressInfo;
  return Object.assign(desk, {
    origin: `http://localhost:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  });
}

function mediaRoutes(
  app: Hono,
  content: string,
  note: (what: string, body: unknown) => void,
): void {
  app.post('/api/media', async (context) => {
    const { entry = '', kind = '' } = context.req.query();
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const [letter, ending] = { photo: ['f', 'jpg'], sound: ['v', 'mp3'] }[kind] ?? ['v', 'vtt'];
    const folder = join(content, 'stories', entry);
    await mkdir(folder, { recursive: true });
    const file = `${letter}${(await readdir(folder)).length + 1}.${ending}`;
    await writeFile(join(folder, file), bytes);
    note('media', { entry, kind, bytes: bytes.length });
    return context.json({ file });
  });
  app.get('/api/media/:entry/:file', async (context) => {
    const { entry, file } = context.req.param();
    const bytes = await readFile(join(content, 'stories', entry, file)).catch(() => undefined);
    return bytes === undefined ? context.notFound() : context.body(new Uint8Array(bytes));
  });
}

interface Params {
  readonly folder?: string;
  readonly extension?: string;
  readonly path?: string;
  readonly files?: readonly { readonly path: string }[];
  readonly collection?: string;
  readonly slug?: string;
  /** Lists are asked for by this, the editor asks by collection and slug. */
  readonly id?: string;
  readonly newStatus?: string;
  readonly dataFiles?: readonly {
    readonly path: string;
    readonly raw: string;
    readonly slug: string;
  }[];
  readonly options?: {
    readonly collectionName: string;
    readonly status?: string;
    readonly newEntry?: boolean;
  };
}

async function answerTo(
  action: string,
  params: Params,
  drafts: Map<string, Draft>,
  content: string,
): Promise<unknown> {
  const home = dirname(content);
  const key = params.id ?? `${params.collection}/${params.slug}`;
  const draft = drafts.get(key);
  const onDisk = async (path: string): Promise<unknown> => ({
    data: await readFile(join(home, path), 'utf8').catch(() => null),
    file: { path, id: path },
  });
  switch (action) {
    case 'entriesByFolder': {
      const all = await readdir(join(home, params.folder ?? ''), {
        recursive: true,
        encoding: 'utf8',
      }).catch(() => []);
      const fitting = all.filter((name) => name.endsWith(`.${params.extension}`));
      return Promise.all(fitting.map((name) => onDisk(`${params.folder}/${name}`)));
    }
    case 'entriesByFiles':
      return Promise.all((params.files ?? []).map(({ path }) => onDisk(path)));
    case 'getEntry':
      return onDisk(params.path ?? '');
    case 'unpublishedEntries':
      return [...drafts.keys()];
    case 'unpublishedEntry':
      return (
        draft && {
          collection: key.split('/')[0],
          slug: key.split('/').slice(1).join('/'),
          status: draft.status,
          updatedAt: '2026-06-20T10:00:00Z',
          pullRequestAuthor: 'Asha',
          diffs: [{ id: draft.path, path: draft.path, newFile: draft.isNew }],
        }
      );
    case 'unpublishedEntryDataFile':
      return draft && { data: draft.raw };
    case 'persistEntry': {
      const [file] = params.dataFiles ?? [];
      const named = `${params.options?.collectionName}/${file?.slug}`;
      drafts.set(named, {
        path: file?.path ?? '',
        raw: file?.raw ?? '',
        isNew: params.options?.newEntry ?? false,
        status: drafts.get(named)?.status ?? params.options?.status ?? 'draft',
      });
      return {};
    }
    case 'updateUnpublishedEntryStatus':
      if (draft) draft.status = params.newStatus ?? draft.status;
      return {};
    case 'deleteUnpublishedEntry':
      drafts.delete(key);
      return {};
    default:
      return undefined;
  }
}
