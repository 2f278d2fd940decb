import { check as checkContent, type CheckInput } from '#build/check.ts';
import { type Outcome, progress } from './printer.ts';
import { checkWords } from './words/check.ts';

/** Reads everything and tells every problem with file, field and rule. Changes nothing. */
export async function check(input: Omit<CheckInput, 'onProgress'>): Promise<Outcome> {
  return checkWords(await checkContent({ ...input, onProgress: progress('pictures looked at') }));
}
