import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** The special-purpose registries of IANA (RFC 6890 and later): nothing there is a platform on the internet. */
const SPECIAL_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

/** Of IPv6 only 2000::/3 is given to the public; within it, what leads elsewhere (Teredo, 6to4, documentation). */
const SPECIAL_V6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const special = new BlockList();
for (const [net, prefix] of SPECIAL_V4) special.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of SPECIAL_V6) special.addSubnet(net, prefix, "ipv6");
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !special.check(address, "ipv4");
  return version === 6 && globalUnicast.check(address, "ipv6") && !special.check(address, "ipv6");
}

export interface PinnedAddress {
  address: string;
  family: 4 | 6;
}

/**
 * The address to connect to, looked up once: whoever answers for the name cannot answer otherwise a moment later.
 * All addresses of the name must be public, unless the host is one that the operator allows.
 * @returns null where the name leads into a private network.
 */
export async function resolvePublic(
  hostname: string,
  allowedHosts: readonly string[],
): Promise<PinnedAddress | null> {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  const found = await lookup(host, { all: true });
  const isAllowed = allowedHosts.includes(host) || found.every(({ address }) => isPublicAddress(address));
  const first = found[0];
  return isAllowed && first ? { address: first.address, family: first.family === 6 ? 6 : 4 } : null;
}
