import type { WhyNotDone } from './not-done.ts';

/** The status of HTTP with which the desk answers what it did not do. */
export const NOT_DONE_STATUS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-there': 404,
  conflict: 409,
  'too-large': 413,
  'not-taken': 415,
  'no-room': 507,
  'not-valid': 422,
} as const satisfies Readonly<Record<WhyNotDone, number>>;
