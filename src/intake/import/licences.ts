import { USES, type Use } from '#consent/uses.ts';

/** What a licence asks of whoever uses the work: the columns of the table below. */
export type Terms =
  /** Nothing is asked: given to everybody, or out of copyright everywhere. */
  | 'free'
  /** The makers must be named. */
  | 'credit'
  /** The makers must be named, and what is made of it stays under the same licence. */
  | 'share-alike'
  /** Known, and not open: it keeps trade or changes back, or asks for the owner's yes. */
  | 'not-open';

/**
 * Which terms allow which use. What is not in a row is not allowed. `ai`: a model cannot name whom
 * it learned from, so only where nothing is asked. `evidence`: no licence says that its makers stand
 * behind a demand, and most forbid to let it look so.
 */
const ALLOWED_BY: Record<Use | 'evidence', readonly Terms[]> = {
  web: ['free', 'credit', 'share-alike'],
  search: ['free', 'credit', 'share-alike'],
  exhibition: ['free', 'credit', 'share-alike'],
  evidence: [],
  print: ['free', 'credit', 'share-alike'],
  social: ['free', 'credit', 'share-alike'],
  press: ['free', 'credit', 'share-alike'],
  teaching: ['free', 'credit', 'share-alike'],
  research: ['free', 'credit', 'share-alike'],
  deposit: ['free', 'credit', 'share-alike'],
  ai: ['free'],
  'open-licence': ['free', 'credit', 'share-alike'],
};

/** A licence that was known by its name or address. */
export interface Licence {
  /** SPDX id, or `CC-BY` and the like where no version was named. */
  readonly id: string;
  /** Its family: `CC-BY` in any version. A name with a version and one without say the same. */
  readonly family: string;
  readonly terms: Terms;
  readonly url?: string | undefined;
}

/** The uses among those asked that a licence does not allow. */
export function usesNotAllowed(licence: Licence, asked: readonly Use[]): readonly Use[] {
  return asked.filter((use) => !USES.includes(use) || !ALLOWED_BY[use].includes(licence.terms));
}

const CREATIVE_COMMONS: Readonly<Record<string, Terms>> = {
  by: 'credit',
  'by-sa': 'share-alike',
  'by-nc': 'not-open',
  'by-nd': 'not-open',
  'by-nc-sa': 'not-open',
  'by-nc-nd': 'not-open',
  'by-nd-nc': 'not-open',
  nc: 'not-open',
  nd: 'not-open',
  sa: 'share-alike',
  'nc-sa': 'not-open',
  'nd-nc': 'not-open',
};

/** Versions that were published, each with whether it was carried into the law of other countries. */
export const VERSIONS: Readonly<
  Record<string, { readonly ported: boolean; readonly called: string }>
> = {
  '1.0': { ported: true, called: 'generic' },
  '2.0': { ported: true, called: 'generic' },
  '2.1': { ported: true, called: 'generic' },
  '2.5': { ported: true, called: 'generic' },
  '3.0': { ported: true, called: 'unported' },
  '4.0': { ported: false, called: 'international' },
};

export const CC = 'https://creativecommons.org';

/** A Creative Commons licence by its elements; none for what was never published. */
export function creativeCommons(
  kind: string,
  version?: string,
  port?: string,
): Licence | undefined {
  const terms = Object.hasOwn(CREATIVE_COMMONS, kind) ? CREATIVE_COMMONS[kind] : undefined;
  const known = version === undefined || Object.hasOwn(VERSIONS, version);
  if (terms === undefined || !known) return undefined;
  if (port !== undefined && !(version !== undefined && VERSIONS[version]?.ported)) return undefined;
  const family = `CC-${kind.toUpperCase()}`;
  return {
    id: [family, version, port?.toUpperCase()].filter((each) => each !== undefined).join('-'),
    family,
    terms,
    ...(version && { url: `${CC}/licenses/${kind}/${version}/${port ? `${port}/` : ''}` }),
  };
}

export const one = (id: string, terms: Terms, url?: string): Licence => ({
  id,
  family: id,
  terms,
  url,
});

