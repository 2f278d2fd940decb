import { fc } from '#support/properties.ts';
import { describe, expect, test } from 'vitest';
import { commandBytes, type Command, commandsIn } from '#withdrawal/history/fast-stream.ts';

/** A stream that comes in pieces of any size, as from a pipe. */
async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size = 7): Promise<readonly Command[]> {
  const commands: Command[] = [];
  for await (const command of commandsIn(inPieces(bytes, size))) commands.push(command);
  return commands;
}

const OID = 'a'.repeat(40);
const blob = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`blob\nmark :1\noriginal-oid ${OID}\ndata ${data.length}\n`),
    data,
    Buffer.from('\n'),
  ]);

describe('the stream of a history', () => {
  test('keeps every byte of a file, whatever looks like a command in it (property)', async () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('\n', '\nblob\n', 'data 3\n', '\ncommit refs/heads/x\n', '\r\n', '\0')
        .map((text) => Buffer.from(text)),
    );
    const file = fc.array(part, { maxLength: 8 }).map((parts) => Buffer.concat(parts));
    await fc.assert(
      fc.asyncProperty(file, file, fc.integer({ min: 1, max: 64 }), async (one, two, size) => {
        const stream = Buffer.concat([blob(one), blob(two)]);
        const commands = await read(stream, size);
        expect(commands.map((each) => each.kind === 'blob' && each.data)).toEqual([one, two]);
        expect(Buffer.concat(commands.map(commandBytes))).toEqual(stream);
      }),
    );
  });

  test('reads a commit whose message has no line end, its parents and its files', async () => {
    const message = Buffer.from('WIP on main: ünï');
    const stream = Buffer.concat([
      Buffer.from(
        `commit refs/stash\nmark :6\noriginal-oid ${OID}\nauthor Ü <a@b> 1 +0000\ncommitter Ü <a@b> 1 +0000\nencoding latin1\ndata ${message.length}\n`,
      ),
      message,
      Buffer.from(
        'from :2\nmerge :3\nmerge :5\nM 100644 :4 "d \\303\\274/f \\"q.txt"\nM 160000 1234567890123456789012345678901234567890 sub\nD gone.txt\n\nreset refs/heads/main\nfrom :6\n\ndone\n',
      ),
    ]);
    const commands = await read(stream);
    expect(commands.map(({ kind }) => kind)).toEqual(['commit', 'plain', 'plain']);
    const [commit] = commands;
    expect(commit).toMatchObject({
      ref: 'refs/stash',
      message,
      parents: ['from :2', 'merge :3', 'merge :5'],
      changes: [{ from: ':4', path: 'd ü/f "q.txt' }, { path: 'sub' }, { path: 'gone.txt' }],
    });
    const again = await read(Buffer.concat(commands.map(commandBytes)));
    expect(again).toEqual(commands);
  });

  test('reads a tag with somebody who made it', async () => {
    const stream = Buffer.from(
      `tag v1\nfrom :2\noriginal-oid ${OID}\ntagger Ü <a@b> 1 +0000\ndata 4\none\n\n`,
    );
    expect(await read(stream)).toMatchObject([
      { kind: 'tag', name: 'v1', message: Buffer.from('one\n') },
    ]);
  });

  test.each([
    ['a command nobody knows', 'alias\nmark :1\n'],
    ['data of no known length', `blob\nmark :1\noriginal-oid ${OID}\ndata <<END\nx\nEND\n`],
    ['an end in the middle of a file', `blob\nmark :1\noriginal-oid ${OID}\ndata 40\nshort\n`],
    [
      'a file written inside a commit',
      `commit r\nmark :1\noriginal-oid ${OID}\ncommitter A <a> 1 +0000\ndata 0\nM 100644 inline a\ndata 1\nx\n`,
    ],
  ])('stops at %s and passes nothing on unread', async (_, text) => {
    await expect(read(Buffer.from(text))).rejects.toThrow();
  });
});
