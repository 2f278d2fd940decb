import { refusedCharacter } from '#records/text-rules.ts';

/** What the register will not do, in words for the person who asked. It holds nothing of the register. */
export class RegisterRefused extends Error {}

/** Refuses a record of which some text holds a character that no text may hold, and names the field. */
export function refuseCharacters(record: object, within = ''): void {
  for (const [key, value] of Object.entries(record)) {
    const field = `${within}${key}`;
    if (typeof value === 'object' && value !== null) refuseCharacters(value, `${field}.`);
    const found = typeof value === 'string' ? refusedCharacter(value) : undefined;
    if (found !== undefined)
      throw new RegisterRefused(
        `The field ${field} holds a character that nobody can see and that no text may hold (${found.code}). Type it again. Nothing was written.`,
      );
  }
}
