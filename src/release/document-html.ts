import { type Block, type Component, type Inline, inlineText, type Table } from './document.ts';
import { escapeHtml } from './escape-html.ts';
import { Fault } from '#records/fault.ts';

/** What is drawn one after another: HTML, a component, or an element that holds one somewhere. */
export type DrawnBlock =
  | { readonly html: string }
  | { readonly component: Component; readonly inside: readonly DrawnBlock[] }
  | {
      readonly tag: 'blockquote' | 'li' | 'ol' | 'ul';
      readonly start?: number | undefined;
      readonly inside: readonly DrawnBlock[];
    };

/**
 * A checked tree as HTML, every letter of it escaped, in pieces: what holds a component is a piece of
 * its own, because only a page can draw one.
 */
export function drawBlocks(blocks: readonly Block[]): readonly DrawnBlock[] {
  return draw(blocks, { ids: new Map(), tight: false });
}

interface HtmlContext {
  /** Names of headings that are taken, and how often. */
  readonly ids: Map<string, number>;
  /** Paragraphs of a list whose items do not stand apart. */
  readonly tight: boolean;
}

function draw(blocks: readonly Block[], drawing: HtmlContext): readonly DrawnBlock[] {
  const drawn: DrawnBlock[] = [];
  let html = '';
  const flush = (): void => {
    if (html !== '') drawn.push({ html });
    html = '';
  };
  for (const block of blocks) {
    if (holdsComponent(block)) {
      flush();
      drawn.push(withComponents(block, drawing));
    } else html += blockHtml(block, drawing);
  }
  flush();
  return drawn;
}

function withComponents(block: Holder, drawing: HtmlContext): DrawnBlock {
  const loose = { ...drawing, tight: false };
  if (block.type === 'component') {
    // Its own element is enough around a single paragraph.
    const tight = block.name !== 'Chapter' && block.children.length === 1;
    return { component: block, inside: draw(block.children, { ...drawing, tight }) };
  }
  if (block.type === 'list') {
    const inside = block.items.map((item): DrawnBlock => {
      return { tag: 'li', inside: draw(item, { ...drawing, tight: !block.loose }) };
    });
    return { tag: block.start === undefined ? 'ul' : 'ol', start: block.start, inside };
  }
  return { tag: 'blockquote', inside: draw(block.children, loose) };
}

/** What can hold a component, or is one. */
type Holder = Extract<Block, { readonly type: 'component' | 'quotation' | 'list' }>;

/** Without whatever holds a component: words of facilitators alone, and no piece. */
export function onlyWords(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter((block) => !holdsComponent(block));
}

function holdsComponent(block: Block): block is Holder {
  if (block.type === 'list') return block.items.some((item) => item.some(holdsComponent));
  if (block.type === 'quotation') return block.children.some(holdsComponent);
  return block.type === 'component';
}

function blocksHtml(blocks: readonly Block[], drawing: HtmlContext): string {
  return blocks.reduce((html, block) => html + blockHtml(block, drawing), '');
}

function blockHtml(block: Block, drawing: HtmlContext): string {
  switch (block.type) {
    case 'paragraph': {
      const words = inlineHtml(block.children);
      return drawing.tight ? `${words}\n` : `<p>${words}</p>\n`;
    }
    case 'heading': {
      const id = headingId(inlineText(block.children), drawing.ids);
      const named = id === '' ? '' : ` id="${escapeHtml(id)}"`;
      return `<h${block.level}${named}>${inlineHtml(block.children)}</h${block.level}>\n`;
    }
    case 'quotation':
      return `<blockquote>${blocksHtml(block.children, { ...drawing, tight: false })}</blockquote>\n`;
    case 'list': {
      const inside = block.items.map(
        (item) => `<li>${blocksHtml(item, { ...drawing, tight: !block.loose }).trim()}</li>\n`,
      );
      const start = block.start === undefined || block.start === 1 ? '' : ` start="${block.start}"`;
      const tag = block.start === undefined ? 'ul' : 'ol';
      return `<${tag}${start}>\n${inside.join('')}</${tag}>\n`;
    }
    case 'table':
      return tableHtml(block.rows);
    case 'rule':
      return '<hr>\n';
    case 'preformatted':
      return `<pre><code>${escapeHtml(block.value)}\n</code></pre>\n`;
    case 'component':
    case 'definition':
    case 'gap':
      return '';
    case 'refused':
      throw new Fault('document-not-checked', {});
  }
}

type Row = Table['rows'][number];

function tableHtml(rows: Table['rows']): string {
  const row = (cells: Row, tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>\n`;
  const [head, ...rest] = rows as readonly [Row, ...Row[]];
  const body =
    rest.length === 0 ? '' : `<tbody>\n${rest.map((each) => row(each, 'td')).join('')}</tbody>\n`;
  return `<table>\n<thead>\n${row(head, 'th')}</thead>\n${body}</table>\n`;
}

const TAGS = { emphasis: 'em', strong: 'strong', deleted: 'del' } as const;

function inlineHtml(nodes: readonly Inline[]): string {
  return nodes.map(nodeHtml).join('');
}

function nodeHtml(node: Inline): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'code':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
      return `<a href="${escapeHtml(node.url)}">${inlineHtml(node.children)}</a>`;
    case 'emphasis':
    case 'strong':
    case 'deleted':
      return `<${TAGS[node.type]}>${inlineHtml(node.children)}</${TAGS[node.type]}>`;
    case 'refused':
      throw new Fault('document-not-checked', {});
  }
}

/** By which a link may go to a heading: its words, small, with hyphens; counted where two are the same. */
function headingId(words: string, taken: Map<string, number>): string {
  const plain = words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
  const before = taken.get(plain) ?? 0;
  taken.set(plain, before + 1);
  return plain === '' || before === 0 ? plain : `${plain}-${before}`;
}