export const CC0 = one('CC0-1.0', 'free', `${CC}/publicdomain/zero/1.0/`);
export const MARK = one('PDM-1.0', 'free', `${CC}/publicdomain/mark/1.0/`);
export const DEDICATED = one('CC-PDDC', 'free', `${CC}/licenses/publicdomain/`);
const OGL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version';

/** Every other licence, by each way in which it is usually written (as `plain` writes it). */
export const BY_NAME: ReadonlyMap<string, Licence> = new Map(
  (
    [
      [CC0, 'cc0', 'cc0 1.0', 'cc0 1.0 universal', 'cc zero', 'cc zero 1.0', 'cc 0', 'cc 0 1.0'],
      [CC0, 'creative commons zero', 'creative commons zero 1.0', 'creative commons cc0'],
      [CC0, 'creative commons zero 1.0 universal', 'creative commons cc0 1.0 universal'],
      [
        CC0,
        'cc0 1.0 universal public domain dedication',
        'cc0 public domain dedication',
        'public domain dedication',
      ],
      [
        CC0,
        'creative commons cc0 1.0',
        'creative commons cc0 1.0 universal public domain dedication',
      ],
      [
        MARK,
        'public domain mark',
        'public domain mark 1.0',
        'pdm',
        'pdm 1.0',
        'cc pdm',
        'cc pdm 1.0',
      ],
      [MARK, 'creative commons public domain mark', 'creative commons public domain mark 1.0'],
      [MARK, 'public domain', 'in the public domain', 'public domain work'],
      [DEDICATED, 'cc pddc', 'creative commons public domain dedication and certification'],
      [
        one('OGL-UK-3.0', 'credit', `${OGL}/3/`),
        'ogl uk 3.0',
        'open government licence 3.0',
        'ogl 3.0',
      ],
      [
        one('OGL-UK-2.0', 'credit', `${OGL}/2/`),
        'ogl uk 2.0',
        'open government licence 2.0',
        'ogl 2.0',
      ],
      [
        one('OGL-UK-1.0', 'credit', `${OGL}/1/`),
        'ogl uk 1.0',
        'open government licence 1.0',
        'ogl 1.0',
      ],
      [one('ODC-By-1.0', 'credit'), 'odc by 1.0', 'odc by'],
      [one('PDDL-1.0', 'free'), 'pddl 1.0', 'odc pddl 1.0', 'odc pddl'],
      [one('LAL-1.3', 'share-alike'), 'lal 1.3', 'free art license 1.3', 'free art licence 1.3'],
      [one('MIT', 'credit'), 'mit', 'mit license', 'mit licence'],
      [one('MIT-0', 'free'), 'mit 0'],
      [one('ISC', 'credit'), 'isc', 'isc license', 'isc licence'],
      [one('0BSD', 'free'), '0bsd'],
      [one('Unlicense', 'free'), 'unlicense', 'the unlicense'],
      [one('Apache-2.0', 'credit'), 'apache 2.0', 'apache license 2.0', 'apache licence 2.0'],
      [one('BSD-2-Clause', 'credit'), 'bsd 2 clause', 'bsd 2 clause license'],
      [one('BSD-3-Clause', 'credit'), 'bsd 3 clause', 'bsd 3 clause license'],
      [
        one('in copyright', 'not-open'),
        'in copyright',
        'inc',
        'copyrighted',
        'all rights reserved',
      ],
      [one('InC-EDU', 'not-open'), 'inc edu', 'in copyright educational use permitted'],
      [one('InC-NC', 'not-open'), 'inc nc', 'in copyright non commercial use permitted'],
    ] as const
  ).flatMap(([licence, ...names]) =>
    [normalisedName(licence.id), ...names].map((name): [string, Licence] => [name, licence]),
  ),
);

/**
 * rightsstatements.org says what is known of a work. None of the twelve is a licence: even "no
 * copyright – United States" and "no known copyright" leave open whose yes is needed here.
 */
export const RIGHTS_STATEMENTS: ReadonlySet<string> = new Set(
  'InC InC-OW-EU InC-EDU InC-NC InC-RUU NoC-CR NoC-NC NoC-OKLR NoC-US CNE UND NKC'.split(' '),
);

/** Small letters; spaces, hyphens and underscores are one space. Nothing else is passed over. */
export function normalisedName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_\u2010-\u2013-]+/g, ' ')
    .trim();
}
