import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

export type Fields = Record<string, unknown>;

/** A record that may be let out whole once it is approved; its words only. */
export function openRecord(change: Fields = {}, maker: Fields = {}): Fields {
  return {
    title: 'Bread on a Friday',
    language: 'en',
    kind: 'story',
    credit: { as: 'anonymous' },
    review: { outcome: 'cleared', on: '2026-06-14' },
    hold: false,
    published_on: '2026-06-20',
    consents: [
      {
        person: 'p1',
        interest: 'contributor',
        state: 'given',
        given_on: '2026-06-01',
        expires_on: '2031-06-01',
        information_sheet: 'v1',
        language: 'en',
        method: 'paper',
        age_band: 'adult',
        grants: { web: ['words', 'photo', 'voice'], search: ['words'], exhibition: ['words'] },
        exhibitions: 'any',
        ...maker,
      },
    ],
    ...change,
  };
}

/** An empty archive with settings, in a folder of its own; stories are added to it. */
export async function smallArchive(): Promise<{
  readonly content: string;
  readonly write: (file: string, text: string | Uint8Array) => Promise<void>;
  readonly story: (id: string, fields: Fields, body?: string) => Promise<void>;
}> {
  const content = join(await mkdtemp(join(tmpdir(), 'archive-')), 'content');
  const write = async (file: string, text: string | Uint8Array): Promise<void> => {
    await mkdir(join(content, file, '..'), { recursive: true });
    await writeFile(join(content, file), text);
  };
  const story = (
    id: string,
    fields: Fields,
    body = 'We baked, and the street came.\n',
  ): Promise<void> => write(`stories/${id}/story.md`, `---\n${stringify(fields)}---\n${body}`);
  await write('settings.yaml', 'name: A small archive\n');
  return { content, write, story };
}
