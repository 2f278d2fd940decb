/** The drawing is 3 wide for each bar, so that bar and gap share it. */
export const WAVE_STEP = 3;

/** How tall the loudest bar is drawn: the released figures go from 1 to 20, up and down of a middle line. */
export const WAVE_HEIGHT = 40;

/** One path for all bars, each a line up and down of the middle: about 800 bytes for 96. */
export function waveformPath(peaks: readonly number[]): string {
  return peaks
    .map((peak, bar) => `M${bar * WAVE_STEP + 1} ${WAVE_HEIGHT / 2 - peak}v${peak * 2}`)
    .join('');
}
