import type { EditorComponent } from './globals.ts';
import { words } from './words.ts';

type Data = Record<string, string | undefined>;

const line = (name: string, label: string): object => ({ name, label, widget: 'string' });
const lines = (name: string, label: string): object => ({ name, label, widget: 'text' });

/**
 * What may stand in an exhibition besides plain writing: the four names that `release/check-mdx.ts`
 * lets through, with attributes in quotation marks. Nothing else can be made here.
 */
export const editorComponents: readonly EditorComponent[] = [
  {
    id: 'Work',
    label: words.work,
    fields: [line('id', words.workId), line('part', words.workPart)],
    pattern: /^<Work id="([^"]*)"(?: part="([^"]*)")?\s*\/>$/,
    fromBlock: (match) => ({ id: match[1] ?? '', part: match[2] ?? '' }),
    toBlock: ({ id, part }) =>
      `<Work id="${inQuotes(id)}"${part ? ` part="${inQuotes(part)}"` : ''} />`,
    toPreview: ({ id }: Data) => `${words.work}: ${inQuotes(id)}`,
  },
  {
    id: 'Quote',
    label: words.quote,
    fields: [line('id', words.workId), lines('words', words.quoteWords)],
    pattern: /^<Quote id="([^"]*)">([\s\S]*?)<\/Quote>/,
    fromBlock: (match) => ({ id: match[1] ?? '', words: match[2] ?? '' }),
    toBlock: ({ id, words: said }) => `<Quote id="${inQuotes(id)}">${said ?? ''}</Quote>`,
    toPreview: ({ id }: Data) => `${words.quote}: ${inQuotes(id)}`,
  },
  {
    id: 'Chapter',
    label: words.chapter,
    fields: [line('title', words.chapterTitle), lines('body', words.chapterBody)],
    pattern: /^<Chapter title="([^"]*)">\n*([\s\S]*?)\n*<\/Chapter>/,
    fromBlock: (match) => ({ title: match[1] ?? '', body: match[2] ?? '' }),
    toBlock: ({ title, body }) =>
      `<Chapter title="${inQuotes(title)}">\n\n${body ?? ''}\n\n</Chapter>`,
    toPreview: ({ title }: Data) => `${words.chapter}: ${inQuotes(title)}`,
  },
  {
    id: 'Note',
    label: words.note,
    fields: [lines('words', words.noteWords)],
    pattern: /^<Note>([\s\S]*?)<\/Note>/,
    fromBlock: (match) => ({ words: match[1] ?? '' }),
    toBlock: ({ words: said }) => `<Note>${said ?? ''}</Note>`,
    toPreview: () => words.note,
  },
];

/** An attribute cannot hold its own quotation mark: a curly one says the same. */
function inQuotes(text = ''): string {
  return text.replaceAll('"', '”');
}
