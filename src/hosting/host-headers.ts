import type { HeaderRule } from './headers.ts';
import type { HostFile } from './host-rules.ts';

const HEAD = '# Written by the archive with each build. Changes by hand are lost.';

/**
 * The header rules for web servers that do not read `_headers`: nginx, in two files because a map may
 * only stand outside of `server`, and Caddy. A later rule wins over an earlier one, as there. Pure.
 */
export function hostHeaders(rules: readonly HeaderRule[]): readonly HostFile[] {
  const safe = rules.filter(({ path }) => /^\/[\w./@~+-]*\*?$/.test(path));
  const names = [...new Set(safe.flatMap(({ headers }) => Object.keys(headers)))];
  return [
    { name: 'headers-map.nginx.conf', text: mapsOf(safe, names) },
    { name: 'headers.nginx.conf', text: addedBy(names) },
    { name: 'headers.caddy', text: caddyOf(safe) },
  ];
}

/** nginx tries the exact paths first, then the patterns in their order: so the later rule goes first. */
function mapsOf(rules: readonly HeaderRule[], names: readonly string[]): string {
  const maps = names.flatMap((name) => {
    const own = rules.filter(({ headers }) => headers[name] !== undefined);
    const lines = own.toReversed().map(({ path, headers }) => {
      const value = quoted(headers[name] ?? '');
      if (path === '/*') return `  default ${value};`;
      return path.endsWith('/*')
        ? `  "~^${path.slice(0, -1).replace(/[.+]/g, '\\$&')}" ${value};`
        : `  "${path}" ${value};`;
    });
    return [`map $uri ${variable(name)} {`, ...new Set(lines), '}'];
  });
  return [HEAD, 'map_hash_bucket_size 512;', 'map_hash_max_size 65536;', ...maps, ''].join('\n');
}

/** A header whose value is empty for an address is not sent. */
function addedBy(names: readonly string[]): string {
  const lines = names.map((name) => `add_header ${name} ${variable(name)} always;`);
  return [HEAD, ...lines, ''].join('\n');
}

/** In a route each line is done in its order, so that a later one wins. */
function caddyOf(rules: readonly HeaderRule[]): string {
  const groups = new Map<string, { paths: string[]; headers: HeaderRule['headers'] }>();
  for (const { path, headers } of rules) {
    const key = JSON.stringify(headers);
    const group = groups.get(key) ?? { paths: [], headers };
    group.paths.push(path);
    groups.set(key, group);
  }
  const lines = [...groups.values()].flatMap(({ paths, headers }, at) => {
    const everywhere = paths.includes('/*');
    const matcher = everywhere ? '*' : `@headers_${at}`;
    return [
      ...(everywhere ? [] : [`\t@headers_${at} path ${paths.join(' ')}`]),
      ...Object.entries(headers).map(
        ([name, value]) => `\theader ${matcher} ${name} ${quoted(value)}`,
      ),
    ];
  });
  return [HEAD, 'route {', ...lines, '}', ''].join('\n');
}

const variable = (name: string): string =>
  `$archive_${name.toLowerCase().replace(/[^a-z0-9]/g, '_')}`;

/** Our own values hold no quotation mark; one would end the word early. */
const quoted = (value: string): string => `"${value.replace(/["\\$\n]/g, '')}"`;
