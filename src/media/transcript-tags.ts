/**
 * The words of a cue without the signs of WebVTT (W3C, WebVTT §3.3) and of SubRip: speaker tags such as
 * `<v Name>`, styling, time stamps, `<font …>`, `{\an8}`. `I <3 you` is not a tag and stays, and so does
 * every other `<…>`. Each letter is looked at once, however the tags are nested or left open.
 */
export function withoutCueTags(text: string): string {
  let plain = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<', at);
    if (open === -1) break;
    plain += text.slice(at, open);
    STARTS.lastIndex = open;
    const close = STARTS.test(text) ? text.indexOf('>', open) : open;
    // A tag that is never closed, and so none after it is: what is left stands as it is.
    if (close === -1) {
      at = open;
      break;
    }
    if (close === open) plain += '<';
    at = close + 1;
  }
  return signsRead((plain + text.slice(at)).replace(/\{\\an?\d{1,2}\}/g, ''));
}

/** How a tag of WebVTT or SubRip begins, or a time stamp inside a cue. */
const STARTS = /<(?:\/?(?:[cibusv]|lang|ruby|rt|font)(?=[.\s>])|(?:\d+:)?\d\d:\d\d\.\d{3}>)/iy;

function signsRead(text: string): string {
  return text.replace(
    /&(?:(\w{2,6})|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, name, ten, sixteen) => {
      if (name !== undefined) return SIGNS[name] ?? all;
      const code = ten === undefined ? Number.parseInt(sixteen, 16) : Number(ten);
      const isLetter = code >= 32 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isLetter ? String.fromCodePoint(code) : all;
    },
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  lrm: '\u200E',
  rlm: '\u200F',
};
