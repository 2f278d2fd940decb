import { describe, expect, test } from 'vitest';
import { drawnText } from '#support/drawn-text.ts';

const p = (words: string): string => `<p>${words}</p>\n`;
const h = (level: number, words: string, id = words): string =>
  `<h${level} id="${id}">${words}</h${level}>\n`;

describe('tables', () => {
  const table = (head: string[], ...rows: string[][]): string => {
    const row = (cells: string[], tag: string): string =>
      `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>\n`;
    const body = rows.map((cells) => row(cells, 'td')).join('');
    const inside = body === '' ? '' : `<tbody>\n${body}</tbody>\n`;
    return `<table>\n<thead>\n${row(head, 'th')}</thead>\n${inside}</table>\n`;
  };

  test.each([
    ['with lines around them', '| a | b |\n|---|:-:|\n| c | d |', table(['a', 'b'], ['c', 'd'])],
    ['without', 'a|b\n-|-\nc|d', table(['a', 'b'], ['c', 'd'])],
    ['of many lines', 'a|b\n-|-\nc|d\ne|f', table(['a', 'b'], ['c', 'd'], ['e', 'f'])],
    ['of a head alone', 'a|b\n-|-', table(['a', 'b'])],
    ['of one column', '|a|\n|-|\n|b|', table(['a'], ['b'])],
    ['with fewer cells', 'a|b\n-|-\nc', table(['a', 'b'], ['c', ''])],
    ['with more cells', 'a|b\n-|-\nc|d|e', table(['a', 'b'], ['c', 'd'])],
    [
      'with marks in their cells',
      'a|b\n-|-\n*c*|`d`',
      table(['a', 'b'], ['<em>c</em>', '<code>d</code>']),
    ],
    ['with a line behind a backslash', 'a|b\n-|-\nc\\|d|e', table(['a', 'b'], ['c|d', 'e'])],
    ['that end at an empty line', 'a|b\n-|-\n\nc|d', table(['a', 'b']) + p('c|d')],
    ['that end at a heading', 'a|b\n-|-\n# c', table(['a', 'b']) + h(1, 'c')],
    [
      'with spaces around their lines',
      ' | a | b | \n |-|-| \n | c | d | ',
      table(['a', 'b'], ['c', 'd']),
    ],
    ['that end at a line of spaces', 'a|b\n-|-\n \nc|d', table(['a', 'b']) + p('c|d')],
    ['with a year in a cell', 'a|b\n-|-\n1947. c|d', table(['a', 'b'], ['1947. c', 'd'])],
    ['that end with a line behind a backslash', 'a|b\n-|-\nc|d\\|', table(['a', 'b'], ['c', 'd|'])],
    ['not where the line begins with more', 'a|b\nx-|-', p('a|b\nx-|-')],
    ['not where the line ends with more', 'a|b\n-|-x', p('a|b\n-|-x')],
    ['not where the line has a place without one', 'a|b\n:|-', p('a|b\n:|-')],
    ['with an empty cell', 'a||b\n-|-|-', table(['a', '', 'b'])],
    ['not with another number of columns', 'a|b\n-|-|-', p('a|b\n-|-|-')],
    ['not where the line holds more', 'a|b\n-|x', p('a|b\n-|x')],
    ['not within a paragraph', 'x\na|b\n-|-', p('x\na|b\n-|-')],
    ['not without a line', 'a\n:-', p('a\n:-')],
    ['not of a heading', '# a|b\n-|-', h(1, 'a|b', 'ab') + p('-|-')],
  ])('%s', (_name, written, drawn) => {
    expect(drawnText(written)).toBe(drawn);
  });
});
