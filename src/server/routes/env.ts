import type { Visitor } from '#server/sign-in.ts';

/** What the desk's routes know of a request: who is signed in. */
export interface Env {
  Variables: { visitor: Visitor };
}
