import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { packEditor } from '#server/cms/pack-editor.ts';
import { etagOf, sendBody } from '#server/site/compressed-body.ts';

const program = 'const words = ["one", "two"];\n'.repeat(20_000);
const admin = {
  policy: '',
  largest: 'v1/editor.js',
  read: async (path: string) =>
    path === 'v1/editor.js'
      ? { body: program, type: 'text/javascript', immutable: true }
      : undefined,
};
const whole = {
  bytes: Buffer.from(program),
  type: 'text/javascript; charset=utf-8',
  mark: etagOf(Buffer.from(program)),
};
/** Other bytes than are packed anew. */
const QUICK = { [constants.BROTLI_PARAM_QUALITY]: 1 };
const sent = async (): Promise<Buffer> => {
  const request = new Request('http://desk.test/', { headers: { 'accept-encoding': 'br' } });
  return Buffer.from(await (await sendBody(request, whole)).arrayBuffer());
};

test('the editor is packed as small as it gets, kept for the next start, and never sent damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'));
  await packEditor(admin, [folder]);
  const [name = ''] = await readdir(folder);
  const kept = await readFile(join(folder, name));
  expect(await sent()).toEqual(kept);
  expect(brotliDecompressSync(kept).toString()).toBe(program);
  await writeFile(join(folder, name), 'damaged');
  await packEditor(admin, [folder]);
  expect(await readFile(join(folder, name))).toEqual(kept);
  expect(await sent()).toEqual(kept);
});

test('it is packed once for all archives of a program; where that may only be read, once for each', async () => {
  const home = await mkdtemp(join(tmpdir(), 'packed-'));
  // No folder can be made below a file, whoever runs the test.
  await writeFile(join(home, 'shut'), '');
  const [shut, one, other] = ['shut/editor', 'one', 'other'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await packEditor(admin, [shut, one]);
  const [name = ''] = await readdir(one);
  await writeFile(join(one, name), brotliCompressSync(program, { params: QUICK }));
  const before = await readFile(join(one, name));
  await packEditor(admin, [one, other]);
  expect(await sent()).toEqual(before);
  expect(await readdir(home)).toEqual(['one', 'shut']);
});
