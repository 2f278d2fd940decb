import { Fault } from '#records/fault.ts';

/** Does whoever runs the archive want to see where something failed? On their own screen alone. */
export function isDebug(env: NodeJS.ProcessEnv): boolean {
  return env['ARCHIVE_DEBUG'] === '1';
}

/** What kind of fault it was; its words may hold content. */
export function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof Fault) return error.fault;
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string' && /^[A-Z_0-9]+$/.test(code)) return code;
  return /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
}

/** A place as V8 writes it: a name of the program's own and a file of code, never an evaluated text. */
const PLACE =
  /^ {4}at (?:async )?(?:(?:new )?[\w$.<>#]{1,120}(?: \[as [\w$.]{1,60}\])? )?\(?(?:file:\/\/|node:|\/|[A-Z]:\\)[^\n()]{1,500}:\d+:\d+\)?$/;
/** A fault may be the fault of another; one that names itself must not be followed for ever. */
const MOST_CAUSES = 5;

/**
 * Where in the program something failed, a line each, with the kinds of what caused it. Never what a
 * fault says: its words are cut off before the places are read, and only lines in the form of a place
 * are kept, because a message can hold what a record holds, and can look like a place itself.
 */
export function placesOf(error: unknown): readonly string[] {
  const lines: string[] = [];
  let fault: unknown = error;
  for (let at = 0; at < MOST_CAUSES && fault instanceof Error; at += 1, fault = fault.cause) {
    if (at > 0) lines.push(`  caused by ${kindOf(fault)}`);
    lines.push(...withoutWords(fault).filter((line) => PLACE.test(line)));
  }
  return lines;
}

/** The lines behind the words; none where the words are not found, since they were changed later. */
function withoutWords({ stack = '', message }: Error): readonly string[] {
  const end = stack.indexOf(message);
  if (end < 0) return [];
  return stack
    .slice(message === '' ? 0 : end + message.length)
    .split('\n')
    .slice(1);
}
