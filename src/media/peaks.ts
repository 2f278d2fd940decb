/** How many bars are drawn of a recording, and how tall the loudest is. */
export const BARS = 96;
export const LOUDEST = 20;

/** Loudness is first gathered in slices this long, so that memory does not grow with the samples. */
const SLICE_SECONDS = 0.05;

export interface PeakMeter {
  readonly add: (block: Float32Array) => void;
  /** `BARS` whole numbers from 1 to `LOUDEST`, first to last; silence is all 1. */
  readonly bars: () => readonly number[];
}

/**
 * Measures how loud a recording is along its length, for the small drawing beside the player
 * (docs/traps/sharp.md, "Sound"). It tells no more than where there is speech and where there is a pause; still it
 * is made from a voice, so it is let out with the voice and never without it.
 */
export function openPeakMeter(sampleRate: number): PeakMeter {
  const perSlice = Math.max(1, Math.round(sampleRate * SLICE_SECONDS));
  const slices: number[] = [];
  let [energy, held] = [0, 0];
  const close = () => {
    slices.push(energy / held);
    [energy, held] = [0, 0];
  };
  return {
    add: (block) => {
      for (const sample of block) {
        energy += sample * sample;
        held += 1;
        if (held === perSlice) close();
      }
    },
    bars: () => {
      if (held > 0) close();
      return scaled(loudnessOf(slices));
    },
  };
}

/** Loudness (root mean square) of each bar's share of the slices; a short recording repeats some. */
function loudnessOf(slices: readonly number[]): readonly number[] {
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * slices.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * slices.length) / BARS));
    const share = slices.slice(from, to);
    return Math.sqrt(share.reduce((sum, energy) => sum + energy, 0) / Math.max(1, share.length));
  });
}

/** Quiet recordings are drawn as tall as loud ones: what is shown is its shape. */
function scaled(loudness: readonly number[]): readonly number[] {
  const most = Math.max(...loudness);
  return loudness.map((value) =>
    most > 0 ? Math.max(1, Math.round((value / most) * LOUDEST)) : 1,
  );
}
