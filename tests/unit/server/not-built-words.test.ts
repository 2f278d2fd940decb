import { describe, expect, test } from 'vitest';
import type { AuditReport } from '#audit/audit-folder.ts';
import { notBuiltWords } from '#server/not-built-words.ts';
import { NOT_BUILT, NOT_BUILT_LINE } from '#support/small-desk.ts';

const report = (verdict: AuditReport['verdict']): AuditReport => ({
  verdict,
  findings: [
    { file: 'stories/bread01/index.html', rule: 'withheld-words', label: 'bread01 title' },
  ],
  counts: { files: 1, bytes: 1 } as AuditReport['counts'],
  controls: { planted: 2, found: verdict === 'void' ? 1 : 2 } as AuditReport['controls'],
});

describe('a build that failed is told a line for each thing to mend', () => {
  test('a record that cannot be published, with file, field and rule', () => {
    expect(notBuiltWords(NOT_BUILT)).toEqual([NOT_BUILT_LINE]);
  });

  test('what the audit found, by file and field', () => {
    const [line, ...more] = notBuiltWords({ kind: 'not-fit', report: report('failed') });
    expect(line).toContain('stories/bread01/index.html: it holds words that may not be published');
    expect(line).toContain('bread01 title');
    expect(more).toEqual([]);
  });

  test('an audit that proves nothing is told as that, whatever else it found', () => {
    const lines = notBuiltWords({ kind: 'not-fit', report: report('void') });
    expect(lines).toEqual(['The audit missed a planted control, so it proves nothing.']);
  });

  test('what nobody foresaw, with what to do and without what went wrong inside', () => {
    const lines = notBuiltWords({ kind: 'broke-off' });
    expect(lines).toEqual([expect.stringContaining('The last site stands as it was.')]);
  });
});
