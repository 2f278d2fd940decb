import type { EditorComponent } from './globals.ts';
import { words } from './words.ts';

const lines = (name: string, label: string): object => ({ name, label, widget: 'text' });

/** What may stand in a page besides plain writing. What hangs in an exhibition has a field of its own. */
export const editorComponents: readonly EditorComponent[] = [
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
