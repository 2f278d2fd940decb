import { defineMdastPlugin, markdownToHtml } from 'satteri';

const SAFE_LINK = /^(https?:|tel:|mailto:)/i;
const COMMENT = /^<!--[\s\S]*-->$/;

/** Turns raw HTML into the letters it is made of; a comment says nothing to a reader and goes. */
const inertHtml = defineMdastPlugin({
  name: 'inert-html',
  html(node, context) {
    const value = COMMENT.test(node.value.trim()) ? '' : node.value;
    context.replaceNode(node, { type: 'text', value });
  },
});

/** A heading with no words in it is a page break of the source, and nothing to a reader. */
const noEmptyHeadings = defineMdastPlugin({
  name: 'no-empty-headings',
  heading(node, context) {
    if (node.children.length === 0) context.removeNode(node);
  },
});

/** Links go to http(s), tel and mailto only; a picture may come from nowhere but the record. */
const safeLinks = defineMdastPlugin({
  name: 'safe-links',
  link(node, context) {
    if (!SAFE_LINK.test(node.url))
      context.replaceNode(node, { type: 'emphasis', children: node.children });
  },
  definition(node, context) {
    if (!SAFE_LINK.test(node.url)) context.setProperty(node, 'url', '#');
  },
  image(node, context) {
    context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
  },
  imageReference(node, context) {
    context.replaceNode(node, { type: 'text', value: node.alt ?? '' });
  },
});

/**
 * Draws a contributor's Markdown as HTML without changing a letter of it: no smart punctuation, no
 * raw HTML, no expressions (architecture.md, "Content"; consent.md T7, T8, A22).
 */
export function wordsToHtml(markdown: string): string {
  return markdownToHtml(markdown, {
    features: {
      frontmatter: false,
      gfm: { footnotes: false },
      smartPunctuation: false,
      rawHtml: false,
    },
    mdastPlugins: [inertHtml, noEmptyHeadings, safeLinks],
  }).html;
}
