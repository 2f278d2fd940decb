/** Where runs of backticks of one length begin, and how far they were looked at. */
export interface CodeEnds {
  readonly runs: number[];
  next: number;
}

/** Where runs of backticks begin, by their length: the end of code is found without looking again. */
export function backtickRuns(text: string): ReadonlyMap<number, CodeEnds> {
  const found = new Map<number, CodeEnds>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const known = found.get(run.length);
    if (known === undefined) found.set(run.length, { runs: [index], next: 0 });
    else known.runs.push(index);
  }
  return found;
}

/** The next run that ends what begins at a place; asked with places that only grow. */
export function nextEnd(ends: CodeEnds | undefined, from: number): number | undefined {
  if (ends === undefined) return undefined;
  while ((ends.runs[ends.next] ?? from) < from) ends.next += 1;
  return ends.runs[ends.next];
}

/** How many backticks stand at a place. */
export function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}
