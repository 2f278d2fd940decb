/**
 * The languages that people around here write and speak most, as the form on a phone offers them, where
 * a longer list is in the way. Each is written in a script that the archive has letters of.
 */
export const OFTEN_TOLD_IN = [
  ...['en', 'ur', 'pa', 'pa-Arab', 'hi', 'gu', 'bn', 'ta', 'so', 'ar', 'fa', 'ne', 'pl'],
] as const;

/** What the desk offers for a story; the settings add to it, and a record may name any other. */
export const TOLD_IN = [
  ...OFTEN_TOLD_IN,
  ...['ps', 'si', 'ku', 'ti', 'am', 'ro', 'pt', 'es', 'fr', 'bfi'],
] as const;
