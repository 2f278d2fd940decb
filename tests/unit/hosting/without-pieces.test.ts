import { describe, expect, test } from 'vitest';
import { isNamed, withoutPieces } from '#hosting/without-pieces.ts';

const card = (id: string, words: string) =>
  `<li class="card" data-piece="${id}"><a href="/stories/${id}/">${words}</a><img src="/media/${id}/a.jpg"></li>`;
const page = (body: string, head = '') =>
  `<!doctype html>\n<html lang="en">\n<head><title>T</title>${head}</head>\n<body><main>${body}</main></body>\n</html>\n`;
const html = (text: string, ...ids: string[]) => withoutPieces('html', text, ids);

describe('a page without a piece', () => {
  test('loses the card and keeps every other byte', () => {
    const rest = '<p  class=odd >Ünïcode 😀\r\n kept & as it is<br></P>';
    const given = page(`<ul>${card('bread01', 'Bread')}${card('soup02', 'Soup')}</ul>${rest}`);
    const left = html(given, 'bread01');
    expect(left.named).toBe(false);
    expect(left.text).toBe(given.replace(card('bread01', 'Bread'), ''));
  });

  test('loses a quotation with its words, and a card inside a card once', () => {
    const quote = '<figure data-piece="bread01"><blockquote>My very words</blockquote></figure>';
    const given = page(
      `<p>Before</p>${quote}<div data-piece="bread01">${card('bread01', 'x')}</div>`,
    );
    expect(html(given, 'bread01').text).toBe(page('<p>Before</p>'));
  });

  test('loses several pieces at once', () => {
    const given = page(`${card('bread01', 'a')}-${card('soup02', 'b')}-${card('tea003', 'c')}`);
    expect(html(given, 'tea003', 'bread01').text).toBe(page(`-${card('soup02', 'b')}-`));
  });

  test('a part that was there for its pieces goes when the last one does, and not before', () => {
    const section = (inner: string) =>
      `<section data-with-pieces><h2>In other languages</h2>${inner}</section>`;
    const one = page(`<p>a</p>${section(card('bread01', 'x'))}`);
    expect(html(one, 'bread01').text).toBe(page('<p>a</p>'));
    const two = page(section(card('bread01', 'x') + card('soup02', 'y')));
    expect(html(two, 'bread01').text).toBe(page(section(card('soup02', 'y'))));
    const none = page(`${section('')}${card('bread01', 'x')}`);
    expect(html(none, 'bread01').text).toBe(page(section('')));
  });

  test('loses what names it in the head', () => {
    const links =
      '<link rel="alternate" hreflang="ur" href="https://x.org/stories/bread01/"><script type="application/ld+json">{"a":"/stories/bread01/"}</script>';
    expect(html(page('<p>a</p>', links), 'bread01').text).toBe(page('<p>a</p>'));
  });

  test('says when it is still named: in a text, an address however it is written, or a mark left open', () => {
    for (const body of [
      '<p>See bread01.</p>',
      '<a href="/stories/bread01/">x</a>',
      '<a href="/stories/%62read01/">x</a>',
      '<a href="/stories/&#x62;read01/">x</a>',
      '<a href="/stories/&#98;read01/">x</a>',
      '<a href="/STORIES/BREAD01/">x</a>',
      `<!-- bread01 -->`,
    ])
      expect([body, html(page(body), 'bread01').named]).toEqual([body, true]);
  });

  test('a page that does not name it is given back as it is', () => {
    const given = page(card('soup02', 'Soup'));
    expect(html(given, 'bread01')).toEqual({ text: given, named: false });
    expect(html(given, 'soup0')).toEqual({ text: given, named: false });
  });

  test('an id of letters only is an ordinary word, except as an address or a mark', () => {
    expect(isNamed('We baked bread together', 'breads')).toBe(false);
    expect(isNamed('All the breads of the world', 'breads')).toBe(false);
    expect(isNamed('<a href="/ur/stories/breads/">', 'breads')).toBe(true);
    expect(isNamed('<img src=/media/breads/a.jpg>', 'breads')).toBe(true);
    expect(isNamed('<li data-piece="breads">', 'breads')).toBe(true);
  });

  test('what is no id counts as named, so that nothing is shown on a doubt', () => {
    expect(isNamed('anything', '.*')).toBe(true);
  });
});

describe('a feed or a sitemap without a piece', () => {
  test('loses the entry and keeps the others', () => {
    const entry = (id: string) =>
      `<item><title>${id} T</title><link>https://x.org/stories/${id}/</link></item>`;
    const feed = (inner: string) =>
      `<?xml version="1.0"?><rss><channel><title>N</title>${inner}</channel></rss>`;
    expect(withoutPieces('xml', feed(entry('bread01') + entry('soup02')), ['bread01'])).toEqual({
      text: feed(entry('soup02')),
      named: false,
    });
    const map = (inner: string) => `<urlset>${inner}</urlset>`;
    const url = (id: string) => `<url><loc>https://x.org/stories/${id}/</loc></url>`;
    expect(withoutPieces('xml', map(url('soup02') + url('bread01')), ['bread01']).text).toBe(
      map(url('soup02')),
    );
  });

  test('says when another text names it', () => {
    expect(withoutPieces('other', '{"a":"bread01"}', ['bread01']).named).toBe(true);
  });
});
