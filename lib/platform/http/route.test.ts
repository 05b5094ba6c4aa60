import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { encodeCursor } from "@/lib/core/pagination";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { callRoute } from "@/test/support/call-route";
import { addPerson, type Person, sessionCookie } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { route } = await import("./route");
const auditLog = await import("@/app/api/v1/audit-log/route");
const conversations = await import("@/app/api/v1/conversations/route");
const widgetSessions = await import("@/app/api/v1/widget/sessions/route");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let key: string;
let owner: Person;
beforeAll(async () => {
  shop = await createTestShop(sql);
  key = await shop.createApiKey();
  owner = await addPerson(shop, "owner");
});

const about = { path: "/probe", summary: "A probe", tag: "Tests", permission: "orders:read" } as const;
/** A route of its own, so that each rule of the wrapper is seen alone. */
const echo = route({
  ...about,
  id: "echo",
  method: "POST",
  body: z.object({ text: z.string().max(5), list: z.array(z.object({ n: z.int() })).default([]) }),
  status: 201,
  handler: async ({ body }) => body,
});
const failing = (error: unknown) =>
  route({ ...about, id: "failing", method: "GET", handler: () => Promise.reject(error) });

const PROBLEM_KEYS = ["code", "detail", "requestId", "status", "title", "type"];

describe("problem+json", () => {
  it("has the members of RFC 9457, a code, the request id and an issue per field", async () => {
    const body = { text: "too long", list: [{ n: 1 }, { n: "x" }] };
    const { status, headers, json } = await callRoute(echo, { key, body });
    expect(status).toBe(422);
    expect(headers.get("content-type")).toBe("application/problem+json");
    expect(Object.keys(json).sort()).toEqual([...PROBLEM_KEYS, "errors"].sort());
    expect(json).toMatchObject({ type: "/docs/api#invalid_input", title: "Not valid", status: 422 });
    expect(json.requestId).toBe(headers.get("x-request-id"));
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(["text", "list.1.n"]);
  });

  it("hides what is unknown and logs it with the request id", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const secret = new Error("connect to postgres://zhanggui:hunter2@db failed");
    const { status, text, json } = await callRoute(failing(secret), { key });
    expect([status, json.code]).toEqual([500, "internal"]);
    expect(text).not.toMatch(/hunter2|postgres|stack/);
    expect(log).toHaveBeenCalledWith(`[${json.requestId}]`, secret);
    log.mockRestore();
  });

  it("passes on what was said on purpose, with its Retry-After", async () => {
    const error = new AppError("unavailable", "The model is loading.", { retryAfterSeconds: 7 });
    const { status, headers, json } = await callRoute(failing(error), { key });
    expect([status, json.code, json.detail, headers.get("retry-after")]).toEqual([
      503,
      "unavailable",
      "The model is loading.",
      "7",
    ]);
  });
});

