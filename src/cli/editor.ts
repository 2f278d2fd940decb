import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { deskLists } from '#cms/desk-lists.ts';
import { hostedFiles } from '#cms/hosted-files.ts';
import { settings } from '#records/settings.ts';
import type { Outcome } from './printer.ts';
import { refusedWith } from './with-register.ts';

/** Writes the editor over a private repository elsewhere into a fresh folder, as the settings say (docs/hosted.md). */
export async function writeEditor(input: {
  readonly content: string;
  readonly out: string;
}): Promise<Outcome> {
  const text = await readFile(join(input.content, 'settings.yaml'), 'utf8').catch(() => '');
  const read = settings.safeParse(parse(text));
  if (!read.success)
    return refusedWith(
      'settings.yaml cannot be read: "npm run archive -- check" says why. Nothing was written.',
    );
  if (read.data.cms === undefined)
    return refusedWith(
      'settings.yaml has no "cms": it says at which repository the editor works. docs/hosted.md tells how. Nothing was written.',
    );
  try {
    await mkdir(input.out);
  } catch {
    return refusedWith(`${input.out} is there already, or cannot be made. Nothing was written.`);
  }
  const files = await hostedFiles(await deskLists(input.content), read.data.cms);
  for (const { path, body } of files) {
    await mkdir(dirname(join(input.out, path)), { recursive: true });
    await writeFile(join(input.out, path), body);
  }
  return {
    exit: 0,
    lines: [
      `The editor is in ${input.out}. Serve it at the root of an address of its own, with the headers in its _headers.`,
      'The repository must be private, and its branch protected: read docs/hosted.md first.',
    ],
    data: { ok: true, files: files.length },
  };
}
