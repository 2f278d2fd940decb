import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { FENCE } from '#records/fence.ts';
import { RECORD_LIMITS, tooMuch } from '#records/limits.ts';
import { type Problem, problemAt } from '#records/problem.ts';
import { isReadableYaml } from '#records/yaml.ts';

/** A record as text: its front matter read as data, and the words below it, untouched. */
export type FrontMatter =
  | { readonly ok: true; readonly data: unknown; readonly body: string }
  | { readonly ok: false; readonly problem: Problem };

/** Splits `---` front matter (YAML or JSON) from the body. Nothing of the body is changed. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  if (text.length > RECORD_LIMITS.letters) return { ok: false, problem: tooMuch(file) };
  const match = text.startsWith('---') ? FENCE.exec(text) : null;
  if (match === null || match.index !== 0) {
    return { ok: false, problem: problemAt({ file }, 'no-front-matter') };
  }
  const read = readYaml(match[1] ?? '', file, 1);
  return read.ok ? { ok: true, data: read.data, body: text.slice(match[0].length) } : read;
}

/** Reads YAML strictly (1.2 core: a day stays text); on an error tells the line, never what it says. */
export function readYaml(
  text: string,
  file: string,
  lineOffset = 0,
):
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problem: Problem } {
  if (!isReadableYaml(text)) return { ok: false, problem: tooMuch(file) };
  const lineCounter = new LineCounter();
  const lineAt = (place: number) => lineCounter.linePos(place).line + lineOffset;
  try {
    const document = parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      // A warning of the library would print what the record says.
      logLevel: 'error',
      // The library holds each key against every other one; `keyTwice` does it in one walk.
      uniqueKeys: false,
      version: '1.2',
    });
    const wrong = [...document.errors, ...document.warnings];
    // Deeper within each other than the reader can follow.
    if (wrong.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
      return { ok: false, problem: tooMuch(file) };
    const place = wrong[0]?.pos[0] ?? keyTwice(document);
    if (place !== undefined) return { ok: false, problem: notYaml(file, lineAt(place)) };
    return { ok: true, data: document.toJS({ maxAliasCount: 20 }) };
  } catch {
    // Names for values that unfold into more than is written.
    return { ok: false, problem: notYaml(file, 1 + lineOffset) };
  }
}

/** Where a key stands for the second time in its group. */
function keyTwice(document: Document): number | undefined {
  let place: number | undefined;
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          place = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return place;
}

function notYaml(file: string, line: number): Problem {
  return problemAt({ file, field: `line ${line}` }, 'not-yaml', { line });
}
