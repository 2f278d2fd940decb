import { describe, expect, test } from 'vitest';
import { decide } from '#consent/decide.ts';
import type { PartDecision } from '#consent/decision.ts';
import { USES } from '#consent/uses.ts';
import type { Part } from '#consent/grant.ts';
import { refusalWords } from '#consent/reasons.ts';
import {
  cleared,
  PHOTO,
  TODAY,
  TRANSCRIPT,
  VOICE,
  WORDS,
  yes,
} from '#support/contribution-facts.ts';

const SAFE = { digest: 'FS', covers: ['p2'], checked_on: '2026-06-14' };
const VOICE_SAFE = { ...SAFE, digest: 'VS' };

/** The answers for the site, part by part. */
function onSite(parts: readonly Part[]): ReadonlyMap<string, PartDecision> {
  return decide(cleared({ parts: [WORDS, ...parts] }), { use: 'web', day: TODAY }).parts;
}
const answer = (part: Part): PartDecision | undefined => onSite([part]).get(part.id);
const released = (copy: 'as-approved' | 'safe') => ({ verdict: 'release', copy });
const withheld = (...reasons: string[]) => ({
  verdict: 'withhold',
  refusals: reasons.map((reason) => expect.objectContaining({ reason })),
});

describe('a picture that nobody described', () => {
  test('is withheld, and its words are not', () => {
    const { described: _, ...bare } = PHOTO;
    for (const photo of [
      bare,
      { ...PHOTO, described: false },
      { ...PHOTO, described: undefined },
    ]) {
      const parts = onSite([photo]);
      expect(parts.get('f1')).toEqual({
        verdict: 'withhold',
        refusals: [{ reason: 'no-description' }],
      });
      expect(parts.get('words')).toEqual(released('as-approved'));
    }
    expect(answer(PHOTO)).toEqual(released('as-approved'));
  });

  test('is withheld from every use, and an artwork like a photograph', () => {
    const kinds = ['words', 'artwork', 'photo'] as const;
    const consents = [yes({ grants: Object.fromEntries(USES.map((use) => [use, kinds])) })];
    const artwork = { ...PHOTO, kind: 'artwork' as const, described: false };
    for (const use of USES) {
      const facts = cleared({ consents, parts: [WORDS, artwork] });
      const { parts } = decide(facts, { use, day: TODAY });
      expect(parts.get('f1')?.verdict ?? 'withhold').toBe('withhold');
    }
  });

  test('says so beside whatever else keeps it back', () => {
    expect(answer({ ...PHOTO, described: false, digest: 'F2' })).toEqual(
      withheld('no-description', 'not-the-version-approved'),
    );
    expect(answer({ ...PHOTO, described: false, people: ['p2'] })).toEqual(
      withheld('nobody-asked'),
    );
  });

  test('is no matter of words, voices or what is made from them', () => {
    const parts = onSite([VOICE, TRANSCRIPT]);
    expect([...parts.values()].map(({ verdict }) => verdict)).toEqual([
      'release',
      'release',
      'release',
    ]);
  });

  test('is told in plain words, with what to do', () => {
    expect(refusalWords({ reason: 'no-description' })).toBe(
      'There is no description yet, for people who cannot see it. Write what can be seen in it, or that it is only a decoration.',
    );
  });
});

describe('a safe copy of a picture', () => {
  const seen = (change: Partial<Part>): Part => ({ ...PHOTO, people: ['p2'], ...change });

  test('needs a description, whatever the picture has', () => {
    expect(answer(seen({ safe: { ...SAFE, described: true } }))).toEqual(released('safe'));
    expect(answer(seen({ described: false, safe: { ...SAFE, described: true } }))).toEqual(
      released('safe'),
    );
    for (const safe of [SAFE, { ...SAFE, described: false }])
      expect(answer(seen({ safe }))).toEqual(withheld('no-description'));
  });

  test('that is not described does not let the picture itself out', () => {
    expect(answer(seen({ needs_safe: true, people: [], safe: SAFE }))).toEqual(
      withheld('no-description'),
    );
  });
});

