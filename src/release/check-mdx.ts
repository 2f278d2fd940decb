import { type MdastNode, mdxToMdast } from 'satteri';
import type { Problem } from '#records/problem.ts';

/** A component that may stand in facilitators' MDX, with the attributes it takes. */
export interface AllowedComponent {
  readonly needs: readonly string[];
  readonly takes: readonly string[];
}

export const EXHIBITION_COMPONENTS: ReadonlyMap<string, AllowedComponent> = new Map([
  ['Work', { needs: ['id'], takes: ['id', 'part'] }],
  ['Quote', { needs: ['id'], takes: ['id'] }],
  ['Chapter', { needs: ['title'], takes: ['title'] }],
  ['Note', { needs: [], takes: [] }],
]);

export const PAGE_COMPONENTS: ReadonlyMap<string, AllowedComponent> = new Map([
  ['Note', { needs: [], takes: [] }],
]);

/** One component in the text: its place in it (UTF-16 offsets), its literal attributes, its words. */
export interface Component {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly inside: readonly Component[];
}

/** A node as far as this check looks at it. */
interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: unknown;
  readonly url?: string;
  readonly attributes?: readonly { type: string; name?: string; value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { start: { line: number; offset?: number }; end: { offset?: number } };
}

const SAFE_LINK = /^(https?:|tel:|mailto:|\/(?!\/)|#)/i;

/**
 * Checks MDX before Astro sees it, with the parser Astro uses: MDX is code, so what remains may only
 * be Markdown and the components of the allow-list with literal attributes (consent.md, T8).
 */
export function checkMdx(input: {
  readonly body: string;
  readonly file: string;
  readonly allowed: ReadonlyMap<string, AllowedComponent>;
}): { readonly components: readonly Component[]; readonly problems: readonly Problem[] } {
  const { body, file, allowed } = input;
  let tree: MdastNode;
  try {
    tree = mdxToMdast(body, { features: { frontmatter: false } });
  } catch {
    return {
      components: [],
      problems: [
        refused(
          file,
          undefined,
          'This text is not valid MDX.',
          'Look for a tag that is not closed.',
        ),
      ],
    };
  }
  const problems: Problem[] = [];
  const components = componentsIn(tree as unknown as Node, { body, file, allowed, problems });
  return { components, problems };
}

interface Check {
  readonly body: string;
  readonly file: string;
  readonly allowed: ReadonlyMap<string, AllowedComponent>;
  readonly problems: Problem[];
}

function componentsIn(node: Node, check: Check): readonly Component[] {
  return (node.children ?? []).flatMap((child) => {
    const problem = nodeProblem(child, check);
    if (problem !== undefined) check.problems.push(problem);
    const inside = componentsIn(child, check);
    return isComponent(child) ? [componentOf(child, inside)] : inside;
  });
}

function isComponent({ type }: Node): boolean {
  return type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';
}

function nodeProblem(node: Node, check: Check): Problem | undefined {
  const line = `line ${node.position?.start.line ?? '?'} of the text`;
  const refuse = (what: string, next: string): Problem => refused(check.file, line, what, next);
  switch (node.type) {
    case 'mdxjsEsm':
      return refuse('There is an import or export here, which is code.', 'Take it out.');
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return refuse(
        'There is something in curly brackets here, which is code.',
        'Take the brackets out.',
      );
    case 'image':
    case 'imageReference':
      return refuse('A picture is put in by address here.', 'Show a work with <Work id="…" />.');
    case 'link':
    case 'definition':
      return SAFE_LINK.test(node.url ?? '')
        ? undefined
        : refuse('A link here goes somewhere not allowed.', 'Link to http(s), tel or mailto.');
    case 'html':
      return refuse('There is raw HTML here.', 'Use Markdown.');
    default:
      return isComponent(node) ? componentProblem(node, check.allowed, refuse) : undefined;
  }
}

function componentProblem(
  { name, attributes = [] }: Node,
  allowed: Check['allowed'],
  refuse: (what: string, next: string) => Problem,
): Problem | undefined {
  const rule = allowed.get(name ?? '');
  if (rule === undefined)
    return refuse(
      'There is a component here that is not allowed.',
      `Use one of: ${[...allowed.keys()].join(', ')}.`,
    );
  const literal = attributes.every(
    ({ type, value }) => type === 'mdxJsxAttribute' && typeof value === 'string',
  );
  if (!literal)
    return refuse(
      'An attribute here is not plain text in quotation marks.',
      'Write it as name="text".',
    );
  const names = attributes.map((attribute) => attribute.name ?? '');
  if (
    names.some((key) => !rule.takes.includes(key)) ||
    rule.needs.some((key) => !names.includes(key))
  ) {
    return refuse(
      'The attributes of this component are not right.',
      `It takes: ${rule.takes.join(', ') || 'none'}.`,
    );
  }
  return undefined;
}

function componentOf(node: Node, inside: readonly Component[]): Component {
  return {
    name: node.name ?? '',
    attributes: Object.fromEntries(
      (node.attributes ?? []).map(({ name, value }) => [name ?? '', String(value)]),
    ),
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    text: textOf(node),
    inside,
  };
}

function textOf(node: Node): string {
  if (typeof node.value === 'string') return node.value;
  return (node.children ?? []).map(textOf).join(isBlock(node) ? '\n' : '');
}

function isBlock({ type }: Node): boolean {
  return type === 'mdxJsxFlowElement';
}

function refused(file: string, field: string | undefined, what: string, next: string): Problem {
  return { file, field, rule: 'not-allowed', what, next: `${next} Nothing was published.` };
}