describe("the request id", () => {
  const idFor = async (given: string) => {
    const answer = await callRoute(echo, { key, body: { text: "a" }, headers: { "x-request-id": given } });
    return answer.headers.get("x-request-id")!;
  };

  it("is the caller's where it is harmless", async () => {
    expect(await idFor("build-42_abcdef")).toBe("build-42_abcdef");
  });

  it.each(["short", "has blanks in it", "<script>alert(1)</script>", "a".repeat(65), "tab\tinside-it"])(
    "is a new one instead of %j",
    async (given) => {
      const id = await idFor(given);
      expect(id).not.toBe(given);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe("limits", () => {
  it("count down in the headers and end in 429 with Retry-After", async () => {
    const limited = await shop.createApiKey(["orders:read"], 3);
    const seen = [];
    for (let i = 0; i < 4; i++) seen.push(await callRoute(echo, { key: limited, body: { text: "a" } }));
    expect(seen.map(({ status }) => status)).toEqual([201, 201, 201, 429]);
    expect(seen.map(({ headers }) => headers.get("ratelimit-remaining"))).toEqual(["2", "1", "0", "0"]);
    const { headers, json } = seen[3]!;
    expect([headers.get("ratelimit-limit"), json.code]).toEqual(["3", "rate_limited"]);
    const seconds = Number(headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(headers.get("ratelimit-reset")).toBe(headers.get("retry-after"));
    expect((await callRoute(echo, { key, body: { text: "a" } })).status).toBe(201);
  });

  it("count a whole burst once each", async () => {
    const limited = await shop.createApiKey(["orders:read"], 10);
    const burst = Array.from({ length: 16 }, () => callRoute(echo, { key: limited, body: { text: "a" } }));
    const statuses = (await Promise.all(burst)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  });

  it("start again when the window is over", async () => {
    const limited = await shop.createApiKey(["orders:read"], 1);
    expect((await callRoute(echo, { key: limited, body: { text: "a" } })).status).toBe(201);
    expect((await callRoute(echo, { key: limited, body: { text: "a" } })).status).toBe(429);
    await sql`UPDATE rate_limits SET window_started_at = window_started_at - interval '61 seconds'`;
    expect((await callRoute(echo, { key: limited, body: { text: "a" } })).status).toBe(201);
  });

  it("survive a forwarded address that is no address", async () => {
    const noise = Array.from({ length: 3000 }, () => Math.random().toString(36)[2]).join("");
    const call = { body: { widgetKey: "wk_unknown" }, headers: { "x-forwarded-for": noise } };
    expect((await callRoute(widgetSessions.POST, call)).status).toBe(401);
  });
});

describe("a body", () => {
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    callRoute(echo, { key, body, headers });

  it.each([
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, "malformed_request"],
    ["broken JSON", '{"text": ', 400, "malformed_request"],
    ["no object", "[]", 422, "invalid_input"],
    ["nothing", "", 422, "invalid_input"],
    ["more than 4 MiB", `{"text":"${"x".repeat(4 * 1024 * 1024)}"}`, 413, "payload_too_large"],
    ["a NUL character", '{"text":"a\\u0000b"}', 422, "invalid_input"],
    ["half a character", '{"text":"\\ud800"}', 422, "invalid_input"],
  ])("of %s is refused", async (_, body, status, code) => {
    const answer = await send(body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
    "of the type %j is refused",
    async (type) => {
      const answer = await send('{"text":"a"}', { "content-type": type });
      expect([answer.status, answer.json.code]).toEqual([415, "unsupported_media_type"]);
    },
  );

  it.each(["application/json; charset=utf-8", "application/vnd.shop+json", "APPLICATION/JSON"])(
    "of the type %s is read",
    async (type) => {
      const answer = await send('{"text":"茶"}', { "content-type": type });
      expect([answer.status, answer.json]).toEqual([201, { text: "茶", list: [] }]);
    },
  );

  it("is not read beyond what its length promised to be", async () => {
    const answer = await send('{"text":"a"}', { "content-length": String(5 * 1024 * 1024) });
    expect(answer.status).toBe(413);
  });

  it("of a key without the scope is not even read", async () => {
    const scopeless = await shop.createApiKey([]);
    expect((await callRoute(echo, { key: scopeless, body: "{{{" })).status).toBe(403);
  });
});

describe("a list", () => {
  it.each(["x", "%00", encodeCursor({ value: "not an instant", id: newId() })])(
    "refuses the cursor %s",
    async (cursor) => {
      for (const list of [auditLog.GET, conversations.GET]) {
        const answer = await callRoute(list, { key, query: `?cursor=${encodeURIComponent(cursor)}` });
        expect([answer.status, answer.json.errors[0].path]).toEqual([422, "cursor"]);
      }
    },
  );

  it.each(["?limit=0", "?limit=201", "?limit=ten", "?action=%00", "?subjectId=%ED%A0%80%00"])(
    "refuses %s",
    async (query) => {
      expect((await callRoute(auditLog.GET, { key, query })).status).toBe(422);
    },
  );

  it("shows each of many records of one instant once", async () => {
    const crowd = await createTestShop(sql);
    const at = new Date("2026-05-05T05:05:05.005Z");
    const ids = Array.from({ length: 25 }, newId);
    for (const id of ids)
      await sql`INSERT INTO audit_log (merchant_id, id, actor_type, actor_name, action, subject_type, subject_id,
        request_id, created_at) VALUES (${crowd.merchantId}, ${id}, 'system', 't', 't', 't', 't', 't', ${at})`;
    const crowdKey = await crowd.createApiKey();
    const seen: string[] = [];
    let query = "?limit=7";
    for (let pages = 0; pages < 10 && query; pages++) {
      const { json } = await callRoute(auditLog.GET, { key: crowdKey, query });
      seen.push(...json.data.map(({ id }: { id: string }) => id));
      query = json.nextCursor ? `?limit=7&cursor=${encodeURIComponent(json.nextCursor)}` : "";
    }
    expect(seen).toEqual(ids.toSorted().toReversed());
  });
});

describe("a session cookie", () => {
  const write = async (headers: Record<string, string>) => {
    const cookie = await sessionCookie(owner.id);
    return callRoute(echo, { cookie, body: { text: "a" }, headers });
  };

  it.each<[Record<string, string>, number]>([
    [{ "sec-fetch-site": "same-origin" }, 201],
    [{ origin: "http://localhost:3000" }, 201],
    [{ "sec-fetch-site": "cross-site", origin: "http://localhost:3000" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{}, 403],
  ])("with %o writes: %d", async (headers, status) => {
    expect((await write(headers)).status).toBe(status);
  });

  it("reads from anywhere, since other sites cannot see the answer", async () => {
    const cookie = await sessionCookie(owner.id);
    const answer = await callRoute(auditLog.GET, { cookie, headers: { "sec-fetch-site": "cross-site" } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("does nothing in the shop before a given password was changed", async () => {
    const novice = await addPerson(shop, "owner");
    await sql`UPDATE users SET must_change_password = true WHERE id = ${novice.id}`;
    const answer = await callRoute(auditLog.GET, { cookie: await sessionCookie(novice.id) });
    expect([answer.status, answer.json.code]).toEqual([403, "forbidden"]);
  });
});

it("lets any site read the widget's answers and no other's", async () => {
  const headers = { origin: "https://shop.example" };
  const widget = await callRoute(widgetSessions.POST, { body: { widgetKey: "wk_none" }, headers });
  expect(widget.headers.get("access-control-allow-origin")).toBe("https://shop.example");
  expect(widget.headers.get("access-control-allow-credentials")).toBeNull();
  const desk = await callRoute(conversations.GET, { key, headers });
  expect(desk.headers.get("access-control-allow-origin")).toBeNull();
  expect(desk.headers.get("cache-control")).toBe("no-store");
});
