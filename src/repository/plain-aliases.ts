import { type Document, type Node, visit } from 'yaml';

/**
 * Makes of each alias (`*r`) a copy of its own of what it stands for (`&r …`), because a change within
 * one would otherwise be a change within all, or none at all. A record without aliases stays as it is.
 * Throws for an alias that stands for nothing, for what it lies in, or for more than can be held.
 */
export function plainAliases(record: Document): void {
  let some = false;
  visit(record, {
    Alias() {
      some = true;
      return visit.BREAK;
    },
  });
  if (!some) return;
  // Refuses aliases of aliases that together would fill the memory.
  record.toJS();
  // From the top down: what an alias stands for comes before it, so that is plain already.
  visit(record, {
    Alias(_key, alias, within) {
      const named: Node | undefined = alias.resolve(record);
      if (named === undefined || within.includes(named))
        throw new Error('not an alias of anything');
      const copy = named.clone() as typeof named;
      withoutNames(copy);
      copy.comment = alias.comment ?? null;
      copy.commentBefore = alias.commentBefore ?? null;
      copy.spaceBefore = alias.spaceBefore ?? false;
      return copy;
    },
  });
  withoutNames(record);
}

/** Nobody refers to them any more, and the next alias must not find a copy in place of what it stands for. */
function withoutNames(within: Document | Node): void {
  visit(within, {
    Value(_key, node) {
      delete node.anchor;
    },
  });
}
