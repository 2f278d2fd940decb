/** Does one thing after the other. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** A promise chain: what is asked for later is done later. */
export function makeQueue(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
