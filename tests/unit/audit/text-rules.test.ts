import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inShort, scanOf } from './folders.ts';

const OWN = 'https://archive.example';

async function found(file: string, text: string): Promise<readonly string[]> {
  const scan = await scanOf({ [file]: text }, undefined, OWN);
  return scan.findings.map(({ rule, label }) => `${rule}: ${label}`);
}

test.each([
  ['a.html', '<a href="https://other.example/x">link</a>'],
  ['a.html', '<img src="/media/a.jpg" srcset="/media/a.avif 480w, /media/b.avif 960w">'],
  ['a.html', '<script src="https://archive.example/a.js"></script>'],
  [
    'a.html',
    '<link rel="canonical" href="https://other.example/"><link rel="license" href="//x.example">',
  ],
  ['a.html', '<p>&lt;img src="https://other.example/a.png"&gt;</p>'],
  ['a.html', '<p>&lt;p style="background:url(https://other.example/a)"&gt;</p>'],
  [
    'a.html',
    '<p>we typed fetch("https://other.example/") and @import "https://other.example/"</p>',
  ],
  ['a.html', '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'],
  ['a.css', 'a{background:url(/a.png)} @import "/b.css";'],
  ['a.js', 'const a = "https://other.example/"; fetch("/api"); new URL(b, "https://p")'],
  ['a.txt', '<img src="https://other.example/a.png">'],
  [
    'a.html',
    '<p>and/or/work/life, the /home/ page, https://x.example/home/a/b, /work/ and /root</p>',
  ],
  ['a.js', 'const sourceMappingURL = 1;'],
])('passes %s: %s', async (file, text) => {
  expect(await found(file, text)).toEqual([]);
});

test.each([
  ['a.html', '<img src="https://other.example/a.png">', 'img src'],
  ['a.html', '<IMG alt=">" SRC=//other.example/a.png>', 'img src'],
  ['a.html', '<img srcset="/a.avif 480w, https://other.example/b.avif 960w">', 'img srcset'],
  ['a.html', '<video poster="http://other.example/a.png">', 'video poster'],
  ['a.html', '<link rel="stylesheet" href="https://other.example/a.css">', 'link href'],
  ['a.html', '<link rel="preconnect" href="https://fonts.example">', 'link href'],
  ['a.html', '<link rel="alternate stylesheet" href="https://other.example/a.css">', 'link href'],
  ['a.html', '<iframe src="https://other.example/"></iframe>', 'iframe src'],
  ['a.html', '<object data="https://other.example/"></object>', 'object data'],
  ['a.html', '<base href="https://other.example/">', 'base href'],
  ['a.html', '<meta http-equiv="refresh" content="0; url=https://other.example/">', 'meta content'],
  ['a.html', '<a href="/" ping="https://other.example/">x</a>', 'a ping'],
  ['a.svg', '<svg><image xlink:href="https://other.example/a.png"/></svg>', 'image xlink:href'],
  ['a.html', '<p style="background:url(https://other.example/a)">', 'style url()'],
  ['a.html', '<STYLE>a{background:url(https://other.example/a)}</STYLE>', 'style url()'],
  ['a.html', '<style>a{}</style><p>x<style>@import "https://other.example/a.css"', 'style url()'],
  ['a.svg', '<svg><rect fill="url(https://other.example/a.svg#b)"/></svg>', 'style url()'],
  ['a.html', '<p onclick="fetch(\'https://other.example/\')">x</p>', 'script address'],
  ['a.css', '@font-face{src:url("https://other.example/a.woff2")}', 'style url()'],
  ['a.css', '@import "https://other.example/a.css";', 'style url()'],
  ['a.js', 'import("https://other.example/a.js")', 'script address'],
  ['a.js', 'import{a}from"https://other.example/a.js"', 'script address'],
  ['a.js', 'fetch(`https://other.example/x`)', 'script address'],
  ['a.html', '<script>new WebSocket("wss://other.example")</script>', 'script address'],
  ['a.js', 'img.src = "https://other.example/pixel"', 'script address'],
])('refuses %s: %s', async (file, text, place) => {
  expect(await found(file, text)).toContain(`third-party-address: ${place}`);
});

test('refuses an address of another host also when no own origin is known', async () => {
  const scan = await scanOf({ 'a.html': '<img src="https://archive.example/a.png">' });
  expect(inShort(scan)).toEqual(['a.html third-party-address img src']);
});

test('refuses addresses in a page that was packed beforehand', async () => {
  const scan = await scanOf({ 'a.html.gz': gzipSync('<img src="https://other.example/a.png">') });
  expect(scan.findings).toEqual([
    { file: 'a.html.gz', rule: 'third-party-address', label: 'img src', seenAs: 'gunzip' },
  ]);
});

test('refuses source maps, by name and by address', async () => {
  expect(await found('a.js.map', '{}')).toEqual(['source-map: undefined']);
  expect(await found('a.js', 'x\n//# sourceMappingURL=a.js.map')).toEqual([
    'source-map: address of a source map',
  ]);
  expect(await found('a.css', 'x /*# sourceMappingURL=a.css.map */')).toEqual([
    'source-map: address of a source map',
  ]);
});

test.each([
  ['"/home/ana/site/a.js"', 'home folder'],
  ['at (/Users/ana/site.js:1)', 'home folder'],
  ['\\/home\\/ana\\/x', 'home folder'],
  ['/root/site', 'root folder'],
  ['open /work/site/a.js', 'work folder'],
  ['"/tmp/build/a"', 'temporary folder'],
  ['"C:\\\\Users\\\\Ana"', 'Windows folder'],
  ['c:/Users/Ana', 'Windows folder'],
  ['file:///srv/a', 'file address'],
])('refuses the machine path %s', async (text, label) => {
  expect(await found('a.json', text)).toContain(`machine-path: ${label}`);
});
