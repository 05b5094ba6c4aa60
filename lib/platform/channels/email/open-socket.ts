import { lookup } from "node:dns/promises";
import { BlockList, connect, isIP, type Socket } from "node:net";

export type OpenSocket = (host: string, port: number, timeoutMs: number) => Promise<Socket>;

/** The name leads into a private network, where a shop's settings have no business. */
export class HostNotPublic extends Error {}

/** IANA's registries of special-purpose addresses. */
const INTERNAL = new BlockList();
for (const [net, prefix] of [
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
  ["224.0.0.0", 3],
] as const)
  INTERNAL.addSubnet(net, prefix, "ipv4");
const GLOBAL_IPV6 = new BlockList();
GLOBAL_IPV6.addSubnet("2000::", 3, "ipv6");
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  INTERNAL.addSubnet(net, prefix, "ipv6");

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !INTERNAL.check(address, "ipv4");
  return isIP(address) === 6 && GLOBAL_IPV6.check(address, "ipv6") && !INTERNAL.check(address, "ipv6");
}

/**
 * Connects to one of the host's addresses, all of which must be public; it is connected to the address that was
 * checked, so that a name which changes its mind gains nothing. @throws HostNotPublic
 */
export const openPublicSocket: OpenSocket = async (host, port, timeoutMs) => {
  const addresses = (await lookup(host, { all: true })).map(({ address }) => address);
  if (addresses.length === 0 || !addresses.every(isPublicAddress))
    throw new HostNotPublic(`${host} is no public server.`);
  let problem: unknown;
  const tried = addresses.slice(0, 3);
  for (const address of tried) {
    try {
      return await connectTo(address, port, timeoutMs / tried.length);
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
};

export function connectTo(address: string, port: number, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(timeoutMs, () => fail(new Error("The server does not answer.")));
    socket.once("error", fail);
    socket.once("connect", () => {
      socket.setTimeout(0);
      socket.removeListener("error", fail);
      socket.removeAllListeners("timeout");
      resolve(socket);
    });
  });
}
