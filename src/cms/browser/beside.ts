import type { ControlProps } from './globals.ts';

/**
 * What stands in the fields that others ask for. Decap gives each field its own value alone, and of a list
 * not even which item it is in: what all fields of one group share is the ids of the groups around them.
 */
const standing = new Map<string, string>();

type Placed = Pick<ControlProps, 'field' | 'parentIds'>;

/** Says what stands in a field now; undefined once it is gone from the page. */
export function tellBeside(props: Placed, value: unknown): void {
  const key = place(props.parentIds, String(props.field.get('name')));
  if (typeof value === 'string' && value !== '') standing.set(key, value);
  else standing.delete(key);
}

/** What stands in the field of a name: beside this one, or `up` groups above it. */
export function fieldBeside({ parentIds }: Placed, name: string, up = 0): string | undefined {
  return standing.get(place(parentIds?.slice(0, parentIds.length - up), name));
}

function place(parents: readonly string[] | undefined, name: string): string {
  return [...(parents ?? []), name].join('\n');
}
