import {
  type Facts,
  type PlainProblem,
  type Problem,
  problemAt,
  type ProblemKind,
} from '#records/problem.ts';
import type { Block, Component, Inline, RefusedMark } from './document.ts';
import { isSafeLink } from './document-addresses.ts';
import { parseDocument } from './document-blocks.ts';
import { Fault } from '#records/fault.ts';

/** A component that may stand in facilitators' prose, with the attributes it takes. */
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

/**
 * Reads a document of the facilitators and checks it: MDX is code, so what remains may only be words,
 * marks and the components of the allow-list with literal attributes (docs/consent.md, T8).
 */
export function checkMdx(input: {
  readonly body: string;
  readonly file: string;
  readonly allowed: ReadonlyMap<string, AllowedComponent>;
}): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const blocks = parseDocument(input.body);
  return { blocks, problems: treeProblems(blocks, input) };
}

interface Check {
  readonly file: string;
  readonly allowed: ReadonlyMap<string, AllowedComponent>;
}

/** So many are told at a time: a text that is all wrong is not a list of all its letters. */
const MOST_TOLD = 20;

/** What may not be in a tree, in the order of its lines; asked of what was written and again of what is drawn. */
export function treeProblems(
  blocks: readonly Block[],
  { file, allowed }: Check,
): readonly Problem[] {
  const found = new Map<string, { readonly line: number; readonly problem: Problem }>();
  const tell: Tell = (line, kind, ...facts) => {
    const place = { file, field: `line ${line} of the text` };
    found.set(`${line} ${kind}`, { line, problem: problemAt(place, kind, ...facts) });
  };
  checkBlocks(blocks, { allowed, tell });
  return [...found.values()]
    .sort((a, b) => a.line - b.line)
    .slice(0, MOST_TOLD)
    .map(({ problem }) => problem);
}

type Tell = <Kind extends ProblemKind>(line: number, kind: Kind, ...facts: Facts<Kind>) => void;

interface Walk {
  readonly allowed: Check['allowed'];
  readonly tell: Tell;
}

const REFUSED = {
  code: 'code-here',
  brackets: 'brackets-here',
  picture: 'picture-by-address',
  attribute: 'attribute-not-text',
  'not-closed': 'tag-not-closed',
  'closed-twice': 'tag-closed-twice',
  'too-deep': 'text-too-deep',
  'too-long': 'text-too-long',
} as const satisfies Readonly<Record<Exclude<RefusedMark, 'component'>, PlainProblem>>;

function checkBlocks(blocks: readonly Block[], walk: Walk): void {
  for (const block of blocks) checkBlock(block, walk);
}

function checkBlock(block: Block, walk: Walk): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      checkInline(block.children, walk);
      return;
    case 'quotation':
      checkBlocks(block.children, walk);
      return;
    case 'list':
      for (const item of block.items) checkBlocks(item, walk);
      return;
    case 'table':
      for (const row of block.rows) for (const cell of row) checkInline(cell, walk);
      return;
    case 'component':
      checkComponent(block, walk);
      checkBlocks(block.children, walk);
      return;
    case 'definition':
      if (!isSafeLink(block.url)) walk.tell(block.line, 'link-elsewhere');
      return;
    case 'refused':
      refuse(block, walk);
      return;
    case 'rule':
    case 'preformatted':
    case 'gap':
      return;
    default:
      throw new Fault('document-part-not-known', {});
  }
}

function checkInline(nodes: readonly Inline[], walk: Walk): void {
  for (const node of nodes) {
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'deleted':
        checkInline(node.children, walk);
        break;
      case 'link':
        if (!isSafeLink(node.url)) walk.tell(node.line, 'link-elsewhere');
        checkInline(node.children, walk);
        break;
      case 'refused':
        refuse(node, walk);
        break;
      case 'text':
      case 'code':
      case 'break':
        break;
      default:
        throw new Fault('document-part-not-known', {});
    }
  }
}

function refuse({ line, why }: { line: number; why: RefusedMark }, { allowed, tell }: Walk): void {
  if (why === 'component') tell(line, 'component-not-known', { known: [...allowed.keys()] });
  else tell(line, REFUSED[why]);
}

function checkComponent({ name, attributes, line }: Component, { allowed, tell }: Walk): void {
  const rule = allowed.get(name);
  if (rule === undefined) {
    tell(line, 'component-not-known', { known: [...allowed.keys()] });
    return;
  }
  const names = Object.keys(attributes);
  if (
    names.some((key) => !rule.takes.includes(key)) ||
    rule.needs.some((key) => !names.includes(key))
  )
    tell(line, 'attributes-not-right', { takes: rule.takes });
}
