/**
 * A document of the facilitators (an exhibition, a page) as a tree. It is parsed once, checked, cut and
 * drawn as this tree and never becomes text again, so that two pieces of text beside a cut cannot join
 * into something that nobody checked.
 */
export type Inline =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'deleted'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly value: string }
  | {
      readonly type: 'link';
      readonly url: string;
      readonly children: readonly Inline[];
      readonly line: number;
    }
  | { readonly type: 'break' }
  | RefusedNode;

/** What may not stand in a document. It holds the line and never what was written. */
export interface RefusedNode {
  readonly type: 'refused';
  readonly line: number;
  readonly why: RefusedMark;
}

export type RefusedMark =
  | 'code'
  | 'brackets'
  | 'picture'
  | 'component'
  | 'attribute'
  | 'not-closed'
  | 'closed-twice'
  | 'too-deep'
  | 'too-long';

export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly children: readonly Inline[];
    }
  | { readonly type: 'quotation'; readonly children: readonly Block[] }
  | List
  | { readonly type: 'rule' }
  | { readonly type: 'preformatted'; readonly value: string }
  | Table
  | { readonly type: 'definition'; readonly url: string; readonly line: number }
  | Component
  /** Where a work or a quotation was taken out: it draws nothing, and nothing can join across it. */
  | { readonly type: 'gap' }
  | RefusedNode;

export interface List {
  readonly type: 'list';
  /** The first number; absent where the list has no numbers. */
  readonly start?: number | undefined;
  /** Its items stand apart, so each is drawn as paragraphs. */
  readonly loose: boolean;
  readonly items: readonly (readonly Block[])[];
}

/** The first row is the head. */
export interface Table {
  readonly type: 'table';
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** One of the archive's components, with its literal attributes and what stands in it. */
export interface Component {
  readonly type: 'component';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Block[];
  /** Of the text, from 1. */
  readonly line: number;
}

/** The words of blocks as they are read, without marks: a line for each block. */
export function documentText(blocks: readonly Block[]): string {
  return blocks.flatMap(blockText).join('\n');
}

function blockText(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [inlineText(block.children)];
    case 'quotation':
    case 'component':
      return [documentText(block.children)];
    case 'list':
      return block.items.map(documentText);
    case 'table':
      return block.rows.map((cells) => cells.map(inlineText).join(' '));
    case 'preformatted':
      return [block.value];
    case 'rule':
    case 'definition':
    case 'gap':
    case 'refused':
      return [];
  }
}

/** The words of a line, without marks. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return '\n';
    case 'refused':
      return '';
    case 'emphasis':
    case 'strong':
    case 'deleted':
    case 'link':
      return inlineText(node.children);
  }
}

/** Every component of a document, also inside others, in the order of the text. */
export function componentsOf(blocks: readonly Block[]): readonly Component[] {
  return blocks.flatMap((block): readonly Component[] => {
    switch (block.type) {
      case 'component':
        return [block, ...componentsOf(block.children)];
      case 'quotation':
        return componentsOf(block.children);
      case 'list':
        return block.items.flatMap(componentsOf);
      default:
        return [];
    }
  });
}
