import {
  BY_NAME,
  CC,
  CC0,
  creativeCommons,
  DEDICATED,
  type Licence,
  MARK,
  one,
  normalisedName,
  RIGHTS_STATEMENTS,
  VERSIONS,
} from './licences.ts';

/** A licence by its name or its web address alone; anything beside it makes it unknown. */
export function licenceBy(text: string): Licence | undefined {
  const written = text.trim();
  if (written.length > 300) return undefined;
  return /^(?:https?:\/\/|www\.)/i.test(written)
    ? byAddress(written)
    : byName(normalisedName(written));
}

const ELEMENTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:attribution|by)(?= |$)/, 'by'],
  [/^(?:non ?commercial|nc)(?= |$)/, 'nc'],
  [/^(?:no ?deriv(?:ative)?s?|nd)(?= |$)/, 'nd'],
  [/^(?:share ?alike|sa)(?= |$)/, 'sa'],
];

/** Countries named in SPDX ids. In a web address any country may stand. */
const NAMED_PORTS: ReadonlySet<string> = new Set('au at de fr igo jp nl uk us'.split(' '));

function byName(name: string): Licence | undefined {
  const versioned = name.replace(/(?<= )(?:v|version |v )(?=\d+\.\d+(?: |$))/, '');
  const listed = BY_NAME.get(versioned);
  if (listed !== undefined) return listed;
  const prefix = /^(?:cc|creative commons)(?: | ?(?=by(?: |$)))/.exec(versioned)?.[0] ?? '';
  let rest = versioned.slice(prefix.length).replace(/ (?:public )?licen[cs]e(?= |$)/, '');
  const kind: string[] = [];
  for (;;) {
    const found = ELEMENTS.map(([form, short]) => [form.exec(rest)?.[0], short] as const).find(
      ([match]) => match !== undefined,
    );
    if (found?.[0] === undefined) break;
    kind.push(found[1]);
    rest = rest.slice(found[0].length).trimStart();
  }
  const [version, place, ...beyond] = rest === '' ? [] : rest.split(' ');
  if (beyond.length > 0 || (prefix === '' && version === undefined)) return undefined;
  if (place === undefined || place === VERSIONS[version ?? '']?.called)
    return creativeCommons(kind.join('-'), version);
  return NAMED_PORTS.has(place) ? creativeCommons(kind.join('-'), version, place) : undefined;
}

/** What may stand after the address of a licence: the same licence in other words or forms. */
const SAME_PAGE = /\/(?:deed|legalcode|rdf)?(?:\.[a-z]{2,3}(?:[-_][a-z]{2,4})?|\.txt)?$/i;

function byAddress(written: string): Licence | undefined {
  const address = URL.parse(written.replace(/^www\./i, 'https://www.'));
  if (address === null || address.username !== '' || address.port !== '') return undefined;
  const path = `${address.pathname.replace(SAME_PAGE, '')}/`.replace(/\/{2,}$/, '/');
  const host = address.hostname.replace(/^www\./, '');
  switch (host) {
    case 'creativecommons.org':
      return creativeCommonsPage(path.toLowerCase());
    case 'rightsstatements.org':
      return rightsStatement(path);
    case 'nationalarchives.gov.uk':
      return [...BY_NAME.values()].find(({ url }) => url?.endsWith(`${host}${path}`));
    default:
      return undefined;
  }
}

function creativeCommonsPage(path: string): Licence | undefined {
  const mark = [CC0, MARK, DEDICATED].find(({ url }) => url === `${CC}${path}`);
  if (mark !== undefined) return mark;
  const parts = /^\/licenses\/([a-z-]+)\/(\d\.\d)\/(?:([a-z]{2}|igo|scotland)\/)?$/.exec(path);
  return parts === null ? undefined : creativeCommons(parts[1] ?? '', parts[2], parts[3]);
}

function rightsStatement(path: string): Licence | undefined {
  const id = /^\/(?:vocab|page|data)\/([A-Za-z-]+)\/1\.0\/$/.exec(path)?.[1];
  return id !== undefined && RIGHTS_STATEMENTS.has(id) ? one(id, 'not-open') : undefined;
}
