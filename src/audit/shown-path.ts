import { createHash } from 'node:crypto';
import { type WatchList, withheldIn } from './watch-list.ts';

/**
 * A path as a report may show it: a part that is itself withheld words is replaced by the start of
 * its SHA-256, so that the report of a name in a file name does not print the name.
 */
export function shownPath(watch: WatchList, path: string): string {
  const readable = /%[0-9a-f]{2}/i.test(path) ? decoded(path) : path;
  if (withheldIn(watch, readable).length === 0 && withheldIn(watch, path).length === 0) return path;
  const parts = path.split('/');
  const isHidden = parts.map((part) => withheldIn(watch, decoded(part)).length > 0);
  // When only the parts together are the withheld words, no single part may be shown.
  const hidesAll = !isHidden.includes(true);
  return parts.map((part, at) => (hidesAll || isHidden[at] ? hidden(part) : part)).join('/');
}

function decoded(part: string): string {
  return part.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function hidden(part: string): string {
  const ending = /\.[a-z0-9]{1,5}$/.exec(part)?.[0] ?? '';
  return `(name not shown, ${createHash('sha256').update(part).digest('hex').slice(0, 12)})${ending}`;
}
