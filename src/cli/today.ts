/** The day that commands decide for when none is named. */
export { londonDay } from '#schedule/london.ts';
