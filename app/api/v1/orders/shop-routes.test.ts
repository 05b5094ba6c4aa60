import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Permission } from "@/lib/core/permissions";
import { cny, createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { RouteHandler } from "@/lib/platform/http/route";
import { useTestDatabase } from "@/test/database";

const { ownerUrl } = await useTestDatabase();
const categories = await import("../categories/route");
const customer = await import("../customers/[id]/route");
const customerExport = await import("../customers/[id]/export/route");
const merge = await import("../customers/merge/route");
const customers = await import("../customers/route");
const events = await import("../events/route");
const order = await import("./[id]/route");
const orders = await import("./route");
const product = await import("../products/[id]/route");
const products = await import("../products/route");
const suppliers = await import("../suppliers/route");
const { routeDefinitions } = await import("../_manifest");
const { toOpenApi } = await import("@/lib/platform/http/openapi");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let key: string;
beforeAll(async () => {
  shop = await createTestShop(sql);
  key = await shop.createApiKey();
});

interface Call {
  key?: string | null;
  body?: unknown;
  id?: string;
  query?: string;
  idempotencyKey?: string;
}

async function call(
  handler: RouteHandler,
  { key: given = key, body, id, query = "", idempotencyKey }: Call = {},
) {
  const { method, path } = handler.definition;
  const request = new NextRequest(`http://localhost/api/v1${path.replace("{id}", id ?? "")}${query}`, {
    method,
    headers: {
      ...(given ? { authorization: `Bearer ${given}` } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await handler(request, {
    params: Promise.resolve(id ? { id } : ({} as Record<string, string>)),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text ? JSON.parse(text) : null };
}

const MISSING = "0190f000-0000-7000-8000-00000000dead";
const tea = { externalId: "tea", name: { en: "Tea" }, price: cny(100) };
const oneOrder = {
  externalId: "1",
  status: "paid",
  placedAt: "2026-03-01T00:00:00Z",
  lines: [{ product: { externalId: "tea" }, quantity: 1, unitPrice: cny(100) }],
};

describe("the shop's routes", () => {
  it("take a shop in and give it back", async () => {
    const post = async (handler: RouteHandler, items: unknown[]) => {
      const { status, json } = await call(handler, { body: { items } });
      expect([status, json.results[0].status]).toEqual([200, "created"]);
      return json.results[0].id as string;
    };
    await post(categories.POST, [{ externalId: "c", name: { es: "Té" } }]);
    await post(suppliers.POST, [{ externalId: "s", name: "S", leadTimeDays: { mean: 5, sd: 1 } }]);
    const productId = await post(products.POST, [{ ...tea, categories: [{ externalId: "c" }] }]);
    const customerId = await post(customers.POST, [{ externalId: "li", email: "li@x.test" }]);
    const orderId = await post(orders.POST, [{ ...oneOrder, customerId }]);
    expect((await call(product.GET, { id: productId })).json).toMatchObject({
      id: productId,
      price: cny(100),
    });
    expect((await call(order.GET, { id: orderId })).json).toMatchObject({
      customerId,
      lines: [{ productId }],
    });
    expect((await call(customerExport.GET, { id: customerId })).json.orders).toHaveLength(1);
    for (const list of [categories.GET, suppliers.GET, products.GET, customers.GET, orders.GET])
      expect((await call(list, { query: "?limit=1" })).json).toMatchObject({ data: [{}], nextCursor: null });
    const event = { id: "e", type: "view", customerId, productId, occurredAt: new Date().toISOString() };
    const recorded = await call(events.POST, { body: { events: [event, { id: "bad" }] } });
    expect(recorded.json).toMatchObject({
      accepted: 1,
      duplicates: 0,
      rejected: [{ index: 1, code: "invalid_event" }],
    });
    await post(customers.POST, [{ externalId: "li-2" }]);
    const merged = await call(merge.POST, {
      body: { from: { externalId: "li" }, into: { externalId: "li-2" } },
    });
    expect(merged.json).toMatchObject({ mergedId: customerId, moved: { orders: 1, events: 1 } });
    const erased = await call(customer.DELETE, { id: customerId });
    expect([erased.status, erased.json]).toEqual([204, null]);
    expect((await call(customer.GET, { id: customerId })).json.erasedAt).toBeDefined();
  });

  it("answer 401 without a key or with a revoked one", async () => {
    for (const bad of [null, "zg_wrong"]) {
      const answer = await call(orders.GET, { key: bad });
      expect([answer.status, answer.json.code]).toEqual([401, "unauthenticated"]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(answer.headers.get("x-request-id")).toBe(answer.json.requestId);
    }
  });

  it("answer 403 where the key lacks the scope", async () => {
    const scopes: [RouteHandler, Permission, Call][] = [
      [products.POST, "products:read", { body: { items: [tea] } }],
      [orders.GET, "products:read", {}],
      [customer.DELETE, "customers:write", { id: MISSING }],
      [customerExport.GET, "customers:read", { id: MISSING }],
      [events.POST, "orders:write", { body: { events: [] } }],
      [merge.POST, "customers:read", { body: {} }],
    ];
    for (const [handler, scope, input] of scopes) {
      const answer = await call(handler, { ...input, key: await shop.createApiKey([scope]) });
      expect([handler.definition.id, answer.status]).toEqual([handler.definition.id, 403]);
    }
  });

  it("answer 404 for what is not there, and for another shop's", async () => {
    const other = await createTestShop(sql);
    const otherKey = await other.createApiKey();
    const { json } = await call(products.POST, { key: otherKey, body: { items: [tea] } });
    for (const [handler, id] of [
      [product.GET, json.results[0].id],
      [product.GET, "not-an-id"],
      [order.GET, MISSING],
      [customer.GET, MISSING],
      [customer.DELETE, MISSING],
    ] as const)
      expect((await call(handler, { id })).status).toBe(404);
    expect((await call(product.GET, { key: otherKey, id: json.results[0].id })).status).toBe(200);
  });

  it("answer 422 for an envelope that is wrong, 400 and 415 for what is no JSON", async () => {
    for (const body of [undefined, {}, { items: [] }, { items: Array(1_001).fill(tea) }]) {
      const answer = await call(products.POST, { body });
      expect([answer.status, answer.json.code]).toEqual([422, "invalid_input"]);
    }
    for (const query of ["?limit=0", "?limit=201", "?cursor=abc", "?status=lost", "?q=%00"])
      expect((await call(orders.GET, { query })).status).toBe(422);
  });

  it("repeat a stored answer for the same key and body, and refuse another body", async () => {
    const body = {
      items: [{ ...oneOrder, externalId: "idem", lines: [{ quantity: 1, unitPrice: cny(1) }] }],
    };
    const first = await call(orders.POST, { body, idempotencyKey: "k1" });
    const second = await call(orders.POST, { body, idempotencyKey: "k1" });
    expect(first.json.results[0].status).toBe("created");
    expect(second.json).toEqual(first.json);
    expect((await call(orders.POST, { body })).json.results[0].status).toBe("unchanged");
    const changed = await call(orders.POST, { body: { items: [tea] }, idempotencyKey: "k1" });
    expect([changed.status, changed.json.code]).toEqual([409, "idempotency_key_reused"]);
  });

  it("count requests against the key's limit", async () => {
    const slow = await shop.createApiKey(["orders:read"], 2);
    const answers = [];
    for (let n = 0; n < 3; n++) answers.push(await call(orders.GET, { key: slow }));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429]);
    expect(answers.map((answer) => answer.headers.get("ratelimit-remaining"))).toEqual(["1", "0", "0"]);
    expect(answers[0]!.headers.get("ratelimit-limit")).toBe("2");
    expect(Number(answers[2]!.headers.get("ratelimit-reset"))).toBeGreaterThan(0);
    expect(Number(answers[2]!.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("describe themselves in the OpenAPI document, items of batches included", () => {
    const document = JSON.parse(JSON.stringify(toOpenApi(routeDefinitions(), "http://localhost"))) as {
      paths: Record<
        string,
        Record<string, { requestBody: { content: Record<string, { schema: unknown }> } }>
      >;
    };
    for (const path of ["/products", "/orders/{id}", "/customers/merge", "/customers/{id}/export", "/events"])
      expect(document.paths).toHaveProperty([path]);
    const body = document.paths["/orders"]!.post!.requestBody.content["application/json"]!.schema;
    expect(body).toMatchObject({
      properties: {
        items: { maxItems: 1_000, items: { required: ["externalId", "status", "placedAt", "lines"] } },
      },
    });
  });
});
