import type { z } from 'astro/zod';
import { contribution } from '#records/contribution.ts';
import {
  asset,
  exhibition,
  page,
  place,
  priority,
  response,
  series,
  theme,
} from '#records/lists.ts';
import { parseRecord } from '#records/parse-record.ts';
import { type Problem, problemLine } from '#records/problem.ts';
import { settings } from '#records/settings.ts';
import { checkMdx, EXHIBITION_COMPONENTS, PAGE_COMPONENTS } from '#release/check-mdx.ts';
import { readFrontMatter, readYaml } from '#release/front-matter.ts';
import type { Collection, RecordPlace } from './paths.ts';
import { Refusal } from './refusal.ts';

const SCHEMAS: Readonly<Record<Collection, z.ZodType>> = {
  stories: contribution,
  exhibitions: exhibition,
  pages: page,
  responses: response,
  themes: theme,
  places: place,
  series,
  priorities: priority,
  assets: asset,
  settings,
};

const MDX = { exhibitions: EXHIBITION_COMPONENTS, pages: PAGE_COMPONENTS } as const;

/**
 * Refuses a text that the archive could not read: the record is parsed here whatever the browser
 * says, unknown keys are refused, and MDX may hold nothing that is code (consent.md, T8).
 */
export function checkRecord({ collection, path }: RecordPlace, text: string): void {
  const file = path.slice('content/'.length);
  const problems = problemsIn(collection, file, text);
  if (problems.length === 0) return;
  throw new Refusal(422, `This was not saved. ${problems.map(problemLine).join(' ')}`, {
    problems: problems.map(problemLine),
  });
}

function problemsIn(collection: Collection, file: string, text: string): readonly Problem[] {
  const isYaml = file.endsWith('.yaml');
  const read = isYaml ? readYaml(text, file) : readFrontMatter(text, file);
  if (!read.ok) return [read.problem];
  const parsed = parseRecord(SCHEMAS[collection], read.data ?? {}, file);
  const problems = parsed.ok ? [] : parsed.problems;
  if (!('body' in read) || (collection !== 'exhibitions' && collection !== 'pages'))
    return problems;
  const body = String(read.body);
  return [...problems, ...checkMdx({ body, file, allowed: MDX[collection] }).problems];
}
