import { interfaceIn } from '#i18n/words.ts';

/** The page of the editor for whoever writes their own drafts: in their language, and with their ways on. */
export function ownPage(
  { body }: { readonly body: Uint8Array | string },
  language: string,
): string {
  const { words, lang, dir } = interfaceIn(language, 'desk');
  const { editor, share, mine, home } = words;
  const asked = `?lang=${lang}`;
  const ways = [
    [`/share/${asked}`, editor.toForm],
    [`/mine/${asked}`, mine.title],
    ['/', home],
  ].map(([href = '', label = '']) => `<a href="${href}">${plain(label)}</a>`);
  const page = String(body)
    .replace('<html lang="en-GB">', `<html lang="${lang}" dir="${dir}" class="desk-own">`)
    .replace(/<title>[^<]*<\/title>/, `<title>${plain(share.title)}</title>`)
    .replace(/<nav [\s\S]*?<\/nav>/, `<nav class="desk-ways">${ways.join('')}</nav>`);
  return page.replace(
    /<noscript>[\s\S]*?<\/noscript>/,
    `<noscript><p>${plain(editor.noScript)}</p></noscript>`,
  );
}

/** Our own words, which hold no tags. */
function plain(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
