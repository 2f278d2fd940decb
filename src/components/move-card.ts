/**
 * Moves a card of the board without loading the page anew: the card is focused where it stands now, and the
 * move is read out. The forms are whole without it.
 */
const board = document.querySelector<HTMLElement>('[data-board]');
board?.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  event.preventDefault();
  void move(board, event.target);
});

async function move(board: HTMLElement, form: HTMLFormElement): Promise<void> {
  const { card = '' } = form.dataset;
  const fields = new FormData(form) as unknown as Iterable<[string, string]>;
  const body = new URLSearchParams([...fields]);
  const answer = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
  const html = (await answer?.text().catch(() => undefined)) ?? '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  const now = page.querySelector('[data-board]');
  // Signed out, or no line: the browser says it, as it does without this.
  if (now === null) return form.submit();
  board.replaceChildren(...now.childNodes);
  const told = document.querySelector('[role=status]');
  told?.replaceChildren(...(page.querySelector('[role=status]')?.childNodes ?? []));
  (document.getElementById(card) ?? board).focus();
}
