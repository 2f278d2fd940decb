import type { Labels } from './missing-fields.ts';
import { words } from './words.ts';

/** One thing that is wrong, as the server tells it: never with what stands in the field. */
export interface ProblemTold {
  /** Below the content. */
  readonly file: string;
  /** As the record names it: `photos[1].alt`. */
  readonly field?: string | undefined;
  readonly what: string;
  readonly next: string;
}

interface FormField {
  readonly name: string;
  readonly label?: string;
  readonly fields?: readonly FormField[];
}

/** What a form calls its fields, by their place in the record. */
export function formLabels(fields: readonly FormField[], within = ''): Labels {
  return Object.fromEntries(
    fields.flatMap(({ name, label, fields: inner = [] }): [string, string][] => [
      ...(label === undefined ? [] : ([[`${within}${name}`, label]] as [string, string][])),
      ...Object.entries(formLabels(inner, `${within}${name}.`)),
    ]),
  );
}

let forms: ReadonlyMap<string, Labels> = new Map();

/** Said once, when the editor is set up: the forms of the collections. */
export function rememberForms(
  collections: readonly { readonly name: string; readonly fields?: readonly FormField[] }[],
): void {
  forms = new Map(collections.map(({ name, fields = [] }) => [name, formLabels(fields)]));
}

/**
 * What is wrong, a line each: of the record on the screen by the words of its form; of any other by its
 * file, because its form is not there to look at.
 */
export function problemLines(
  error: unknown,
  { collection, path }: { readonly collection: string; readonly path: string },
): readonly string[] {
  const { problems = [], told = [] } = error as {
    readonly problems?: readonly string[];
    readonly told?: readonly ProblemTold[];
  };
  const labels = forms.get(collection) ?? {};
  return problems.map((line, at) => {
    const problem = told[at];
    return problem !== undefined && `content/${problem.file}` === path
      ? problemInForm(problem, labels)
      : line;
  });
}

/** One line: where it is, in the words of the form, then what is wrong and what to do. */
export function problemInForm({ field = '', what, next }: ProblemTold, labels: Labels): string {
  const where = placeInForm(field, labels);
  return `${where === '' ? '' : `${where}: `}${what} ${next}`;
}

/** `photos[1].alt` → “Photographs and artwork” 2, “What can be seen in it”. */
function placeInForm(field: string, labels: Labels): string {
  const said: string[] = [];
  let path = '';
  for (const [step] of field.matchAll(/[^.[\]]+(?!\])|\[\d+\]/g)) {
    if (step.startsWith('[')) {
      const number = Number(step.slice(1, -1)) + 1;
      const last = said.pop() ?? '';
      said.push(path === 'consents' ? words.person(number) : `${last} ${number}`);
      continue;
    }
    path = path === '' ? step : `${path}.${step}`;
    const label = labels[path === 'words' ? 'body' : path] ?? inConsents(path);
    // What has no field of its own is in the one that is named already; the form knows nothing above it.
    if (label !== undefined) said.push(`“${label}”`);
    else if (said.length === 0) return `“${step}”`;
  }
  return said.join(', ');
}

/** What a person said stands in fields of our own, which no form lists. */
function inConsents(path: string): string | undefined {
  const name = path === 'consents.person' ? 'personCode' : /^consents\.(\w+)$/.exec(path)?.[1];
  const word = (words as Readonly<Record<string, unknown>>)[name ?? ''];
  return typeof word === 'string' ? word : undefined;
}
