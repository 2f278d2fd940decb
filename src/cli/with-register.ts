import { RegisterRefused } from '#register/refused.ts';
import { Register } from '#register/register.ts';
import type { Outcome } from './printer.ts';
import { stateOf } from '#state/state.ts';
import { registerRefusedWords } from './words/register.ts';

/**
 * Does something with the register of a content folder and closes it. What the register refuses
 * becomes a line and exit 1.
 */
export async function withRegister(
  content: string,
  work: (register: Register) => Outcome | Promise<Outcome>,
  file = stateOf(content).register,
): Promise<Outcome> {
  const register = Register.open(file, Date.now);
  try {
    return await work(register);
  } catch (error) {
    if (error instanceof Unnamed) return refusedWith(error.message);
    if (error instanceof RegisterRefused) return refusedWith(registerRefusedWords(error.why));
    throw error;
  } finally {
    register.close();
  }
}

export function refusedWith(line: string): Outcome {
  return { exit: 1, lines: [line], data: { ok: false, problem: line } };
}

export function noContent(folder: string): string {
  return `There is no content folder ${folder}. Name the right one with --content. Nothing was changed.`;
}

/** What was typed names no person that a record could name. */
class Unnamed extends Error {}

/** A person as a contribution names them, from the command line. */
export function personIn(contribution: string, person: string) {
  const fits =
    /^[a-z0-9]{6,26}$/.test(contribution) && /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(person);
  if (!fits)
    throw new Unnamed(
      'Name a contribution by its id and a person as its record does, such as p1. Nothing was changed.',
    );
  return { contribution, person };
}
