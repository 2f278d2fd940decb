import type { NamedOption } from '#cms/fields.ts';

/** One that was found; `by` is the name it was found by, where its label does not say it. */
export interface FoundName {
  readonly option: NamedOption;
  readonly by?: { readonly text: string; readonly lang?: string } | undefined;
}

/**
 * Those with every typed word in one of their names, whichever language it is in, those whose name begins
 * with it first; all of them where nothing is typed.
 */
export function seekNames(options: readonly NamedOption[], typed: string): readonly FoundName[] {
  const wanted = folded(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return options.map((option) => ({ option }));
  const fits = (text: string): boolean => wanted.every((word) => folded(text).includes(word));
  const begins = ({ option, by }: FoundName): boolean =>
    folded(by?.text ?? option.label).startsWith(wanted[0] ?? '');
  const found = options.flatMap((option): readonly FoundName[] => {
    if (fits(option.label) || fits(option.value)) return [{ option }];
    const name = Object.entries(option.names ?? {}).find(([, text]) => fits(text));
    if (name !== undefined) return [{ option, by: { text: name[1], lang: name[0] } }];
    const other = option.also?.find(fits);
    return other === undefined ? [] : [{ option, by: { text: other } }];
  });
  return [...found.filter(begins), ...found.filter((each) => !begins(each))];
}

/** Without capitals and accents over Latin letters; the Arabic and the Urdu form of a letter count as one. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .toLocaleLowerCase('en')
    .trim();
}
