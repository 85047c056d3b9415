import { BlockList, isIP } from 'node:net';

/** What kind of network an address is on. A registry must not send us from one that it is not on itself. */
export type Network = 'public' | 'private' | 'link-local' | 'loopback';

/** IANA's special-purpose registries; what is not global and not told apart here is private. */
const RANGES: readonly (readonly [Network, string])[] = [
  ['loopback', '127.0.0.0/8'],
  ['loopback', '::1/128'],
  // Linux connects to itself for these.
  ['loopback', '0.0.0.0/8'],
  ['loopback', '::/128'],
  ['link-local', '169.254.0.0/16'],
  ['link-local', 'fe80::/10'],
  ['private', '10.0.0.0/8'],
  ['private', '172.16.0.0/12'],
  ['private', '192.168.0.0/16'],
  ['private', '100.64.0.0/10'],
  ['private', '192.0.0.0/24'],
  ['private', '198.18.0.0/15'],
  ['private', '224.0.0.0/3'],
  ['private', 'fc00::/7'],
  ['private', 'fec0::/10'],
  ['private', 'ff00::/8'],
];

/** In the order to ask. Most runs ask for none, and those on one machine for the first. */
const NAMED: readonly Network[] = ['loopback', 'link-local', 'private'];
const lists = new Map<Network, BlockList>();

function listOf(network: Network): BlockList {
  const known = lists.get(network);
  if (known !== undefined) return known;
  const list = new BlockList();
  for (const [, range] of RANGES.filter(([of]) => of === network)) {
    const [address = '', bits] = range.split('/');
    list.addSubnet(address, Number(bits), address.includes(':') ? 'ipv6' : 'ipv4');
  }
  lists.set(network, list);
  return list;
}

/** An address as sockets and DNS give it. What is no address counts as private. */
export function networkOfAddress(address: string): Network {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  if (family === 0) return 'private';
  const embedded = family === 6 ? embeddedIPv4(plain) : null;
  if (embedded !== null) return networkOfAddress(embedded);
  return NAMED.find((network) => listOf(network).check(plain, family === 6 ? 'ipv6' : 'ipv4')) ?? 'public';
}

/** A URL's `hostname`; `null` for a name that only DNS knows. */
export function networkOfHost(hostname: string): Network | null {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (host === 'localhost' || host.endsWith('.localhost')) return 'loopback';
  return isIP(host) === 0 ? null : networkOfAddress(host);
}

/** IPv4 inside IPv6: mapped (`::ffff:`), translated (`64:ff9b::`), 6to4 (`2002:`). */
function embeddedIPv4(address: string): string | null {
  // The URL parser writes all forms as groups of hexadecimal digits.
  const groups = expand(new URL(`http://[${address}]`).hostname.slice(1, -1));
  const at = (place: number): number => groups[place] ?? 0;
  const join = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  if (groups.slice(0, 5).every((group) => group === 0) && at(5) === 0xffff) return join(at(6), at(7));
  if (at(0) === 0x64 && at(1) === 0xff9b) return join(at(6), at(7));
  return at(0) === 0x2002 ? join(at(1), at(2)) : null;
}

function expand(address: string): number[] {
  const [head = '', tail] = address.split('::');
  const read = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...Array<number>(Math.max(0, 8 - left.length - right.length)).fill(0), ...right];
}
