/**
 * Somebody's exact words in a document are no prose: a year at the start of a line is no list there, a
 * label no address, a comment no comment. Each sign that Markdown would take for a mark is made to stand
 * as it is. Emphasis, signs behind a backslash and line ends by backslash are left, as people wrote them
 * before. No line end is put in or taken away. Time grows with the length of the text.
 */
export function quotesAsWords(text: string): string {
  const kept: string[] = [];
  let from = 0;
  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(text); tag !== null; tag = OPENING.exec(text)) {
    const start = OPENING.lastIndex;
    const end = text.indexOf('</Quote>', start);
    if (end === -1) break;
    if (tag[0].endsWith('/>') || text[tag.index - 1] === '\\') continue;
    const words = text.slice(start, end);
    OPENING.lastIndex = end;
    // A tag of ours in it is a mistake, and must be told as one.
    if (TAG.test(words)) continue;
    kept.push(text.slice(from, start), asWords(words));
    from = end;
  }
  return kept.join('') + text.slice(from);
}

const TAG = /<\/?(?:Work|Quote|Chapter|Note)\b/;
const OPENING = /<Quote(?=\s)[^<>]{0,2000}>/g;
/** A sign behind its backslash, a line end by backslash, the desk's letter for an import, stars that stand alone, or a sign. */
const SIGN =
  /(\\[!-/:-@[-`{-~]|\\(?=\r?\n)|&#10[15];(?=mport|xport))|(?<!\S)\*+(?!\S)|[!-)+-/:-@[-`{-~]/g;

function asWords(words: string): string {
  return words
    .replace(SIGN, (sign, left?: string) => left ?? sign.replace(/./g, '\\$&'))
    .replace(/^([ \t]*)([ie])(?=(?:m|x)port\b)/gm, (_, space: string, letter: string) => {
      return `${space}&#${letter.charCodeAt(0)};`;
    });
}
