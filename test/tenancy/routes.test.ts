import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import type { Permission } from "@/lib/core/permissions";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type Call, callRoute, request } from "@/test/support/call-route";
import type { FilledShop } from "@/test/support/fill-shop";
import { joinShop, sessionCookie } from "@/test/support/people";
import { loadRoutes } from "@/test/support/route-modules";
import { PROBES, type Probe } from "./route-probes";

const { ownerUrl } = await useTestDatabase();
const { fillShop } = await import("@/test/support/fill-shop");
const { signExternalId } = await import("@/lib/platform/auth/credentials");
const { readVisitorToken, signVisitorToken } = await import("@/lib/platform/auth/visitor-token");
const handlers = (await loadRoutes())
  .map(({ handler }) => handler)
  .filter((handler) => handler.definition !== undefined);
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shopA: TestShop;
let a: FilledShop;
let b: FilledShop;
beforeAll(async () => {
  shopA = await createTestShop(sql);
  a = await fillShop(shopA, "mark-of-a");
  b = await fillShop(await createTestShop(sql), "secret-of-b");
});

const handlerOf = (id: string) => handlers.find(({ definition }) => definition.id === id)!;
const named = handlers.map((handler) => [handler.definition.id, handler] as const);
function ofKind<Kind extends Probe["kind"]>(kind: Kind) {
  return named.flatMap(([id, handler]) => {
    const probe = PROBES[id];
    return probe?.kind === kind ? [[id, handler, probe as Extract<Probe, { kind: Kind }>] as const] : [];
  });
}

const keys = new Map<string, Promise<string>>();
function keyWith(scopes: readonly Permission[]): Promise<string> {
  const name = scopes.join();
  if (!keys.has(name)) keys.set(name, shopA.createApiKey(scopes));
  return keys.get(name)!;
}

/** Nothing that could have come from shop B. */
function expectNothingOfB(text: string): void {
  expect(text.toLowerCase()).not.toContain(b.mark);
  for (const id of [b.merchantId, b.customer, b.order, b.product, b.conversation, b.apiKey, b.importId])
    expect(text).not.toContain(id);
}

describe("every route", () => {
  it("has a probe, and every probe a route", () => {
    expect(Object.keys(PROBES).sort()).toEqual(named.map(([id]) => id).sort());
  });

  it.each(named)("%s wants credentials", async (id, handler) => {
    const probe = PROBES[id]!;
    const params = probe.kind === "record" ? probe.params(a) : {};
    const body = handler.definition.method === "POST" ? {} : undefined;
    const isPublic = probe.kind === "public";
    expect(isPublic).toBe(handler.definition.auth === "public");
    const call = isPublic ? probe.call(a) : { params, body };
    const answer = await callRoute(handler, call);
    expect([answer.status, answer.json.code]).toEqual([401, "unauthenticated"]);
    for (const key of ["zg_invented", a.visitorToken.slice(0, -2), "'; DROP TABLE orders; --"])
      if (!isPublic) expect((await callRoute(handler, { ...call, key })).status).toBe(401);
  });

  const ofTheShop = named.filter(([, { definition }]) => definition.auth === "credential");
  it.each(ofTheShop)("%s is forbidden to a key without its scope", async (id, handler) => {
    const probe = PROBES[id]!;
    const { permission, method } = handler.definition;
    const call = {
      params: probe.kind === "record" ? probe.params(a) : {},
      body: method === "POST" ? {} : undefined,
    };
    const other = permission === "products:read" ? "orders:read" : "products:read";
    for (const scopes of [[], [other]] as const) {
      const key = await keyWith(scopes);
      const answer = await callRoute(handler, { ...call, key });
      expect([answer.status, answer.json.code]).toEqual([403, "forbidden"]);
      expect(answer.json.detail).toContain(permission);
    }
  });

  it.each(ofTheShop)("%s does not take a visitor's token for a key", async (id, handler) => {
    const probe = PROBES[id]!;
    const params = probe.kind === "record" ? probe.params(a) : {};
    expect((await callRoute(handler, { key: a.visitorToken, params })).status).toBe(401);
  });
});

