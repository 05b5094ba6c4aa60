import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionBroken } from "../adapter";
import { isPublicAddress } from "./public-address";
import { requestOutside } from "./request-outside";

let server: Server;
let url: string;
let hits: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? "");
    if (request.url === "/redirect") response.writeHead(302, { location: `${url}/inside` }).end();
    else if (request.url === "/large") response.writeHead(200).end(Buffer.alloc(70_000));
    else if (request.url === "/slow") response.writeHead(200).write("a");
    else if (request.url === "/cut") {
      response.writeHead(200, { "content-length": "100" }).write("half");
      setTimeout(() => response.destroy(), 20);
    } else if (request.url === "/echo") {
      response.writeHead(201, { "x-method": request.method, "set-cookie": ["a=1", "b=2"] });
      request.pipe(response);
    } else if (request.url !== "/silent") response.writeHead(200).end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const allowed = { allowedHosts: ["127.0.0.1", "localhost"] };
const get = (path: string, limits: object = {}) =>
  requestOutside({ method: "GET", url: `${url}${path}` }, { ...allowed, ...limits });
const broken = (promise: Promise<unknown>) =>
  promise.then(
    () => "answered",
    (error) => (error instanceof ConnectionBroken ? { wasSent: error.wasSent } : error),
  );

describe("an address", () => {
  it("is public only outside the special ranges", () => {
    for (const address of [
      "8.8.8.8",
      "149.154.167.220",
      "172.32.0.1",
      "2001:4860:4860::8888",
      "2a00:1450::1",
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, true]);
    for (const address of [
      ...["0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1"],
      ...["172.31.255.255", "192.168.1.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"],
      ...["::", "::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "fc00::1", "fd12::1", "fe80::1", "ff02::1"],
      ...["2001:db8::1", "2002:a00:1::", "2001:0:1::", "localhost", ""],
    ])
      expect([address, isPublicAddress(address)]).toEqual([address, false]);
  });

  it("in a private network is not called, by number or by name, in whatever notation", async () => {
    hits = [];
    const port = new URL(url).port;
    for (const host of [
      "127.0.0.1",
      "localhost",
      "2130706433",
      "0x7f000001",
      "127.1",
      "[::1]",
      "[::ffff:7f00:1]",
    ]) {
      const request = { method: "GET" as const, url: `https://${host}:${port}/` };
      expect([host, await broken(requestOutside(request, { allowedHosts: [] }))]).toEqual([
        host,
        { wasSent: false },
      ]);
    }
    expect(hits).toEqual([]);
  });

  it("is refused without TLS, with a password in it, or of another kind", async () => {
    for (const address of [
      "http://example.com/",
      "https://user:pass@example.com/",
      "file:///etc/passwd",
      "no",
    ])
      expect(await broken(requestOutside({ method: "GET", url: address }, allowed))).toEqual({
        wasSent: false,
      });
  });
});

describe("a request to the outside", () => {
  it("sends what it is given and brings back the whole answer", async () => {
    const request = { method: "POST" as const, url: `${url}/echo`, headers: { "x-a": "1" }, body: "héllo" };
    const answer = await requestOutside(request, allowed);
    expect(answer.status).toBe(201);
    expect(new TextDecoder().decode(answer.body)).toBe("héllo");
    expect(answer.headers).toMatchObject({ "x-method": "POST", "set-cookie": "a=1, b=2" });
  });

  it("follows no redirect", async () => {
    hits = [];
    expect((await get("/redirect")).status).toBe(302);
    expect(hits).toEqual(["/redirect"]);
  });

  it("breaks off an answer that is too large, too slow or cut short: it had been sent", async () => {
    expect(await broken(get("/large", { maxAnswerBytes: 69_999 }))).toEqual({ wasSent: true });
    expect((await get("/large", { maxAnswerBytes: 70_000 })).body).toHaveLength(70_000);
    expect(await broken(get("/slow", { deadlineMs: 150 }))).toEqual({ wasSent: true });
    expect(await broken(get("/silent", { deadlineMs: 150 }))).toEqual({ wasSent: true });
    expect(await broken(get("/cut"))).toEqual({ wasSent: true });
  });

  it("knows that nothing had left when nobody listens or the name is unknown", async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const request = (address: string) => requestOutside({ method: "GET", url: address }, allowed);
    expect(await broken(request(`http://127.0.0.1:${port}/`))).toEqual({ wasSent: false });
    expect(await broken(request("https://nobody.invalid/"))).toEqual({ wasSent: false });
  });

  it("ends with the act that it belongs to", async () => {
    expect(await broken(get("/silent", { signal: AbortSignal.timeout(100) }))).toEqual({ wasSent: true });
  });
});
