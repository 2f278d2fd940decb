import type { z } from 'astro/zod';

/** A schema as far as this walk looks at it. */
interface Inner {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly options?: readonly unknown[];
  readonly def: { readonly innerType?: z.ZodType; readonly in?: z.ZodType };
}

/**
 * The values a closed list in a schema allows, found by its path (`credit.as`, `photos.kind`), so
 * that a list in the editor can never say something else than `records/`. Throws when there is none:
 * a renamed field should stop the desk at start, not empty a list.
 */
export function optionsAt(schema: z.ZodType, path: string): readonly string[] {
  const end = path.split('.').reduce((at, key) => childOf(at, key, path), schema);
  const { options } = unwrapped(end);
  if (!options?.every((option) => typeof option === 'string')) throw notThere(path);
  return options as readonly string[];
}

/** The keys of the record at a path, in the order of the schema (`''` is the record itself). */
export function keysOfSchema(schema: z.ZodType, path = ''): readonly string[] {
  const end =
    path === '' ? schema : path.split('.').reduce((at, key) => childOf(at, key, path), schema);
  return Object.keys(unwrapped(end).shape ?? {});
}

function childOf(schema: z.ZodType, key: string, path: string): z.ZodType {
  const child = unwrapped(schema).shape?.[key];
  if (child === undefined) throw notThere(path);
  return child;
}

/** Takes off `optional`, `default` and the list around it. */
function unwrapped(schema: z.ZodType): Inner {
  const inner = schema as unknown as Inner;
  const next = inner.def.innerType ?? inner.element;
  return next === undefined ? inner : unwrapped(next);
}

function notThere(path: string): Error {
  return new Error(`The record format has no closed list at "${path}". Correct src/cms.`);
}