describe("a record of another merchant", () => {
  it.each(ofKind("record"))("does not exist for %s", async (_, handler, { params, body }) => {
    const { method } = handler.definition;
    const send = method !== "GET" && method !== "DELETE" ? { body: body ?? {} } : {};
    const foreign = await callRoute(handler, { key: a.key, params: params(b), ...send });
    expect([foreign.status, foreign.json?.code]).toEqual([404, "not_found"]);
    const invented = await callRoute(handler, { key: a.key, params: { ...params(b), id: newId() }, ...send });
    expect({ ...foreign.json, requestId: "" }).toEqual({ ...invented.json, requestId: "" });
    const nonsense = { ...params(b), id: "1 OR 1=1" };
    const malformed = await callRoute(handler, { key: a.key, params: nonsense, ...send });
    expect(malformed.status).toBe(404);
  });

  it("is still there afterwards", async () => {
    const order = await callRoute(handlerOf("getOrder"), { key: b.key, params: { id: b.order } });
    expect(order).toMatchObject({ status: 200, json: { customerId: b.customer } });
    const conversation = await callRoute(handlerOf("getConversation"), {
      key: b.key,
      params: { id: b.conversation },
    });
    expect(conversation.json.messages.map(({ author }: { author: string }) => author)).not.toContain("note");
    expect(conversation.json).toMatchObject({ status: "open", rating: null });
  });
});

describe("a list", () => {
  const lists = ofKind("list").filter(([, { definition }]) => definition.method === "GET");
  it.each(lists)(
    "%s holds one's own records only",
    async (_, handler, { query, foreignQueries, isEmpty }) => {
      const asked = query?.(a) ?? (handler.definition.query ? "?limit=200" : "");
      const all = await callRoute(handler, { key: a.key, query: asked });
      expect(all.status).toBe(200);
      if (!isEmpty) expect(all.json.data.length).toBeGreaterThan(0);
      expectNothingOfB(all.text);
      for (const query of foreignQueries?.(b) ?? []) {
        const filtered = await callRoute(handler, { key: a.key, query });
        expect([query, filtered.status, filtered.json?.data ?? []]).toEqual([query, filtered.status, []]);
        expect([200, 404]).toContain(filtered.status);
      }
    },
  );

  it("continues from another shop's cursor without showing that shop", async () => {
    for (const [, handler] of lists.filter(([, { definition }]) => definition.query)) {
      const { json } = await callRoute(handler, { key: b.key, query: "?limit=1" });
      if (!json.nextCursor) continue;
      const query = `?cursor=${encodeURIComponent(json.nextCursor)}`;
      const answer = await callRoute(handler, { key: a.key, query });
      expect(answer.status).toBe(200);
      expectNothingOfB(answer.text);
    }
  });

  it("counts one's own conversations only", async () => {
    const { json } = await callRoute(handlerOf("countInbox"), { key: b.key });
    const total = json.needsPerson + json.bot + json.snoozed + json.resolved;
    const rows = await sql`SELECT 1 FROM conversations WHERE merchant_id = ${b.merchantId}`;
    expect(total).toBe(rows.length);
  });
});

describe("a body that names another merchant's record", () => {
  it.each(ofKind("body"))("is refused by %s", async (_, handler, { calls, refused }) => {
    for (const call of calls(a, b)) {
      const answer = await callRoute(handler, { key: a.key, ...call });
      if (refused === 404) expect([answer.status, answer.json.code]).toEqual([404, "not_found"]);
      else {
        expect(answer.status).toBe(200);
        const rejected = answer.json.rejected ?? answer.json.results;
        expect(rejected).toHaveLength(1);
        if (answer.json.results) expect(rejected[0].status).toBe("rejected");
      }
    }
  });

  it("cannot give a conversation to somebody of another shop", async () => {
    const assign = handlerOf("assignConversation");
    const params = { id: a.conversation };
    const answer = await callRoute(assign, { key: a.key, params, body: { assigneeId: b.person } });
    expect([answer.status, answer.json.code]).toEqual([404, "not_found"]);
  });
});

