import type { CueSelf } from './cue-state.ts';

/** How far one goes back to hear something again, in seconds. */
const BACK = 5;
const SLOW = 0.75;

/** The player of the tool; nothing before it is drawn. */
export function playerOf({ props }: CueSelf): HTMLAudioElement | null {
  return document.getElementById(`${props.id}-player`) as HTMLAudioElement | null;
}

/** Where the player is, in whole milliseconds. */
export function playerTime(self: CueSelf): number {
  return Math.round((playerOf(self)?.currentTime ?? 0) * 1000);
}

/** Plays from a time to another, both in milliseconds. */
export function playPart(self: CueSelf, from: number, until: number): void {
  const player = playerOf(self);
  if (player === null) return;
  player.currentTime = from / 1000;
  self.until = until / 1000;
  void player.play().catch(() => undefined);
}

function playOrStop(self: CueSelf): void {
  const player = playerOf(self);
  self.until = undefined;
  if (player?.paused === true) void player.play().catch(() => undefined);
  else player?.pause();
}

function goBack(self: CueSelf): void {
  const player = playerOf(self);
  if (player !== null) player.currentTime = Math.max(0, player.currentTime - BACK);
}

interface Key {
  readonly key: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly preventDefault: () => void;
}

/** Keys that no field uses for itself, so that the hands stay where the words are typed. */
export function onPlayerKey(self: CueSelf, event: Key): void {
  if (event.key !== 'Enter' || !event.altKey) return;
  event.preventDefault();
  if (event.shiftKey) goBack(self);
  else playOrStop(self);
}

/** The sound, its buttons, and what keys do; it stays in sight above the lines. */
export function cuePlayer(self: CueSelf): unknown {
  const { h } = window;
  const { props, state } = self;
  const { said } = props.told;
  const set = (isPlaying: boolean) => () => self.setState({ isPlaying });
  const button = (label: string, onClick: () => void, pressed?: boolean): unknown =>
    h(
      'button',
      {
        ...{ type: 'button', className: 'desk-button desk-quiet', onClick },
        'aria-pressed': pressed,
      },
      label,
    );
  const slower = (): void => {
    const isSlow = state.isSlow !== true;
    const player = playerOf(self);
    if (player !== null) player.playbackRate = isSlow ? SLOW : 1;
    self.setState({ isSlow });
  };
  return h(
    'div',
    { className: 'desk-player' },
    h('audio', {
      ...{ id: `${props.id}-player`, controls: true, src: state.src },
      onPlay: set(true),
      onPause: set(false),
      onLoadedMetadata: ({ target }: { target: HTMLAudioElement }) =>
        self.setState({
          length: Number.isFinite(target.duration) ? target.duration * 1000 : undefined,
        }),
      onTimeUpdate: ({ target }: { target: HTMLAudioElement }) => {
        if (self.until === undefined || target.currentTime < self.until) return;
        self.until = undefined;
        target.pause();
      },
    }),
    h(
      'p',
      { className: 'desk-moves' },
      button(state.isPlaying === true ? said.stop : said.play, () => playOrStop(self)),
      button(said.back, () => goBack(self)),
      button(said.slower, slower, state.isSlow === true),
    ),
  );
}
