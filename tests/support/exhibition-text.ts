import { type Block, type Component, documentText } from '#release/document.ts';

/** What hangs, as a test reads it: a line for each block, and the tags of the components. */
export function wallText(blocks: readonly Block[]): string {
  return blocks
    .filter(({ type }) => type !== 'gap')
    .map((block) => (block.type === 'component' ? componentText(block) : documentText([block])))
    .join('\n\n');
}

function componentText({ name, attributes, children }: Component): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  const tag = `${name}${given.join('')}`;
  if (children.length === 0) return `<${tag} />`;
  const inside = wallText(children);
  return name === 'Chapter' ? `<${tag}>\n\n${inside}\n\n</${name}>` : `<${tag}>${inside}</${name}>`;
}