describe("a signed-in person", () => {
  const ownOrders = async (cookie: string) =>
    (await callRoute(handlerOf("listOrders"), { cookie })).json.data.map(({ id }: { id: string }) => id);

  it("sees their own shop, whatever shop the cookie asks for", async () => {
    expect(await ownOrders(await sessionCookie(a.person, b.merchantId))).toEqual([a.order]);
    expect(await ownOrders(await sessionCookie(a.person, "no-uuid'"))).toEqual([a.order]);
  });

  it("chooses among their shops by the cookie, and only while they belong to them", async () => {
    const shopB = { ...shopA, merchantId: b.merchantId };
    await joinShop(shopB, a.person, "viewer");
    expect(await ownOrders(await sessionCookie(a.person, b.merchantId))).toEqual([b.order]);
    const revoke = await callRoute(handlerOf("listApiKeys"), {
      cookie: await sessionCookie(a.person, b.merchantId),
    });
    expect(revoke.status).toBe(403);
    await sql`DELETE FROM memberships WHERE merchant_id = ${b.merchantId} AND user_id = ${a.person}`;
    expect(await ownOrders(await sessionCookie(a.person, b.merchantId))).toEqual([a.order]);
  });
});

describe("the chat widget", () => {
  it("takes no signature of another shop's secret", async () => {
    const body = {
      widgetKey: a.widgetKey,
      customer: { externalId: b.mark, signature: signExternalId(b.widgetSecret, b.mark) },
    };
    const answer = await callRoute(handlerOf("openVisitorSession"), { body });
    expect([answer.status, answer.json.code]).toEqual([403, "forbidden"]);
  });

  it("does not carry a visitor of one shop into another", async () => {
    const call = { key: b.visitorToken, body: { widgetKey: a.widgetKey } };
    const { json } = await callRoute(handlerOf("openVisitorSession"), call);
    expect(json.conversationId).toBeNull();
    const [before, after] = await Promise.all([
      readVisitorToken(b.visitorToken),
      readVisitorToken(json.token),
    ]);
    expect(after).toMatchObject({ merchantId: a.merchantId, customerId: null });
    expect(after!.visitorId).not.toBe(before!.visitorId);
  });

  it("finds nothing for the ids of another shop's visitor, even in a token of ours", async () => {
    const stolen = (await readVisitorToken(b.visitorToken))!;
    const key = await signVisitorToken({ ...stolen, merchantId: a.merchantId });
    const statuses: Record<string, number> = {};
    for (const [id, handler] of ofKind("visitor").filter(([id]) => !id.startsWith("sendVisitor"))) {
      const body = { rateAsVisitor: { score: 1 }, announceVisitorTyping: { isTyping: true } }[id as string];
      const answer = await callRoute(handler, { key, body } as Call);
      expectNothingOfB(answer.text);
      statuses[id] = answer.status;
    }
    expect(statuses).toEqual({
      uploadVisitorAttachment: 415,
      getVisitorConversation: 204,
      rateAsVisitor: 404,
      announceVisitorTyping: 204,
      streamVisitorConversation: 404,
    });
  });
});

describe("the live stream", () => {
  it("replays one's own events only", async () => {
    const stop = new AbortController();
    const call: Call = { key: a.key, query: "?after=0", signal: stop.signal };
    const response = await request(handlerOf("streamConversations"), call);
    const reader = response.body!.getReader();
    let text = "";
    const decoder = new TextDecoder();
    while (!text.includes(a.mark)) text += decoder.decode((await reader.read()).value, { stream: true });
    stop.abort();
    expectNothingOfB(text);
  });
});

/** Last, because erasing and revoking end the records that they prove to be one's own. */
describe("one's own record", () => {
  const endsIt = (id: string) =>
    Number(["revokeApiKey", "eraseCustomer", "deleteChannelAccount"].includes(id));
  const gentleFirst = ofKind("record").toSorted(([x], [y]) => endsIt(x) - endsIt(y));
  it.each(gentleFirst)("is found by %s", async (_, handler, { params, body }) => {
    const { method } = handler.definition;
    const send = method !== "GET" && method !== "DELETE" ? { body: body ?? {} } : {};
    const own = await callRoute(handler, { key: a.key, params: params(a), ...send });
    expect([200, 204, 409]).toContain(own.status);
    expectNothingOfB(own.text);
  });
});