describe('a transcript beside the voice that is heard', () => {
  const heard = { ...VOICE, people: ['p2'], safe: VOICE_SAFE };

  test('is its own where the voice is the one approved', () => {
    const parts = onSite([VOICE, { ...TRANSCRIPT, safe: VOICE_SAFE }]);
    expect(parts.get('v1-transcript')).toEqual(released('as-approved'));
  });

  test('is never the full one where a safe copy is heard', () => {
    const parts = onSite([heard, TRANSCRIPT]);
    expect(parts.get('v1')).toEqual(released('safe'));
    expect(parts.get('v1-transcript')).toEqual(withheld('no-safe-copy'));
  });

  test('is that of the safe copy, where it has one', () => {
    const parts = onSite([heard, { ...TRANSCRIPT, safe: VOICE_SAFE }]);
    expect(parts.get('v1-transcript')).toEqual(released('safe'));
    const both = onSite([heard, { ...TRANSCRIPT, digest: '', safe: VOICE_SAFE }]);
    expect(both.get('v1-transcript')).toEqual(released('safe'));
  });

  test('is none where the voice as approved has none, though its safe copy would', () => {
    const parts = onSite([VOICE, { ...TRANSCRIPT, digest: '', safe: VOICE_SAFE }]);
    expect(parts.get('v1-transcript')).toEqual(withheld('nothing-to-show'));
  });

  test('is none where nobody is heard, or the words are closed', () => {
    const safe = { ...TRANSCRIPT, safe: VOICE_SAFE };
    expect(onSite([safe]).get('v1-transcript')).toEqual(withheld('depends-on-a-closed-part'));
    expect(onSite([{ ...VOICE, digest: 'V2' }, safe]).get('v1-transcript')).toEqual(
      withheld('depends-on-a-closed-part'),
    );
    const alone = { ...heard, stands_alone: true };
    const closed = cleared({ parts: [{ ...WORDS, digest: 'W2' }, alone, safe] });
    const { parts } = decide(closed, { use: 'web', day: TODAY });
    expect(parts.get('v1')).toEqual(released('safe'));
    expect(parts.get('v1-transcript')).toEqual(withheld('depends-on-a-closed-part'));
  });

  test('is none where somebody in the transcript itself said no, whichever copy is heard', () => {
    const closed = { ...TRANSCRIPT, people: ['p9'], safe: VOICE_SAFE };
    for (const voice of [VOICE, heard])
      expect(onSite([voice, closed]).get('v1-transcript')).toEqual(withheld('nobody-asked'));
  });

  test('says that it has no safe copy, whether the words are closed or not', () => {
    const parts = [{ ...WORDS, digest: 'W2' }, { ...heard, stands_alone: true }, TRANSCRIPT];
    const closed = decide(cleared({ parts }), { use: 'web', day: TODAY });
    expect(closed.parts.get('v1-transcript')).toEqual(withheld('no-safe-copy'));
  });

  test('is none of somebody who can be known from the words, whichever copy is heard', () => {
    const named = yes({ person: 'p3', interest: 'identifiable-in-words', state: 'refused' });
    const parts = [{ ...WORDS }, heard, { ...TRANSCRIPT, safe: VOICE_SAFE }];
    const facts = cleared({ parts, consents: [yes(), named] });
    const decision = decide(facts, { use: 'web', day: TODAY });
    expect(decision.parts.get('v1-transcript')?.verdict).toBe('withhold');
  });

  test('of two voices, one of them changed for safety, is that of the safe copy alone', () => {
    const two = [{ ...VOICE, id: 'v2', digest: 'V' }, heard, TRANSCRIPT];
    const facts = cleared({
      parts: [WORDS, ...two],
      consents: [yes({ approved: { words: 'W', v2: 'V', 'v1-safe': 'VS' } })],
    });
    const { parts } = decide(facts, { use: 'web', day: TODAY });
    expect(parts.get('v1-transcript')).toEqual(withheld('no-safe-copy'));
  });
});
