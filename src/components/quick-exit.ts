/**
 * Blanks the page at once and leaves it, on the button or on Shift three times within five seconds
 * (docs/consent.md §7). `replace` takes this page out of the way back, but not out of the history.
 */
const link = document.querySelector<HTMLAnchorElement>('#quick-exit');
const presses: number[] = [];

function leave(): void {
  if (!link) return;
  document.documentElement.classList.add('leaving');
  document.title = '';
  window.location.replace(link.href);
}

link?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

document.addEventListener('keyup', (event) => {
  if (event.key !== 'Shift') {
    presses.length = 0;
    return;
  }
  presses.push(event.timeStamp);
  const third = presses.at(-3);
  if (third !== undefined && event.timeStamp - third < 5000) leave();
});

// A page kept by the browser for the way back would still be blank.
window.addEventListener('pageshow', () => document.documentElement.classList.remove('leaving'));

export {};
