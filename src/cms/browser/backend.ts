import { reloadRecord } from './reload-record.ts';
import type { Backend, BackendRequest, SavedEntry } from './globals.ts';
import { idIn, withoutId } from './record-format.ts';
import { type SignedIn, signOut, whoAmI } from './api.ts';
import { words } from './words.ts';

/**
 * Decap's proxy backend, with our sign-in and our words. Signing in happens outside: one failed try
 * inside Decap would lock its login button for good.
 */
export class ArchiveBackend {
  constructor(config: unknown, options: unknown) {
    const inner = window.CMS.getBackend('proxy').init(config, options);
    const self = Object.create(inner) as Backend;
    Object.assign(self, {
      isGitBackend: () => false,
      authComponent: () => signInPage(),
      authenticate: () => whoAmI().then(toUser),
      restoreUser: () => whoAmI().then(toUser),
      logout: () => leave(),
      status: async () => ({
        auth: {
          status: await whoAmI().then(
            () => true,
            () => false,
          ),
        },
        api: { status: true, statusPage: '' },
      }),
      request: (payload: BackendRequest) => readable(inner.request.call(self, payload)),
      persistEntry: async (entry: SavedEntry, how: unknown) =>
        inner.persistEntry.call(self, withoutIds(entry), how),
      updateUnpublishedEntryStatus: (...asked: unknown[]) => {
        movedAt = window.location.hash;
        return inner.updateUnpublishedEntryStatus.apply(self, asked);
      },
      // The stock call fetches every media file as text at every start.
      getMedia: () => Promise.resolve([]),
      getMediaDisplayURL: (address: unknown) => Promise.resolve(address),
      getDeployPreview: () => Promise.resolve(null),
    });
    // biome-ignore lint/correctness/noConstructorReturn: core calls `new`, and what it needs is the wrapped one.
    return self;
  }
}

/** The record whose state was changed since it was opened. */
let movedAt: string | undefined;
/** Long enough for Decap to note that all is saved, so that it does not ask before the page goes. */
const NOTED = 1_500;

/**
 * After a change of state and another save Decap shows the state from before, and will not show the
 * piece. Opened again it knows better.
 */
export function freshAfterMoving(): void {
  const isHere = movedAt === window.location.hash;
  movedAt = undefined;
  if (!isHere) return;
  window.setTimeout(reloadRecord, NOTED);
}

/** Hides "publish" from those who may not: core takes the hint, the server decides. */
function toUser(person: SignedIn): object {
  const decides = person.role === 'facilitator' || person.role === 'admin';
  return { ...person, login: person.login ?? person.name, token: '', useOpenAuthoring: !decides };
}

/** An error's name stands before its message in Decap's notices; the name is a word for programmers. */
async function readable(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    const known = error as Error & { status?: number };
    if (known.status === 401) known.message = words.signedOut;
    else if (known.status === undefined) known.message = words.noConnection;
    known.name = '';
    throw known;
  }
}

/** Decap gives a name that is taken a number of its own (`food-1`): the address was chosen, so that is said. */
function withoutIds(entry: SavedEntry): SavedEntry {
  for (const { raw, slug } of entry.dataFiles) {
    const name = idIn(raw);
    if (name !== undefined && slug !== undefined && slug.split('/')[0] !== name)
      throw new Error(words.taken(name));
  }
  return {
    ...entry,
    dataFiles: entry.dataFiles.map((file) => ({ ...file, raw: withoutId(file.raw) })),
  };
}

/** Drafts that Decap keeps in the browser must not wait there for the next person. */
async function leave(): Promise<null> {
  await signOut();
  indexedDB.deleteDatabase('localforage');
  localStorage.clear();
  return null;
}

function signInPage(): unknown {
  const { h, createClass } = window;
  return createClass({
    render() {
      return h(
        'main',
        { className: 'desk-sign-in' },
        h('h1', null, words.signInTitle),
        h('p', null, words.signIn),
        h('p', null, h('a', { href: '/admin/' }, words.signInAgain)),
        h('p', null, h('a', { href: '/' }, words.toSite)),
      );
    },
  });
}
