import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FindingRule } from './findings.ts';

/** What is in a folder and all folders below it. Paths are relative, with `/`, in order. */
export interface FolderListing {
  readonly files: readonly string[];
  /** What is neither a file nor a folder: links, and pipes or devices, which cannot be read. */
  readonly others: readonly { readonly file: string; readonly rule: FindingRule }[];
}

/**
 * Lists a folder without following links.
 * @throws the file system's own error when a folder cannot be listed.
 */
export async function foldersAndFiles(folder: string): Promise<FolderListing> {
  const files: string[] = [];
  const others: { file: string; rule: FindingRule }[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(folder, full).split(path.sep).join('/');
    if (entry.isSymbolicLink()) others.push({ file, rule: 'symbolic-link' });
    else if (entry.isFile()) files.push(file);
    else if (!entry.isDirectory()) others.push({ file, rule: 'unreadable-file' });
  }
  return { files: files.sort(), others: others.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}
