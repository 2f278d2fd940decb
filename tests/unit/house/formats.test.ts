import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { controls } from '#audit/control-list.ts';
import { MADE_HERE, mediaFileKindOf } from '#audit/media-kind.ts';
import { mediaField } from '#cms/fields.ts';
import {
  derivedTypeOf,
  endingOf,
  FALLBACK_FORMAT,
  FORMATS_IN,
  FORMATS_OUT,
  MEDIA_NAME,
  PHOTO_FORMATS,
  SOUND_FORMATS,
  typeByEnding,
} from '#media/formats.ts';
import { problemOf } from '#media/problems.ts';
import { mediaPath } from '#release/to-released-story.ts';
import { findFile } from '#server/site/site-files.ts';

const OUT = Object.entries(FORMATS_OUT);
const IN = Object.entries(FORMATS_IN);
const DIGEST = '0123456789abcdef0123';

describe.each(OUT)('copies that go out as %s', (_name, { of, ending, type, source }) => {
  const name = `${DIGEST}.${ending}`;

  test('have an ending and a type that no others have', () => {
    expect(OUT.filter(([, other]) => other.ending === ending || other.type === type).length).toBe(
      1,
    );
    expect([endingOf(type), derivedTypeOf(name), source.split(';')[0]]).toEqual([
      ending,
      type,
      type,
    ]);
  });

  test('are known to the audit, which has a list of its own', () => {
    const kinds = Object.values(MADE_HERE).filter((made) => made.ending === ending);
    expect(kinds.map((made) => [made.of === 'image' ? 'photo' : 'sound', made.type])).toEqual([
      [of, type],
    ]);
  });

  test('are planted as controls, once with something that must be found and once clean', () => {
    const planted = controls().filter(
      ({ file, bytes }) =>
        file.startsWith('media/') &&
        file.endsWith(`.${ending}`) &&
        MADE_HERE[mediaFileKindOf(bytes) as keyof typeof MADE_HERE]?.ending === ending,
    );
    const rules = planted.map(({ mustFind }) => mustFind.map(({ rule }) => rule));
    expect(rules).toContainEqual([]);
    expect(rules.flat()).toContain(of === 'photo' ? 'image-metadata' : 'sound-metadata');
  });

  test('have an address that a site that is being written serves', () => {
    const path = mediaPath('ab12cd', { name } as Parameters<typeof mediaPath>[1]);
    expect(path.replace('/media/', '')).toMatch(MEDIA_NAME);
  });

  test('are sent under the type of the table', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sent-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, name), 'copy');
    expect((await findFile(folder, `/${name}`))?.type).toBe(type);
  });
});

test('the audit takes nothing for made here that is in no row of what goes out', () => {
  const endings = OUT.map(([, { ending }]) => ending).sort();
  expect(
    Object.values(MADE_HERE)
      .map(({ ending }) => ending)
      .sort(),
  ).toEqual(endings);
});

test('what every browser knows comes last, for it is also for those that know nothing else', () => {
  expect([PHOTO_FORMATS.at(-1), SOUND_FORMATS.at(-1)]).toEqual([
    FALLBACK_FORMAT.photo,
    FALLBACK_FORMAT.sound,
  ]);
});

test('nothing else than an address of a copy is served of what was let out', () => {
  for (const name of ['ab12cd/x.exe', `ab12cd/${DIGEST}.svg`, `../${DIGEST}.jpg`, `${DIGEST}.jpg`])
    expect(name).not.toMatch(MEDIA_NAME);
});

describe.each(IN)('files that come in as %s', (_name, row) => {
  test('are told to people by name when another kind was sent', () => {
    expect(problemOf('media-type-not-taken', row.of).next).toMatch(new RegExp(`\\b${row.name}\\b`));
  });

  test('are offered when a file is chosen, and shown at the desk, by each of their endings', () => {
    const offered = String(mediaField('file', 'File', row.of)['accept']).split(',');
    for (const ending of row.endings) {
      expect(offered).toContain(`.${ending}`);
      expect(typeByEnding(`f1.${ending.toUpperCase()}`)).toEqual(row);
    }
  });
});
