/**
 * The player and its written lines, moving together: the line that is heard is marked, a time that is
 * chosen is played from, and the page follows unless the reader has scrolled or asked for less motion
 * (docs/traps/sharp.md, "Sound"). Without this each time is a plain link into the recording.
 */
const audio = document.querySelector('audio');
const lines = [...document.querySelectorAll<HTMLElement>('.cue')].map((line) => {
  const link = line.querySelector('a');
  return { line, link, start: Number(link?.hash.slice('#t='.length)) };
});
const speeds = document.querySelector<HTMLElement>('.speeds');
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
let followed = true;
let marked: HTMLElement | undefined;

function mark(): void {
  const now = (audio?.currentTime ?? 0) + 0.05;
  const line = lines.findLast(({ start }) => start <= now)?.line;
  if (line === marked) return;
  marked?.removeAttribute('aria-current');
  line?.setAttribute('aria-current', 'true');
  marked = line;
  if (line && followed && !calm.matches && !audio?.paused)
    line.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

for (const { link, start } of lines)
  link?.addEventListener('click', (event) => {
    if (!audio) return;
    event.preventDefault();
    followed = true;
    audio.currentTime = start;
    // A browser may refuse to play; then the reader presses play, and it starts from here.
    audio.play().catch(mark);
  });

for (const moved of ['wheel', 'touchmove', 'keydown'])
  document.addEventListener(
    moved,
    (event) => {
      const key = event instanceof KeyboardEvent ? event.key : 'Page';
      if (/^(Arrow|Page|Home|End|Tab)/.test(key)) followed = false;
    },
    { passive: true },
  );

for (const happened of ['timeupdate', 'seeking']) audio?.addEventListener(happened, mark);

if (audio && speeds) {
  speeds.hidden = false;
  speeds.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    audio.playbackRate = Number(target.value);
    for (const button of speeds.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button === target));
  });
}

const back = document.querySelector<HTMLButtonElement>('.back');
if (audio && back) {
  back.hidden = false;
  back.addEventListener('click', () => {
    audio.currentTime = Math.max(0, audio.currentTime - 10);
  });
}

export {};
