import type { Interface } from '#i18n/words.ts';
import type { Visitor } from '#server/sign-in.ts';
import type { Client } from '#server/site/client-address.ts';

/** What a route knows beside the request: who asks on the network; and at the desk, who is signed in, and in which language. */
export interface Env {
  Bindings: { asker: Client };
  Variables: { visitor: Visitor; shown: Interface };
}

/** An address as it is typed, with a slash at its end or without. */
export function eitherWay<Path extends string>(path: Path): [Path, `${Path}/`] {
  return [path, `${path}/`];
}
