import type { MediaStore } from '#media/store.ts';
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ArchiveId, archiveIdOf, listsOf } from './archive-id.ts';
import { mediaStoreOf } from './media-place.ts';

/** Where the archive keeps what it makes while it runs: never in git, never on the site. */
export interface State {
  readonly root: string;
  /** Which archive the content is; its lists are known by this, wherever the folder lies. */
  readonly archive: ArchiveId;
  /** What is kept for this archive alone lies under this name. */
  readonly name: string;
  /** The archive has an id, and its lists of what was withdrawn or hidden were never on this machine. */
  readonly listsAreElsewhere: boolean;
  readonly lock: string;
  readonly release: string;
  readonly store: MediaStore;
  /** Where the store is a folder of this machine. */
  readonly mediaFolder: string;
  /** Clean copies, apart for each content folder, so that pruning one leaves the others. */
  readonly mediaCache: string;
  /** What `check` found in media files, by digest, apart for each content folder. */
  readonly verdicts: string;
  readonly astroCache: string;
  /** Where the pages of one build are drawn. */
  readonly drawing: string;
  /** Where the editor's largest file is kept packed if the program may only be read: nothing of a piece is in it. */
  readonly packed: string;
  /** What was built, by build id: the list that `audit` holds a folder against. */
  readonly built: string;
  readonly scratch: string;
  readonly log: string;
  /** What the desk keeps: sign-ins, what is hidden, what is owed, the sites it built. */
  readonly desk: string;
  /** The private database: who people are, receipts, the log of events. */
  readonly register: string;
  /** Seals of what was withdrawn, beside the register that holds their key; never in git. */
  readonly blocklist: string;
  /** The few greys by which the archive's pictures are compared, so that none is decoded twice for it. */
  readonly imageHashes: string;
  /** Rules for other web servers: what is no longer here. Never inside the built folder. */
  readonly hosts: string;
}

/**
 * The state of the archive in a content folder. Its lists lie where they were first kept on this
 * machine, and are found again by the id in the content when the folder has been moved.
 */
export function stateOf(content: string): State {
  const root = resolve(process.env['ARCHIVE_STATE'] ?? '.archive');
  const place = shortDigest(realPath(content));
  const archive = archiveIdOf(content);
  const media = join(root, 'media');
  const kept = archive.kind === 'id' ? listsOf(root, archive.id) : undefined;
  const name = kept ?? nameOf(root, archive, place);
  return {
    root,
    archive,
    name,
    listsAreElsewhere: archive.kind === 'id' && kept === undefined,
    lock: join(root, 'lock'),
    release: join(root, 'release'),
    store: mediaStoreOf(process.env, { folder: media, brought: join(root, 'cache', 'brought') }),
    mediaFolder: media,
    mediaCache: join(root, 'cache', 'media', place),
    verdicts: join(root, 'cache', 'verdicts', `${place}.json`),
    astroCache: join(root, 'cache', 'astro'),
    drawing: join(root, 'drawing'),
    packed: join(root, 'cache', 'packed'),
    built: join(root, 'built'),
    scratch: join(root, 'scratch'),
    log: join(root, 'log'),
    desk: join(root, 'desk', name),
    register: join(root, 'register.sqlite'),
    blocklist: join(root, 'never-again', `${name}.json`),
    imageHashes: join(root, 'cache', 'greys.json'),
    hosts: join(root, 'hosts'),
  };
}

const shortDigest = (path: string): string =>
  createHash('sha256').update(path).digest('hex').slice(0, 12);

/** What was kept by the path before there was an id stays in use where it is. */
function nameOf(root: string, archive: ArchiveId, place: string): string {
  const wasHere = [join(root, 'desk', place), join(root, 'never-again', `${place}.json`)];
  return archive.kind === 'id' && !wasHere.some(existsSync) ? archive.id : place;
}

/** Two ways to the same folder are one archive, with one list of what may not come back. */
function realPath(content: string): string {
  try {
    return realpathSync(content);
  } catch {
    return resolve(content);
  }
}
