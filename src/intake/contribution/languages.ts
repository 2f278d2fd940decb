/** What people around here write and speak; a facilitator can set any other. */
export const LANGUAGES_OF_WORDS = [
  ...['en', 'ur', 'pa', 'pa-Arab', 'hi', 'gu', 'bn', 'ta', 'so', 'ar', 'fa', 'ne', 'pl'],
] as const;
