import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/**
 * One word, one meaning: what a file of `src/` exports under a name, no other file exports under it too.
 * So whoever looks for a name finds one place.
 */

/** The same thing twice, because the first cannot open the second. */
const SAME_THING: Readonly<Record<string, string>> = {
  ExhibitionPiece: 'the answer of a call, as the server gives it and as the desk’s page reads it',
  PublisherState: 'the answer of a call, as the server gives it and as the desk’s page reads it',
};

/** One act by one name: the door that is asked for it, and the room that does it. */
const DOORS_OF_AN_ACT: Readonly<Record<string, readonly string[]>> = {
  approve: ['src/cli/approve.ts', 'src/cms/browser/api.ts', 'src/intake/approve.ts'],
  build: ['src/build/build.ts', 'src/cli/build.ts'],
  check: ['src/build/check.ts', 'src/cli/check.ts'],
  decideTyped: ['src/cms/browser/api.ts', 'src/server/cms/decide-typed.ts'],
  hide: ['src/cli/hide.ts', 'src/withdrawal/hide.ts'],
  importFrom: ['src/cli/import.ts', 'src/intake/import/import.ts'],
  isTaken: ['src/cms/browser/api.ts', 'src/server/cms/short-names.ts'],
  piecesForExhibition: ['src/cms/browser/api.ts', 'src/server/cms/pieces.ts'],
  previewTyped: ['src/cms/browser/api.ts', 'src/server/cms/preview.ts'],
  signOut: ['src/cms/browser/api.ts', 'src/register/invitations.ts'],
  takeThanks: ['src/cli/care.ts', 'src/register/care-table.ts'],
  withdraw: ['src/cms/browser/api.ts', 'src/withdrawal/withdraw.ts'],
};

/** Folders of which every file exports the same: a table of words, or a command. */
const ONE_FORM = [/^src\/i18n\/[a-z]{2,3}$/, /^src\/cli\/commands$/];

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly isType: boolean;
}

function exportsOf(file: string, text: string): readonly Exported[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return source.statements.filter(isExported).flatMap((statement): readonly Exported[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [{ name: name.text, file, isType: false }] : [],
      );
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      return [{ name: statement.name.text, file, isType: false }];
    if (
      (ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isClassDeclaration(statement)) &&
      statement.name !== undefined
    )
      return [{ name: statement.name.text, file, isType: true }];
    return [];
  });
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** Each name that more than one file exports, with the files. */
function twice(all: readonly Exported[]): ReadonlyMap<string, readonly string[]> {
  const places = Map.groupBy(all, ({ name }) => name);
  return new Map(
    [...places]
      .map(([name, found]) => [name, [...new Set(found.map(({ file }) => file))].sort()] as const)
      .filter(([, files]) => files.length > 1),
  );
}

const all = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('pages/'))
  .map((name) => join('src', name))
  .filter((file) => !ONE_FORM.some((folder) => folder.test(dirname(file))))
  .flatMap((file) => exportsOf(file, readFileSync(file, 'utf8')));

describe('a name', () => {
  test('of an exported type is given once', () => {
    const found = twice(all.filter(({ isType }) => isType));
    expect([...found.keys()].sort()).toEqual(Object.keys(SAME_THING).sort());
  });

  test('of an exported function or value is given once, or is one act at its door and in its room', () => {
    const found = twice(all.filter(({ isType }) => !isType));
    expect(Object.fromEntries([...found].sort())).toEqual(DOORS_OF_AN_ACT);
  });

  test('that two files export is seen in every form of an export', () => {
    const one =
      'export interface A {} export type B = 1; export class C {} export const d = 1, e = 2; export async function f() {}';
    const found = twice([...exportsOf('one.ts', one), ...exportsOf('two.ts', one)]);
    expect([...found.keys()].sort()).toEqual(['A', 'B', 'C', 'd', 'e', 'f']);
  });
});
