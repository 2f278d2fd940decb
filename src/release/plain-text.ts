import { type MdastNode, markdownToMdast } from 'satteri';

interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly alt?: string | null;
  readonly children?: readonly Node[];
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'tableRow', 'break']);

/** The words of a Markdown text as a reader hears them: no marks, no raw HTML comments, a line for each block. */
export function plainText(markdown: string): string {
  const tree: MdastNode = markdownToMdast(markdown, {
    features: { frontmatter: false, gfm: { footnotes: false }, smartPunctuation: false },
    position: false,
  });
  return spoken(tree as unknown as Node)
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function spoken(node: Node): string {
  if (node.type === 'html' && typeof node.value === 'string') {
    return node.value.replace(/<!--[\s\S]*?-->/g, '');
  }
  if (typeof node.value === 'string') return node.type === 'code' ? `${node.value}\n` : node.value;
  const inside = (node.children ?? []).map(spoken).join(node.type === 'root' ? '\n' : '');
  return BLOCKS.has(node.type) ? `${inside || node.alt || ''}\n` : inside || node.alt || '';
}
