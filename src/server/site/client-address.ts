import { BlockList, isIP, isIPv6 } from 'node:net';

/** Who sent a request, as far as the network tells. Kept in memory only, for as long as a limit counts. */
export interface Client {
  /** The address on the network; empty where nobody knows. */
  readonly address: string;
  /** Whether the connection to whoever asks is encrypted. */
  readonly isSecure: boolean;
}

export const UNKNOWN_CLIENT: Client = { address: '', isSecure: false };

/**
 * The machines whose `X-Forwarded-…` headers are believed: this one, and those that a setting names,
 * such as `10.0.0.5, 2001:db8::/64`; `none` believes nobody. Undefined when the setting cannot be read.
 */
export function trustedProxies(setting = ''): BlockList | undefined {
  const list = new BlockList();
  const named = setting.split(',').map((each) => each.trim());
  if (setting.trim() === 'none') return list;
  list.addSubnet('127.0.0.0', 8, 'ipv4');
  list.addAddress('::1', 'ipv6');
  for (const each of named.filter((name) => name !== '')) {
    const [address = '', bits] = each.split('/');
    const kind = isIP(address);
    const most = kind === 6 ? 128 : 32;
    const taken = bits === undefined ? most : Number(bits);
    if (kind === 0 || !Number.isInteger(taken) || taken < 1 || taken > most) return undefined;
    list.addSubnet(address, taken, kind === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/** Who asks: the far end of the connection, or whom a trusted proxy says that it asks for. */
export function clientOf(input: {
  readonly direct: string;
  readonly headers: Headers;
  readonly proxies: BlockList;
}): Client {
  const direct = plainAddress(input.direct);
  if (!holds(input.proxies, direct)) return { address: direct, isSecure: false };
  const told = (input.headers.get('X-Forwarded-For') ?? '').split(',').map(plainAddress);
  // Each proxy writes behind what came; what stands before the first stranger is only a claim.
  const asker = told.findLast((each) => isIP(each) !== 0 && !holds(input.proxies, each));
  const proto = input.headers.get('X-Forwarded-Proto')?.split(',').at(-1)?.trim().toLowerCase();
  return { address: asker ?? direct, isSecure: proto === 'https' };
}

function holds(proxies: BlockList, address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && proxies.check(address, kind === 6 ? 'ipv6' : 'ipv4');
}

/** `::ffff:192.0.2.7`, `[2001:db8::1]:443` and `192.0.2.7:80` as the plain address. */
function plainAddress(written: string): string {
  const text = written.trim().replace(/^\[([^\]]*)\](?::\d+)?$/, '$1');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1];
  return mapped ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/%.*$/, '');
}

/** A part of the network that one party may hold alone, and what it may get wrong before it pays. */
export interface Neighbourhood {
  readonly key: string;
  readonly free: number;
}

/** A family on one line may mistype; a machine that guesses tries far more. */
const FREE = 10;
const FREE_WIDE = 40;

/** Who pays together: an IPv4 address; of IPv6 a line (/64), and what a customer may hold (/48). */
export function neighbourhoodsOf(address: string): readonly Neighbourhood[] {
  if (!isIPv6(address)) return [{ key: address, free: FREE }];
  const groups = groupsOf(address);
  return [
    { key: `${groups.slice(0, 4).join(':')}/64`, free: FREE },
    { key: `${groups.slice(0, 3).join(':')}/48`, free: FREE_WIDE },
  ];
}

/** The eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): readonly string[] {
  const written = address
    .toLowerCase()
    .replace(/(?<!\d)(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, ...parts) => {
      const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
      return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    });
  const [head = '', tail = ''] = written.split('::').map((half) => half || undefined);
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const between = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
}
