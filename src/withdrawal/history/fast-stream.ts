import { ByteReader } from './byte-reader.ts';
import { Fault } from '#records/fault.ts';

/**
 * The stream of `git fast-export --show-original-ids`, read into commands and written back byte for
 * byte (git-fast-import(1), "Input format"). Lines hold one character for each byte (latin1), so
 * that names and paths that are not UTF-8 survive.
 */
export type Command = BlobCommand | CommitCommand | TagCommand | PlainCommand;

export interface BlobCommand {
  readonly kind: 'blob';
  readonly mark: string;
  /** The object's name before. */
  readonly original: string;
  readonly data: Buffer;
}

export interface CommitCommand {
  readonly kind: 'commit';
  readonly ref: string;
  readonly mark: string;
  readonly original: string;
  /** `author …` when there is one, `committer …`, and `encoding …` when there is one. */
  readonly heads: readonly string[];
  readonly message: Buffer;
  /** `from …` and `merge …`. */
  readonly parents: readonly string[];
  readonly changes: readonly Change[];
}

/** A file put, or taken away, in a commit: the line as it came and the path in it, unquoted. */
export interface Change {
  readonly line: string;
  readonly path: string;
  /** `:mark` or the name of an object; nothing where a file is taken away. */
  readonly from?: string | undefined;
}

export interface TagCommand {
  readonly kind: 'tag';
  readonly name: string;
  /** `mark …`, `from …`, `original-oid …`, `tagger …`. */
  readonly heads: readonly string[];
  readonly message: Buffer;
}

/** `reset` with its `from`, and what else stands on lines of its own. */
export interface PlainCommand {
  readonly kind: 'plain';
  readonly lines: readonly string[];
}

/** Reads the commands one after the other. Throws on anything that is not known: nothing is passed on unread. */
export async function* commandsIn(source: AsyncIterable<Uint8Array>): AsyncGenerator<Command> {
  const reader = new ByteReader(source);
  for (let line = await reader.line(); line !== undefined; line = await reader.line()) {
    if (line === '') continue;
    if (line === 'blob') yield await blobIn(reader);
    else if (line.startsWith('commit ')) yield await commitIn(reader, line.slice(7));
    else if (line.startsWith('tag ')) yield await tagIn(reader, line.slice(4));
    else if (/^(reset|feature|progress|done|checkpoint)\b/.test(line))
      yield { kind: 'plain', lines: [line, ...(await linesWhile(reader, /^from /))] };
    else throw new Fault('history-not-known', {});
  }
}

/** A command as bytes. */
export function commandBytes(command: Command): Buffer {
  switch (command.kind) {
    case 'blob':
      return concat('blob', command.mark, originalLine(command.original), data(command.data));
    case 'commit':
      return concat(
        `commit ${command.ref}`,
        command.mark,
        originalLine(command.original),
        ...command.heads,
        data(command.message),
        ...command.parents,
        ...command.changes.map(({ line }) => line),
        '',
      );
    case 'tag':
      return concat(`tag ${command.name}`, ...command.heads, data(command.message));
    case 'plain':
      return concat(...command.lines);
  }
}

async function blobIn(reader: ByteReader): Promise<BlobCommand> {
  const [mark = '', original = ''] = await linesWhile(reader, /^(mark|original-oid) /);
  return { kind: 'blob', mark, original: nameIn(original), data: await dataIn(reader) };
}

async function commitIn(reader: ByteReader, ref: string): Promise<CommitCommand> {
  const [mark = '', original = ''] = await linesWhile(reader, /^(mark|original-oid) /);
  const heads = await linesWhile(reader, /^(author|committer|encoding) /);
  const message = await dataIn(reader);
  const parents = await linesWhile(reader, /^(from|merge) /);
  const changes = await linesWhile(reader, /^(M|D) |^deleteall$/);
  return {
    kind: 'commit',
    ref,
    mark,
    original: nameIn(original),
    heads,
    message,
    parents,
    changes: changes.map(changeIn),
  };
}

async function tagIn(reader: ByteReader, name: string): Promise<TagCommand> {
  const heads = await linesWhile(reader, /^(mark|from|original-oid|tagger) /);
  return { kind: 'tag', name, heads, message: await dataIn(reader) };
}

async function linesWhile(reader: ByteReader, form: RegExp): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let line = await reader.peek(); line !== undefined; line = await reader.peek()) {
    if (!form.test(line)) break;
    lines.push(line);
    await reader.line();
  }
  return lines;
}

async function dataIn(reader: ByteReader): Promise<Buffer> {
  const size = /^data (\d+)$/.exec((await reader.line()) ?? '')?.[1];
  if (size === undefined) throw new Fault('history-not-known', {});
  const bytes = await reader.bytes(Number(size));
  // One line end after data is no part of it, and may be left out.
  if ((await reader.peek()) === '') await reader.line();
  return bytes;
}

function changeIn(line: string): Change {
  if (line === 'deleteall') return { line, path: '' };
  const put = /^M \d+ (\S+) (.+)$/s.exec(line);
  if (put?.[1] === 'inline') throw new Fault('history-not-known', {});
  if (put !== null) return { line, from: put[1], path: pathIn(put[2] ?? '') };
  return { line, path: pathIn(line.slice(2)) };
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A path as it is, from the form in which git writes it: in quotes when it holds what a line may not. */
function pathIn(written: string): string {
  const bytes = written.startsWith('"')
    ? written
        .slice(1, -1)
        .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
          /^[0-7]{3}$/.test(code)
            ? String.fromCharCode(Number.parseInt(code, 8))
            : (ESCAPES[code] ?? code),
        )
    : written;
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

const nameIn = (line: string): string => line.slice('original-oid '.length);
const originalLine = (name: string): string => `original-oid ${name}`;
const data = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`data ${bytes.length}\n`), bytes]);

/** Each on a line of its own; a line end after data is allowed and keeps the next command apart. */
function concat(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => [
      typeof part === 'string' ? Buffer.from(part, 'latin1') : part,
      Buffer.from('\n'),
    ]),
  );
}
