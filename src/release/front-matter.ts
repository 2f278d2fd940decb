import { LineCounter, parseDocument } from 'yaml';
import { FENCE } from '#records/fence.ts';
import type { Problem } from '#records/problem.ts';

/** A record as text: its front matter read as data, and the words below it, untouched. */
export type FrontMatter =
  | { readonly ok: true; readonly data: unknown; readonly body: string }
  | { readonly ok: false; readonly problem: Problem };

/** Splits `---` front matter (YAML or JSON) from the body. Nothing of the body is changed. */
export function readFrontMatter(text: string, file: string): FrontMatter {
  const match = text.startsWith('---') ? FENCE.exec(text) : null;
  if (match === null || match.index !== 0) {
    return {
      ok: false,
      problem: {
        file,
        rule: 'no-front-matter',
        what: 'The record at the top of this file, between two lines of ---, could not be found.',
        next: 'Put it back, then run "npm run archive -- check".',
      },
    };
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
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    // A warning of the library would print what the record says.
    logLevel: 'error',
    strict: true,
    uniqueKeys: true,
    schema: 'core',
    version: '1.2',
  });
  const [error] = [...document.errors, ...document.warnings];
  const at = error === undefined ? undefined : lineCounter.linePos(error.pos[0]).line + lineOffset;
  if (at !== undefined) return { ok: false, problem: notYaml(file, at) };
  try {
    return { ok: true, data: document.toJS({ maxAliasCount: 20 }) };
  } catch {
    return { ok: false, problem: notYaml(file, 1 + lineOffset) };
  }
}

function notYaml(file: string, line: number): Problem {
  return {
    file,
    field: `line ${line}`,
    rule: 'not-yaml',
    what: `The record could not be read: line ${line} is not valid YAML.`,
    next: `Correct line ${line}, then run "npm run archive -- check".`,
  };
}
