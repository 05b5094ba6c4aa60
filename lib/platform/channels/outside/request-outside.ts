import http from "node:http";
import https from "node:https";
import { ConnectionBroken, type OutsideAnswer, type OutsideRequest } from "../adapter";
import { type PinnedAddress, resolvePublic } from "./public-address";

export const DEADLINE_MS = 10_000;
/** The largest file that a bot may fetch from the platforms served is 20 MB. */
export const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

export interface OutsideLimits {
  /** Hosts of the own network that may be called, and without TLS. */
  allowedHosts: readonly string[];
  deadlineMs?: number;
  maxAnswerBytes?: number;
  signal?: AbortSignal;
}

/**
 * One request to a public address: TLS, one deadline over everything, no redirects, an answer of limited size.
 * @throws ConnectionBroken where no whole answer came; `wasSent` is false while nothing can have left.
 */
export async function requestOutside(request: OutsideRequest, limits: OutsideLimits): Promise<OutsideAnswer> {
  const url = parseAddress(request.url, limits.allowedHosts);
  const signal = AbortSignal.any([
    AbortSignal.timeout(limits.deadlineMs ?? DEADLINE_MS),
    ...(limits.signal ? [limits.signal] : []),
  ]);
  const pinned = await pin(url, limits.allowedHosts, signal);
  return send(url, request, pinned, limits.maxAnswerBytes ?? MAX_ANSWER_BYTES, signal);
}

function parseAddress(address: string, allowedHosts: readonly string[]): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = url?.protocol === "http:" && allowedHosts.includes(url.hostname.replace(/^\[|\]$/g, ""));
  if (!url || (url.protocol !== "https:" && !isPlain) || url.username || url.password)
    throw new ConnectionBroken(false, {
      cause: new Error("The address is not one of https:// that may be called."),
    });
  return url;
}

async function pin(url: URL, allowedHosts: readonly string[], signal: AbortSignal): Promise<PinnedAddress> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  let pinned: PinnedAddress | null;
  try {
    pinned = await Promise.race([resolvePublic(url.hostname, allowedHosts), stopped]);
  } catch (cause) {
    throw new ConnectionBroken(false, { cause });
  }
  if (!pinned)
    throw new ConnectionBroken(false, {
      cause: new Error(`${url.hostname} leads into a private network, which is not called.`),
    });
  return pinned;
}

function send(
  url: URL,
  request: OutsideRequest,
  pinned: PinnedAddress,
  maxBytes: number,
  signal: AbortSignal,
): Promise<OutsideAnswer> {
  const isTls = url.protocol === "https:";
  const body = request.body === undefined ? null : Buffer.from(request.body);
  return new Promise((resolve, reject) => {
    let wasSent = false;
    const fail = (cause: unknown) => reject(new ConnectionBroken(wasSent, { cause }));
    const outgoing = (isTls ? https : http).request(url, {
      method: request.method,
      headers: { ...request.headers, ...(body ? { "content-length": String(body.length) } : {}) },
      agent: false,
      signal,
      // The name was looked up and judged before; TLS still checks the certificate against the name.
      lookup: (_host, options, callback) => {
        if (options.all) callback(null, [pinned]);
        else callback(null, pinned.address, pinned.family);
      },
    });
    outgoing.once("socket", (socket) => {
      socket.once(isTls ? "secureConnect" : "connect", () => {
        wasSent = true;
      });
    });
    outgoing.once("error", fail);
    outgoing.once("response", (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) incoming.destroy(new Error(`The answer is larger than ${maxBytes} bytes.`));
        else chunks.push(chunk);
      });
      incoming.once("error", fail);
      incoming.once("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: flatten(incoming.headers),
          body: new Uint8Array(Buffer.concat(chunks)),
        }),
      );
    });
    outgoing.end(body ?? undefined);
  });
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
