/** What a web server must say of pieces that came down, beside the files it serves. */
export interface HostRulesInput {
  /** By id: `notice` answers 410, `no-trace` what an address that never was answers, 404. */
  readonly pieces: ReadonlyMap<string, 'notice' | 'no-trace'>;
  /** Files of the search index by contribution, below the built folder. */
  readonly fragments?: Readonly<Record<string, readonly string[]>> | undefined;
}

export interface HostFile {
  readonly name: string;
  readonly text: string;
}

const HEAD = [
  'Written by the archive each time something is hidden, shown or built. Changes by hand are lost.',
  'It lists what is no longer here: keep it out of the folder that is served.',
];

/**
 * The same rules for three kinds of host (docs/consent.md, A25): an include for nginx, one for Caddy, and
 * lines for hosts that read `_redirects`. Pure; an id that is none is left out rather than written.
 */
export function hostRules(input: HostRulesInput): readonly HostFile[] {
  const rules = [...input.pieces]
    .filter(([id]) => /^[a-z0-9]{1,26}$/.test(id))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([id, trace]) => ({
      id,
      status: trace === 'notice' ? 410 : 404,
      files: (input.fragments?.[id] ?? []).filter((file) => /^[\w./-]+$/.test(file)),
    }));
  return [
    { name: 'hidden.nginx.conf', text: commented(rules.flatMap(nginxOf)) },
    { name: 'hidden.caddy', text: commented(rules.flatMap(caddyOf)) },
    { name: 'hidden.redirects', text: commented(rules.flatMap(redirectsOf)) },
  ];
}

interface Rule {
  readonly id: string;
  readonly status: number;
  readonly files: readonly string[];
}

const OWN = (id: string): string => `^(?:(?:/[A-Za-z-]+)?/stories|/media)/${id}(?:/|\\.|$)`;

/** nginx takes the first regular expression that fits, so these stand before any other. */
function nginxOf({ id, status, files }: Rule): readonly string[] {
  return [
    `location ~ "${OWN(id)}" { return ${status}; }`,
    ...files.map((file) => `location = /${file} { return ${status}; }`),
  ];
}

function caddyOf({ id, status, files }: Rule): readonly string[] {
  const others = files.map((file) => `\tpath /${file}`);
  return [
    `@down_${id} path_regexp \`${OWN(id)}\``,
    `error @down_${id} ${status}`,
    ...(others.length === 0
      ? []
      : [`@found_${id} {`, ...others, '}', `error @found_${id} ${status}`]),
  ];
}

/** `!` answers even though a file is there. Languages are said one by one: `*` stands only at an end. */
function redirectsOf({ id, status, files }: Rule): readonly string[] {
  const page = status === 410 ? '/gone/' : '/404.html';
  return [
    `/stories/${id}/* ${page} ${status}!`,
    `/:language/stories/${id}/* ${page} ${status}!`,
    `/media/${id}/* ${page} ${status}!`,
    ...files.map((file) => `/${file} ${page} ${status}!`),
  ];
}

function commented(lines: readonly string[]): string {
  return [...HEAD.map((line) => `# ${line}`), ...lines, ''].join('\n');
}
