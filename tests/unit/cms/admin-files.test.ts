import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { adminFiles } from '#cms/admin-files.ts';
import { patchDecap } from '#cms/patch-decap.ts';
import { languagesOn } from '#i18n/languages.ts';
import { interfaceIn } from '#i18n/words.ts';

const files = adminFiles(async () => ({
  settings: { name: 'Archive', languages: ['en'] },
  lists: { themes: [], places: [], series: [], exhibitions: [], priorities: [], pieces: [] },
}));

describe('the files of the desk', () => {
  test('all but the page and its configuration may be kept for ever, because their address names their version', async () => {
    const page = await files.read('/admin/');
    const addresses = [...String(page?.body).matchAll(/(?:href|src)="(\/admin\/[^"]+)"/g)].map(
      ([, address]) => address ?? '',
    );
    expect(addresses.length).toBe(5);
    for (const address of addresses) {
      expect(address).toMatch(/^\/admin\/[0-9a-f]{12}\//);
      expect([address, (await files.read(address))?.immutable]).toEqual([address, true]);
    }
    expect([page?.immutable, (await files.read('/admin/config.json'))?.immutable]).toEqual([
      false,
      false,
    ]);
  });

  test('every module that one of them asks for is there, so that the page begins', async () => {
    const page = String((await files.read('/admin/'))?.body);
    const first = /src="(\/admin\/[^"]+\/desk\/desk\.ts)"/.exec(page)?.[1] ?? '';
    const asked = new Set([first]);
    for (const address of asked) {
      const module = await files.read(address);
      expect([address, module?.type]).toEqual([address, 'text/javascript; charset=utf-8']);
      for (const [, from = ''] of String(module?.body).matchAll(/\bfrom\s*'([^']+)'/g)) {
        expect([address, from]).toEqual([address, expect.stringMatching(/^\.\.?\//)]);
        asked.add(new URL(from, `http://desk.test${address}`).pathname);
      }
    }
    expect(asked.size).toBeGreaterThan(20);
  });

  test('what to look for before a piece is checked is there in each language of the desk, kept for ever too', async () => {
    for (const language of languagesOn('desk')) {
      const list = await files.read(`/admin/${files.version}/review/${language}.json`);
      const { dir, questions } = JSON.parse(String(list?.body)) as Record<string, unknown>;
      expect([list?.immutable, dir, questions]).toEqual([
        true,
        interfaceIn(language).dir,
        Object.values(interfaceIn(language).words.reviewQuestions),
      ]);
    }
  });

  test('what a first opening brings of our own stays small beside Decap; EDITOR_FIGURES=1 says how much', async () => {
    const weigh = async (names: readonly string[], quality: number) => {
      const sum = { files: names.length, bytes: 0, packed: 0 };
      for (const name of names) {
        const file = await files.read(`/admin/${files.version}/${name}`);
        const bytes = Buffer.from(file?.body ?? '');
        const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
        sum.bytes += bytes.byteLength;
        sum.packed += brotliCompressSync(bytes, { params }).byteLength;
      }
      return sum;
    };
    const ours = files.names.filter((name) => /^(desk|records)\/.*\.(ts|css)$/.test(name));
    const own = await weigh(ours, 4);
    if (process.env['EDITOR_FIGURES']) {
      const decap = await weigh(['decap/decap-cms.js'], constants.BROTLI_MAX_QUALITY);
      process.stderr.write(`EDITOR ${JSON.stringify({ decap, own })}\n`);
    }
    expect(own.packed).toBeLessThan(100_000);
  });

  test('under another version, or none, there is nothing: it could be kept as what it is not', async () => {
    for (const path of ['/admin/desk/desk.css', '/admin/000000000000/desk/desk.css'])
      expect(await files.read(path)).toBe(undefined);
  });

  test('a Decap in which a mend finds no place, or two, stops the desk', () => {
    expect(() => patchDecap('another version')).toThrow('Decap has changed');
    expect(() => patchDecap('a(t,n),e?i(t,this.props.location.search):r(t,n);'.repeat(2))).toThrow(
      'Decap has changed',
    );
  });
});
