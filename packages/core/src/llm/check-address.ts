import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import { GlossaryError } from '../errors/glossary-error.ts';

/**
 * Where a language model never lives, and where a forged setting could make this process read a cloud's secrets: link-
 * local networks (they hold the metadata services), the metadata addresses outside them, multicast and "this host".
 * Loopback and private networks are allowed: local models live there.
 */
const REFUSED = new BlockList();
REFUSED.addSubnet('0.0.0.0', 8, 'ipv4');
REFUSED.addSubnet('169.254.0.0', 16, 'ipv4');
REFUSED.addAddress('100.100.100.200', 'ipv4');
REFUSED.addAddress('168.63.129.16', 'ipv4');
REFUSED.addAddress('192.0.0.192', 'ipv4');
REFUSED.addSubnet('224.0.0.0', 4, 'ipv4');
REFUSED.addAddress('255.255.255.255', 'ipv4');
REFUSED.addAddress('::', 'ipv6');
REFUSED.addSubnet('fe80::', 10, 'ipv6');
REFUSED.addAddress('fd00:ec2::254', 'ipv6');
REFUSED.addAddress('fd20:ce::254', 'ipv6');
REFUSED.addSubnet('ff00::', 8, 'ipv6');

export interface AddressRules {
  /** For tests of such networks, and for people who know what they do. */
  readonly allowLinkLocal?: boolean;
}

/** A base URL without its trailing slash. @throws `llm/refused-address`, `config/invalid` */
export function checkedBaseUrl(text: string, rules: AddressRules = {}): string {
  const url = URL.parse(text.trim());
  if (url === null) throw invalid(`${text.trim()} is no address: write it as http://host:port/path.`);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw invalid(`An address begins with http:// or https://, not ${url.protocol}//.`);
  }
  if (url.username !== '' || url.password !== '') throw invalid('Keys and passwords do not belong into an address.');
  if (url.search !== '' || url.hash !== '') throw invalid('An address ends before "?" and "#".');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0) checkIp(host, url.origin, rules);
  return url.href.replace(/\/+$/u, '');
}

/** @throws `llm/refused-address` */
export function checkIp(ip: string, url: string, { allowLinkLocal = false }: AddressRules = {}): void {
  if (allowLinkLocal || !isRefused(ip)) return;
  const why = `${ip} is an address of metadata services and neighbours on the link, never of a language model`;
  throw new GlossaryError('llm/refused-address', `Refused to call ${url}: ${why}.`, { details: { url, why } });
}

function isRefused(ip: string): boolean {
  if (isIP(ip) === 4) return REFUSED.check(ip, 'ipv4');
  const embedded = embeddedIpv4(ip);
  return REFUSED.check(ip, 'ipv6') || (embedded !== undefined && REFUSED.check(embedded, 'ipv4'));
}

/** An IPv4 address inside an IPv6 one: mapped (`::ffff:`), compatible (`::`), NAT64 (`64:ff9b::`), 6to4 (`2002:`). */
function embeddedIpv4(ip: string): string | undefined {
  const written = URL.parse(`http://[${ip.replace(/%.*$/u, '')}]/`)?.hostname.slice(1, -1);
  if (written === undefined) return undefined;
  const groups = expanded(written);
  const [first, second] = groups;
  if (first === 0x2002) return dotted(second, groups[2]);
  const isMapped =
    groups.slice(0, 5).every((group) => group === 0) && (groups[5] === 0xffff || (groups[5] === 0 && groups[6] !== 0));
  const isNat64 = first === 0x64 && second === 0xff9b;
  return isMapped || isNat64 ? dotted(groups[6], groups[7]) : undefined;
}

function expanded(ip: string): number[] {
  const [left = '', right] = ip.split('::');
  const [head, tail] = [groupsOf(left), groupsOf(right ?? '')];
  const zeros = right === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => 0);
  return [...head, ...zeros, ...tail];
}

function groupsOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** As `net.connect` calls it: with all addresses, or with one. */
type Looked = (error: Error | null, addresses: string | LookupAddress[], family?: number) => void;

/** A look-up of names that answers no refused address, so that a name cannot lead there either, now or later. */
export function createLookup(rules: AddressRules, lookup: typeof systemLookup = systemLookup) {
  return (hostname: string, options: LookupOptions, done: Looked): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, []);
      try {
        for (const { address } of addresses) checkIp(address, hostname, rules);
      } catch (refusal) {
        return done(refusal as Error, []);
      }
      const [first] = addresses;
      if (options.all === true || first === undefined) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function invalid(problem: string): GlossaryError {
  return new GlossaryError('config/invalid', problem, { details: { problem } });
}
