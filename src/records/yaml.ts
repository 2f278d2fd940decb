import { Lexer } from 'yaml';
import { RECORD_LIMITS } from './limits.ts';

/** Signs that are read for one key with its value: indent, name, colon, space, value, line. */
const SIGNS_A_VALUE = 10;

/**
 * Whether a record written as YAML or JSON is small enough to be read at all. Looked at sign by
 * sign, in time that grows with its length: the reader itself takes minutes for 200,000 keys.
 */
export function isReadableYaml(text: string): boolean {
  if (text.length > RECORD_LIMITS.letters) return false;
  let left = RECORD_LIMITS.values * SIGNS_A_VALUE;
  for (const _sign of new Lexer().lex(text)) {
    left -= 1;
    if (left < 0) return false;
  }
  return true;
}
