/**
 * Where a listener stopped, kept on their own device and only after they pressed for it: a shared phone
 * must not tell what was heard on it. Pressed again, or at the end of the recording, nothing is left.
 */
const audio = document.querySelector('audio');
const line = document.querySelector<HTMLElement>('.keep-place');
const button = line?.querySelector('button');
const key = `heard ${location.pathname.replace(/^.*(?=\/stories\/)/, '')}`;

/** Nothing is kept where a browser keeps nothing, as in a private window: then it is not offered. */
function stored(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function offer(store: Storage, player: HTMLAudioElement, asked: HTMLButtonElement): void {
  const show = () => asked.setAttribute('aria-pressed', String(store.getItem(key) !== null));
  const keep = () => store.setItem(key, String(Math.floor(player.currentTime)));
  const place = Number(store.getItem(key));
  // Before the first play nothing of the recording is loaded, and a tap may cost money.
  if (place > 0)
    player.addEventListener('loadedmetadata', () => (player.currentTime = place), { once: true });
  asked.addEventListener('click', () => {
    if (store.getItem(key) === null) keep();
    else store.removeItem(key);
    show();
  });
  player.addEventListener('timeupdate', () => {
    if (store.getItem(key) !== null && player.currentTime > 0) keep();
  });
  player.addEventListener('ended', () => {
    store.removeItem(key);
    show();
  });
  show();
}

const store = stored();
if (store && audio && line && button) {
  line.hidden = false;
  offer(store, audio, button);
}

export {};
