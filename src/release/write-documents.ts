import type { Day } from '#consent/decision.ts';
import type { Archive } from '#repository/archive.ts';
import {
  type AllowedComponent,
  checkMdx,
  EXHIBITION_COMPONENTS,
  PAGE_COMPONENTS,
  treeProblems,
} from './check-mdx.ts';
import type { Block } from './document.ts';
import type { CheckedExhibition } from './check-exhibition.ts';
import type { Exhibition, Page, Released } from './released.ts';
import type { TreeWriter } from './write-tree.ts';
import { Fault } from '#records/fault.ts';

/** Writes the exhibitions that have opened, as they hang. */
export async function writeExhibitions(
  tree: TreeWriter,
  { exhibitions }: Archive,
  walls: ReadonlyMap<string, CheckedExhibition>,
  day: Day,
): Promise<readonly Released<Exhibition>[]> {
  const shown: Released<Exhibition>[] = [];
  for (const { id, fields } of exhibitions) {
    const wall = walls.get(id);
    if (wall === undefined || (fields.opens !== undefined && fields.opens > day)) continue;
    const { title, language, summary, curated_by, opens, closes, example } = fields;
    const record: Exhibition = {
      id,
      title,
      language,
      summary,
      curatedBy: curated_by,
      opens,
      closes,
      body: inert(wall.body, EXHIBITION_COMPONENTS),
      works: wall.works,
      example,
    };
    await tree.json(`exhibitions/${id}.json`, record);
    shown.push(record as Released<Exhibition>);
  }
  return shown;
}

/** Writes the facilitators’ pages. */
export async function writePages(
  tree: TreeWriter,
  { pages }: Archive,
): Promise<readonly Released<Page>[]> {
  const shown: Released<Page>[] = [];
  for (const { id, fields, file, body } of pages) {
    const { blocks } = checkMdx({ body, file, allowed: PAGE_COMPONENTS });
    const record: Page = { id, ...fields, body: inert(blocks, PAGE_COMPONENTS) };
    await tree.json(`pages/${id}.json`, record);
    shown.push(record as Released<Page>);
  }
  return shown;
}

/** The last look before a document is written: what was cut is held against the rule it was checked by. */
function inert(
  blocks: readonly Block[],
  allowed: ReadonlyMap<string, AllowedComponent>,
): readonly Block[] {
  const [problem] = treeProblems(blocks, { file: 'a document', allowed });
  if (problem === undefined) return blocks;
  throw new Fault('document-changed', { problem });
}
