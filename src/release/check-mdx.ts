import type { Problem } from '#records/problem.ts';
import type { Block, Component, Inline, RefusedMark } from './document.ts';
import { isSafeLink } from './document-addresses.ts';
import { parseDocument } from './document-blocks.ts';

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
  const found = new Map<string, { readonly line: number; readonly said: Said }>();
  const tell = (line: number, said: Said): void => {
    found.set(`${line} ${said[0]}`, { line, said });
  };
  checkBlocks(blocks, { allowed, tell });
  return [...found.values()]
    .sort((a, b) => a.line - b.line)
    .slice(0, MOST_TOLD)
    .map(({ line, said: [what, next] }) => ({
      ...{ file, field: `line ${line} of the text`, rule: 'not-allowed', what },
      next: `${next} Nothing was published.`,
    }));
}

type Said = readonly [what: string, next: string];

interface Walk {
  readonly allowed: Check['allowed'];
  readonly tell: (line: number, said: Said) => void;
}

const REFUSED: Readonly<Record<Exclude<RefusedMark, 'component'>, Said>> = {
  code: [
    'There is an import or export here, which is code.',
    'Take it out, or begin the line with another word.',
  ],
  brackets: [
    'There is something in curly brackets here, which is code.',
    'Take the brackets out, or write \\{ for the sign itself.',
  ],
  picture: ['A picture is put in by address here.', 'Show a work with <Work id="…" />.'],
  attribute: [
    'An attribute here is not plain text in quotation marks.',
    'Write it as name="text".',
  ],
  'not-closed': ['A tag that begins here is not closed.', 'Put its closing tag behind its words.'],
  'closed-twice': [
    'A tag is closed here that is not open.',
    'Take it out, or open it before its words.',
  ],
  'too-deep': ['Too much stands inside one another here.', 'Take it apart.'],
  'too-long': ['This text is too long to be one page.', 'Make two of it.'],
};
const LINK: Said = ['A link here goes somewhere not allowed.', 'Link to http(s), tel or mailto.'];

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
      if (!isSafeLink(block.url)) walk.tell(block.line, LINK);
      return;
    case 'refused':
      refuse(block, walk);
      return;
    case 'rule':
    case 'preformatted':
    case 'gap':
      return;
    default:
      throw new Error('A part of a document is of no known kind. Nothing was published.');
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
        if (!isSafeLink(node.url)) walk.tell(node.line, LINK);
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
        throw new Error('A part of a document is of no known kind. Nothing was published.');
    }
  }
}

function refuse({ line, why }: { line: number; why: RefusedMark }, { allowed, tell }: Walk): void {
  tell(line, why === 'component' ? unknown(allowed) : REFUSED[why]);
}

function unknown(allowed: Check['allowed']): Said {
  return [
    'There is a component here that is not allowed.',
    `Use one of: ${[...allowed.keys()].join(', ')}.`,
  ];
}

function checkComponent({ name, attributes, line }: Component, { allowed, tell }: Walk): void {
  const rule = allowed.get(name);
  if (rule === undefined) {
    tell(line, unknown(allowed));
    return;
  }
  const names = Object.keys(attributes);
  if (
    names.some((key) => !rule.takes.includes(key)) ||
    rule.needs.some((key) => !names.includes(key))
  )
    tell(line, [
      'The attributes of this component are not right.',
      `It takes: ${rule.takes.join(', ') || 'none'}.`,
    ]);
}
