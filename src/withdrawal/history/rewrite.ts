import type { BlobCommand, Change, Command, CommitCommand, TagCommand } from './fast-stream.ts';
import { NEUTRAL, redacted, spansIn, type Wanted } from './wanted.ts';

/**
 * Takes what is wanted out of one command after another of a history; answers with nothing for a
 * file that is gone. Remembers the marks of those, so that no commit names them (docs/consent.md, W14).
 */
export function rewriterFor(wanted: Wanted): (command: Command) => Command | undefined {
  const gone = new Set<string>();
  return (command) => {
    switch (command.kind) {
      case 'blob':
        if (!wanted.files.has(command.original)) return rewrittenBlob(command, wanted);
        gone.add(command.mark.slice('mark '.length));
        return undefined;
      case 'commit':
        return rewrittenCommit(command, wanted, gone);
      case 'tag':
        return rewrittenTag(command, wanted);
      case 'plain':
        return command;
    }
  };
}

/** May nothing of that path stay? Only the record of the withdrawal itself may bear the id. */
export function isGonePath(path: string, wanted: Wanted): boolean {
  const { id } = wanted;
  if (new RegExp(`(^|/)withdrawn/${id}\\.ya?ml$`).test(path)) return false;
  return wanted.paths.has(path) || spansIn(path, wanted).length > 0;
}

/** Bytes that may be text with what is wanted taken out; bytes that are no text stay as they are. */
export function redactedBytes(bytes: Buffer, wanted: Wanted): Buffer {
  if (bytes.subarray(0, TEXT_PROBE).includes(0)) return bytes;
  const text = decoded(bytes);
  const after = redacted(text.text, wanted);
  return after === text.text ? bytes : Buffer.from(after, text.encoding);
}

/** How far git itself looks for a zero byte, to tell text from other files. */
const TEXT_PROBE = 8000;

/** UTF-8 where it is that, and otherwise each byte a character, so that all can be written back. */
export function decoded(bytes: Buffer): { text: string; encoding: 'utf8' | 'latin1' } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}

function rewrittenBlob(command: BlobCommand, wanted: Wanted): BlobCommand {
  return { ...command, data: redactedBytes(command.data, wanted) };
}

function rewrittenCommit(
  command: CommitCommand,
  wanted: Wanted,
  gone: ReadonlySet<string>,
): CommitCommand {
  const isGone = ({ path, from }: Change): boolean =>
    (from !== undefined && gone.has(from)) || isGonePath(path, wanted);
  return {
    ...command,
    heads: command.heads.map((line) => rewrittenHead(line, wanted)),
    message: redactedBytes(command.message, wanted),
    changes: command.changes.filter((change) => !isGone(change)),
  };
}

function rewrittenTag(command: TagCommand, wanted: Wanted): TagCommand {
  return {
    ...command,
    heads: command.heads.map((line) => rewrittenHead(line, wanted)),
    message: redactedBytes(command.message, wanted),
  };
}

/** A name and an address somebody typed may name the person: then both go. The time stays. */
function rewrittenHead(line: string, wanted: Wanted): string {
  const who = whoIn(line);
  if (who === undefined) return line;
  const says = [who.name, who.address].some((typed) => spansIn(typed, wanted).length > 0);
  return says ? `${who.role} ${NEUTRAL} <withdrawn@no-reply.invalid> ${who.time}` : line;
}

/** Who wrote a commit or a tag, from its line in the stream. */
export function whoIn(
  line: string,
): { role: string; name: string; address: string; time: string } | undefined {
  const who = /^(author|committer|tagger) (.*?) ?<([^>]*)> (.*)$/s.exec(line);
  if (who === null) return undefined;
  const [, role = '', name = '', address = '', time = ''] = who;
  const [readName, readAddress] = [name, address].map(
    (typed) => decoded(Buffer.from(typed, 'latin1')).text,
  );
  return { role, name: readName ?? '', address: readAddress ?? '', time };
}
