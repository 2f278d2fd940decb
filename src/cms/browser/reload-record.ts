/** Nothing of Decap's lies there, so that it puts away what it shows. */
const NOWHERE = '#/again';

/**
 * Reads the record on the screen anew, as opening it does: Decap keeps what it read, and does not
 * look again by itself. The page stays, so that nothing of the editor is fetched a second time.
 */
export function reloadRecord(): void {
  const here = window.location.hash;
  window.location.replace(NOWHERE);
  window.setTimeout(() => window.location.replace(here));
}

const CHANGED = 'desk-changed';

/** Says that a record was saved, shown or taken down: what tells of it looks again. */
export function announceChange(): void {
  window.dispatchEvent(new Event(CHANGED));
}

export function onChanged(look: () => void): () => void {
  window.addEventListener(CHANGED, look);
  return () => window.removeEventListener(CHANGED, look);
}
