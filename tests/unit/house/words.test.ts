import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * Rooms answer with types and codes; words for people, statuses of HTTP and exit codes stand at the
 * doors (src/README.md). Read is the code itself, without its comments.
 */
const ROOMS = [
  ...['consent', 'media', 'records', 'repository', 'state', 'release', 'search', 'audit'],
  ...['register', 'schedule', 'blocklist', 'hosting', 'withdrawal', 'build', 'intake', 'export'],
  'backup',
];

/** Where words for people stand, and what draws them. */
const DOORS_AND_PAGES = [
  'cli',
  ...['server', 'i18n', 'cms', 'components', 'desk', 'layouts', 'pages', 'styles'],
];

/** The tables that give a closed list its words, one for each list. */
const WORD_TABLES = new Set([
  'src/consent/reasons.ts',
  'src/media/problems.ts',
  'src/records/problem-words/record.ts',
  'src/records/problem-words/folder.ts',
  'src/records/problem-words/document.ts',
  'src/records/problem-words/withdrawn.ts',
  'src/records/problem-words/import.ts',
  'src/release/gap-words.ts',
  'src/audit/findings.ts',
]);

/** What cannot happen unless the program itself is wrong, and text that goes into a file. */
const OWN_WORDS: Readonly<Record<string, readonly string[]>> = {
  // A room that opens no other says itself what only a fault of its own code can bring about.
  'src/media/avif-packet.ts': ['This AVIF is not built as ours are.'],
  'src/media/clean-master.ts': [
    'A kept master lacks its file.',
    'A master has no size.',
    'A master lacks its file.',
  ],
  'src/media/clean-photo.ts': ['A kept photograph lacks a copy.'],
  'src/media/clean-sound.ts': ['A kept recording lacks a copy.'],
  'src/media/formats.ts': ['No copy of this type is made.'],
  'src/media/rights-packet.ts': ['These bytes are no JPEG.'],
  'src/media/store.ts': ['This is not the name of a file in the media store.'],
  'src/register/code.ts': ['A code needs nine random bytes.'],
  'src/blocklist/seal.ts': ['The key is longer than 64 bytes.'],
  // The head of a file that people find and must not change.
  'src/state/archive-id.ts': [
    '# Made by the archive. It belongs to the content: without it, what was withdrawn or hidden is not known again.',
  ],
  'src/hosting/host-headers.ts': [
    '# Written by the archive with each build. Changes by hand are lost.',
  ],
  'src/hosting/host-rules.ts': [
    'Written by the archive each time something is hidden, shown or built. Changes by hand are lost.',
    'It lists what is no longer here: keep it out of the folder that is served.',
  ],
  // Planted, so that a search that misses them proves nothing.
  'src/withdrawal/history/prove.ts': [
    'A control: …, in a line.\n',
    'A control that holds nothing.\n',
  ],
};

/** A program of its own that a room starts: it has to end by itself. */
const PROGRAMS = new Set(['src/media/job.ts', 'src/build/site-entry.ts']);

function filesIn(rooms: readonly string[]): readonly string[] {
  return rooms.flatMap((room) =>
    readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src', room, name)),
  );
}

/** Everything that is written in a file of code, comments left out. */
function nodesIn(file: string): readonly ts.Node[] {
  const text = readFileSync(file, 'utf8');
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return nodes;
}

/** A text in code; what is put into one is `…`. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

/** From a sign, a capital letter or something put in, over two small words in a row, to a full stop. */
const SENTENCE = /^[^\p{L}…]*[\p{Lu}…].*\p{Ll},? \p{Ll}.*[.?!]$/su;

const files = filesIn(ROOMS);
const nodes = new Map(files.map((file) => [file, nodesIn(file)]));

function sentencesIn(file: string): readonly string[] {
  return (nodes.get(file) ?? []).flatMap((node) => {
    const text = textOf(node);
    return text !== undefined && SENTENCE.test(text.trim()) ? [text] : [];
  });
}

/** The last name in `each.message` or `message`. */
function nameOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : undefined;
}

/** A status of HTTP, an answer to a request, the end of the process or its exit code. */
function isOfADoor(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return nameOf(node.expression) === 'Response';
  if (ts.isPropertyAccessExpression(node))
    return nameOf(node.expression) === 'process' && ['exit', 'exitCode'].includes(node.name.text);
  if (!ts.isPropertyAssignment(node) || !ts.isNumericLiteral(node.initializer)) return false;
  const { name: named, initializer } = node;
  const [name, number] = [ts.isIdentifier(named) ? named.text : '', initializer.text];
  return (name === 'status' && /^[1-5]\d\d$/.test(number)) || name === 'exit';
}

const SEARCHES = ['includes', 'startsWith', 'endsWith', 'match', 'search', 'indexOf', 'replace'];

/** `line.includes('…')`, or `/…/.test(error.message)`: what is searched; of any other nothing. */
function searchedIn(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const { expression: of, name } = node.expression;
  const [given] = node.arguments;
  if (given === undefined) return undefined;
  if (ts.isRegularExpressionLiteral(of)) return nameOf(given);
  const isText = ts.isRegularExpressionLiteral(given) || textOf(given) !== undefined;
  return isText && SEARCHES.includes(name.text) ? nameOf(of) : undefined;
}

test('the rooms are read, and the reading sees a sentence', () => {
  expect(files.length).toBeGreaterThan(150);
  for (const table of WORD_TABLES) expect(sentencesIn(table), table).not.toEqual([]);
});

test('every room is one of those or a door', () => {
  const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.map(({ name }) => name).sort()).toEqual([...ROOMS, ...DOORS_AND_PAGES].sort());
});

describe('in the rooms of the archive’s work', () => {
  test('no file but the tables of words holds a sentence for people', () => {
    const found = files
      .filter((file) => !WORD_TABLES.has(file))
      .flatMap((file) =>
        sentencesIn(file)
          .filter((text) => !(OWN_WORDS[file] ?? []).includes(text))
          .map((text) => `${file}: ${text}`),
      );
    expect(found).toEqual([]);
  });

  test('and what is let be is there', () => {
    for (const [file, texts] of Object.entries(OWN_WORDS))
      for (const text of texts) expect(sentencesIn(file), file).toContain(text);
  });

  test('no file but a program of its own knows HTTP or an exit code', () => {
    expect(files.filter((file) => nodes.get(file)?.some(isOfADoor))).toEqual([...PROGRAMS]);
  });

  test('no message of an error is searched for what it means', () => {
    const searched = files.filter((file) =>
      nodes.get(file)?.some((node) => searchedIn(node) === 'message'),
    );
    // Here nothing is read out of a message: words of a library, which may repeat what was typed, stay out.
    expect(searched).toEqual(['src/records/parse-record.ts']);
  });
});

describe('at the doors', () => {
  test('no message or line is searched for what it means', () => {
    const told = new Set(['message', 'line', 'lines', 'words', 'said', 'what', 'next']);
    const searched = filesIn(['server', 'cli']).filter((file) =>
      nodesIn(file).some((node) => told.has(searchedIn(node) ?? '')),
    );
    expect(searched).toEqual([]);
  });
});
