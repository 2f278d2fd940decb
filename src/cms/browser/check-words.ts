import type { Check, PublisherState } from './api.ts';
import { words } from './words.ts';

/** It was taken down: neither is there more of it to take, nor anything to be put right. */
export function isGone({ outcome }: Check): boolean {
  return outcome === 'tombstone' || outcome === 'gone';
}

/** What the public has of it now, with the way there. */
export function publicNowBox({ live }: Check, site: PublisherState | undefined): unknown {
  const { h } = window;
  if (live?.published !== true) return null;
  const shown = live.parts?.filter(({ decision }) => decision !== 'withhold') ?? [];
  return h(
    'div',
    { className: 'desk-public' },
    live.address === undefined
      ? h('p', null, site?.state === 'working' ? words.onTheWay : words.noPage)
      : h(
          'p',
          null,
          h('a', { href: live.address, target: '_blank', rel: 'noopener' }, words.seePage),
        ),
    live.changed ? h('p', null, words.changedSince) : null,
    live.parts === undefined
      ? null
      : h(
          'p',
          null,
          `${words.publicNow} ${shown.map(({ part }) => partName(part)).join(', ') || words.publicNothing}`,
        ),
  );
}

export function whyNot(reasons: readonly string[]): unknown {
  const { h } = window;
  if (reasons.length === 0) return null;
  return h('ul', null, ...reasons.map((each) => h('li', { key: each }, each)));
}

export function partName(part: string): string {
  const { photo, voice, translation, more, whole } = words.part;
  const kinds: Readonly<Record<string, string>> = { f: photo, v: voice, t: translation, e: more };
  if (part === 'words') return words.part.words;
  if (part === '') return whole;
  const kind = kinds[part.charAt(0)];
  return kind === undefined ? part : `${kind} ${part}`;
}
