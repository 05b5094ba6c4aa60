import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectionBroken, type Outside } from "@/lib/platform/channels/adapter";

export interface Heard {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A real server on this machine that plays a platform: what it heard, and how to stop it. */
export async function startPlatform(answer: (heard: Heard, response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const call: Heard = {
      method: request.method!,
      url: new URL(request.url!, "http://localhost"),
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    heard.push(call);
    answer(call, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, heard, stop };
}

/** The outside over plain fetch, with each platform's origin led to a server of this machine. */
export function localOutside(origins: Record<string, string>, now: () => Date = () => new Date()): Outside {
  const tokens = new Map<string, { token: string; until: number }>();
  return {
    async request({ method, url, headers, body }) {
      const { origin, pathname, search } = new URL(url);
      if (!origins[origin]) throw new Error(`No server plays ${origin}.`);
      try {
        const init = { method, headers, body: body as string | undefined, redirect: "manual" as const };
        const response = await fetch(`${origins[origin]}${pathname}${search}`, init);
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: new Uint8Array(await response.arrayBuffer()),
        };
      } catch (cause) {
        const code = ((cause as Error).cause as { code?: string } | undefined)?.code;
        throw new ConnectionBroken(code !== "ECONNREFUSED", { cause });
      }
    },
    async token(name, issue) {
      const kept = tokens.get(name);
      if (kept && kept.until > now().getTime()) return kept.token;
      const { token, expiresInSeconds } = await issue();
      tokens.set(name, { token, until: now().getTime() + expiresInSeconds * 1000 });
      return token;
    },
    async dropToken(name) {
      tokens.delete(name);
    },
    now,
  };
}
