import type { ConsentRecord, Contribution, Part } from '#consent/grant.ts';

/** The day every example is decided on, unless it says another. */
export const TODAY = '2026-11-22';

/** A record that says yes to everything asked for, in full, until 2031. */
export function yes(change: Partial<ConsentRecord> = {}): ConsentRecord {
  return {
    person: 'p1',
    interest: 'contributor',
    state: 'given',
    given_on: '2026-06-01',
    expires_on: '2031-06-01',
    information_sheet: 'v1',
    language: 'pa',
    method: 'audio',
    age_band: 'adult',
    grants: { web: ['words', 'photo', 'voice'] },
    approved: { words: 'W', f1: 'F', v1: 'V', t1: 'T', 'f1-safe': 'FS', 'v1-safe': 'VS' },
    ...change,
  };
}

export const WORDS: Part = part('words', 'words', 'words', 'W');
export const PHOTO: Part = { ...part('f1', 'image', 'photo', 'F'), described: true };
export const VOICE: Part = part('v1', 'voice', 'voice', 'V');
export const TRANSCRIPT: Part = part('v1-transcript', 'transcript', 'words', 'V');
export const TRANSLATION: Part = part('t1', 'translation', 'words', 'T');

function part(id: string, role: Part['role'], kind: Part['kind'], digest: string): Part {
  return { id, role, kind, digest, people: [], stands_alone: false, needs_safe: false };
}

/** A contribution that may be published whole: words, a photograph and a voice. */
export function cleared(change: Partial<Contribution> = {}): Contribution {
  return {
    hold: false,
    review: { outcome: 'cleared', on: '2026-06-14' },
    embargo_until: '2026-06-15',
    credit: { as: 'chosen-name', name: 'a chosen name' },
    consents: [yes()],
    parts: [WORDS, PHOTO, VOICE],
    ...change,
  };
}
