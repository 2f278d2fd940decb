import { describe, expect, test } from 'vitest';
import { formIssues } from '#audit/well-formed.ts';
import { inShort, scanOf } from './folders.ts';

const issues = (file: string, text: string | Buffer) =>
  formIssues({ file, bytes: Buffer.from(text) }).map(({ label }) => label);

const FEED =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>ਰੋਟੀ &amp; <![CDATA[<b>]]></title></channel></rss>\n';
const PAGE = (json: string, type = 'application/ld+json') =>
  `<!doctype html><html><head><script type="${type}">${json}</script></head><body><p>a</p></body></html>`;

describe('what machines read of a site', () => {
  test.each([
    ['a feed', 'feed.xml', FEED],
    ['a feed after a mark of byte order', 'feed.xml', `\uFEFF${FEED}`],
    [
      'a sitemap',
      'sitemap-0.xml',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc></url></urlset>',
    ],
    ['a drawing', '_astro/a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
    ['JSON-LD', 'index.html', PAGE('{"name":"a\\u003c/script>","n":[1]}')],
    ['a script that is no JSON', 'index.html', PAGE('let json = {', 'module')],
    ['words about JSON', 'index.html', '<p>&lt;script type="application/ld+json">{'],
    [
      'robots.txt',
      'robots.txt',
      '# a\nUser-agent: *\nDisallow:\nAllow: /a*$ # b\n\nSitemap: https://a.example/s.xml\n',
    ],
    ['a text of another name', 'notes.txt', 'Disallow /'],
  ])('is left alone when it is well: %s', (_name, file, text) => {
    expect(issues(file, text)).toEqual([]);
  });

  test.each([
    ['a control character in the feed', 'feed.xml', FEED.replace('ਰੋਟੀ', 'a\u000bb')],
    ['a control character as a number', 'feed.xml', FEED.replace('ਰੋਟੀ', '&#11;')],
    ['a character that is none', 'feed.xml', FEED.replace('ਰੋਟੀ', '\uffff')],
    ['an ampersand by itself', 'feed.xml', FEED.replace('&amp;', '&')],
    ['a name nobody knows', 'feed.xml', FEED.replace('&amp;', '&nbsp;')],
    ['a tag that is not closed', 'sitemap-index.xml', '<sitemapindex><sitemap></sitemapindex>'],
    ['two roots', 'sitemap-0.xml', '<a/><a/>'],
    ['a prefix nobody declared', 'feed.xml', '<rss><dc:creator>a</dc:creator></rss>'],
    ['nothing at all', 'feed.xml', ''],
    ['letters that are not UTF-8', 'feed.xml', Buffer.from('<a>\xe9</a>', 'latin1')],
    ['JSON-LD cut off', 'stories/a/index.html', PAGE('{"name":"a')],
    ['JSON-LD with a raw control', 'index.html', PAGE('{"name":"a\u000bb"}')],
    ['JSON-LD that is empty', 'index.html', PAGE('')],
    ['JSON-LD in a template', 'index.html', `<template>${PAGE('{')}</template>`],
    ['JSON-LD written otherwise', 'index.html', '<SCRIPT\nTYPE=" application/LD+json ">{</SCRIPT>'],
    ['other JSON in a page', 'index.html', PAGE("{'a':1}", 'application/json; charset=utf-8')],
    ['JSON', '.well-known/build.json', '{"a":1} x'],
    ['a rule without whom it is for', 'robots.txt', 'Disallow: /\n'],
    ['a rule without its colon', 'robots.txt', 'User-agent: *\nDisallow /\n'],
    ['a map that is no address', 'robots.txt', 'Sitemap: /sitemap.xml\n'],
    ['a control in robots.txt', 'robots.txt', 'User-agent: *\nAllow: /a\u0007\n'],
  ])('fails the audit: %s', async (_name, file, text) => {
    expect(issues(file, text).length).toBe(1);
    const scan = await scanOf({ [file]: text });
    expect(inShort(scan).filter((each) => each.includes('not-well-formed')).length).toBe(1);
  });

  test('is named by its place, and never by what stands there', () => {
    expect(issues('feed.xml', FEED.replace('ਰੋਟੀ', 'tamarind\u000b'))).toEqual(['XML, line 2']);
    expect(issues('index.html', PAGE('{"tamarind"'))).toEqual(['JSON in the page, the 1. of it']);
  });
});
