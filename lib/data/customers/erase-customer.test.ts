import { afterAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { useTestDatabase } from "@/test/database";
import { cny, createTestShop, openOwner, type TestShop } from "../catalog/test-shop";
import { customerExportDto } from "./schemas";

const { ownerUrl } = await useTestDatabase();
const { changeShippingAddress, openComplaint, requestInvoice, requestPriceProtection, subscribeRestock } =
  await import("../after-sales");
const { upsertProducts } = await import("../catalog");
const { upsertOrders } = await import("../orders/upsert-orders");
const { recordEvents } = await import("../events/record-events");
const { eraseCustomer } = await import("./erase-customer");
const { exportCustomer } = await import("./export-customer");
const { mergeCustomers } = await import("./merge-customers");
const { getCustomer, listCustomers } = await import("./queries");
const { upsertCustomers } = await import("./upsert-customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

const address = { recipient: "María Secreta", city: "Lugo", postalCode: "27001", country: "ES" };

/** An address, an invoice, a lower price, a complaint and a notice. */
async function askForThings(shop: TestShop, customerId: string, orderId: string) {
  const [product] = await sql`SELECT id FROM products WHERE merchant_id = ${shop.merchantId}`;
  const wish = () => ({ orderId, requestKey: newId() });
  const invoice = {
    country: "ES",
    buyer: "personal" as const,
    title: "María Secreta",
    email: "m@secret.test",
  };
  const lines = ["Secret Street 1"];
  await changeShippingAddress(shop.ctx, { ...wish(), address: { ...address, lines } });
  await requestInvoice(shop.ctx, { ...wish(), invoice });
  await requestPriceProtection(shop.ctx, wish());
  await openComplaint(shop.ctx, { ...wish(), category: "other", text: "My secret complaint" });
  const notice = { productId: product!.id as string, email: "maria@secret.test" };
  await subscribeRestock(shop.ctx, notice, { customerId });
  await subscribeRestock(shop.ctx, notice);
  await sql`INSERT INTO idempotency_keys (merchant_id, credential_id, route, key, body_sha256, response_status, response_body)
    VALUES (${shop.merchantId}, 'k', ${`POST /api/v1/orders/${orderId}/invoices`}, 'i', 'x', 200, ${sql.json({ title: "secret" })}),
      (${shop.merchantId}, 'k', '/api/v1/complaints', 'c', 'x', 200, ${sql.json({ customerId, text: "secret" })})`;
}

/** A platform on which they wrote: the raw call, and an answer that waits to be sent. */
async function writeFromPlatform({ merchantId: m }: TestShop, customerId: string, conversation: string) {
  const [account, contact] = [newId(), newId()];
  await sql`INSERT INTO channel_accounts (merchant_id, id, kind, name, secrets_sealed, address_token)
    VALUES (${m}, ${account}, 'telegram', 'Bot', '', ${account})`;
  await sql`INSERT INTO channel_contacts (merchant_id, id, account_id, provider_id, customer_id, name, last_inbound_provider_id)
    VALUES (${m}, ${contact}, ${account}, 'secret-77', ${customerId}, 'María Secreta', 'secret-77:1')`;
  await sql`UPDATE conversations SET channel_contact_id = ${contact} WHERE merchant_id = ${m} AND id = ${conversation}`;
  await sql`INSERT INTO inbound_calls (merchant_id, id, account_id, provider_id, sender_ids, received_at, method, headers, query, body, events)
    VALUES (${m}, ${newId()}, ${account}, 'message:secret-77:1', ${["secret-77"]}, now(), 'POST', '{}', '{}', '', '[]'),
      (${m}, ${newId()}, ${account}, 'message:other', ${["other"]}, now(), 'POST', '{}', '{}', '', '[]')`;
  const [message] =
    await sql`SELECT id FROM messages WHERE conversation_id = ${conversation} AND author = 'agent'`;
  await sql`INSERT INTO deliveries (merchant_id, id, account_id, contact_id, conversation_id, message_id, part, text_from, text_to, next_attempt_at, error_reason)
    VALUES (${m}, ${newId()}, ${account}, ${contact}, ${conversation}, ${message!.id}, 0, 0, 9, now(), 'secret-77 is away')`;
}

/** Two records of one person, merged, with something of theirs in every table. */
async function createPerson() {
  const shop = await createTestShop(sql);
  const { merchantId: m } = shop;
  const { results } = await upsertCustomers(shop.ctx, {
    items: [
      {
        externalId: "maria",
        name: "María Secreta",
        email: "maria@secret.test",
        phone: "600111222",
        city: "Lugo",
      },
      { externalId: "maria-old-SECRET", name: "M. Secreta", email: "old@secret.test" },
    ],
  });
  await upsertProducts(shop.ctx, {
    items: [{ externalId: "gone", name: { en: "Gone" }, price: cny(400), stock: { onHand: 0 } }],
  });
  const [id, oldId] = results.map((result) => result.id!) as [string, string];
  const refund = { status: "refunded" as const, returnedAt: "2026-03-05T00:00:00Z", refund: cny(300) };
  const answer = await upsertOrders(shop.ctx, {
    items: [
      {
        externalId: "1",
        customerId: id,
        email: "maria@secret.test",
        phone: "600111222",
        status: "delivered",
        placedAt: "2026-03-01T00:00:00Z",
        lines: [{ quantity: 2, unitPrice: cny(500) }],
        shippingAddress: { ...address, lines: ["Secret Street 1"] },
        returns: [{ ...refund, externalId: "r", reason: "secret reason" }],
      },
      {
        externalId: "2",
        customerId: id,
        status: "paid",
        placedAt: new Date().toISOString(),
        lines: [{ product: { externalId: "gone" }, quantity: 2, unitPrice: cny(500) }],
      },
    ],
  });
  expect(answer.results.map(({ status }) => status)).toEqual(["created", "created"]);
  await askForThings(shop, id, answer.results[1]!.id!);
  const conversation = newId();
  await sql`INSERT INTO conversations (merchant_id, id, channel, customer_id, visitor_id, slots, last_message_preview)
    VALUES (${m}, ${conversation}, 'web', ${oldId}, ${newId()}, ${sql.json({ email: "maria@secret.test" })}, 'secret words')`;
  for (const [author, text] of [
    ["customer", "My secret words"],
    ["agent", "Hello María Secreta, we wrote to maria@secret.test"],
  ])
    await sql`INSERT INTO messages (merchant_id, id, conversation_id, author, text)
      VALUES (${m}, ${newId()}, ${conversation}, ${author!}, ${text!})`;
  await writeFromPlatform(shop, oldId, conversation);
  const label = newId();
  await sql`INSERT INTO labels (merchant_id, id, name, name_key, color) VALUES (${m}, ${label}, 'VIP', 'vip', 'amber')`;
  await sql`INSERT INTO conversation_labels (merchant_id, conversation_id, label_id) VALUES (${m}, ${conversation}, ${label})`;
  await sql`INSERT INTO conversation_terms (merchant_id, conversation_id, term) VALUES (${m}, ${conversation}, 'secret')`;
  await sql`INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload)
    VALUES (${m}, ${conversation}, 'message', 'everyone', ${sql.json({ text: "secret words" })})`;
  await sql`INSERT INTO idempotency_keys (merchant_id, credential_id, route, key, body_sha256, response_status, response_body)
    VALUES (${m}, 'k', ${`POST /api/v1/conversations/${conversation}/messages`}, 'k', 'x', 200, ${sql.json({ text: "secret" })})`;
  const importId = newId();
  await sql`INSERT INTO imports (merchant_id, id, kind, file_name, file_bytes, status)
    VALUES (${m}, ${importId}, 'customers', 'f.csv', 1, 'succeeded')`;
  await sql`INSERT INTO import_rejections (merchant_id, import_id, row_number, raw, code, message)
    VALUES (${m}, ${importId}, 1, ${sql.json({ mail: "old@secret.test" })}, 'x', 'x')`;
  await mergeCustomers(shop.ctx, { from: { id: oldId }, into: { id } });
  const occurredAt = new Date().toISOString();
  await recordEvents(shop.ctx, {
    events: [
      {
        id: "1",
        type: "search",
        customerId: id,
        anonymousId: "secret-browser",
        query: "secret query",
        occurredAt,
      },
      { id: "2", type: "view", anonymousId: "secret-browser", occurredAt },
    ],
  });
  return { shop, id, oldId };
}

const TABLES = [
  "customers",
  "orders",
  "returns",
  "conversations",
  "messages",
  "stream_events",
  "idempotency_keys",
  "import_rejections",
  "events",
  "audit_log",
  "order_requests",
  "complaints",
  "restock_notices",
  "channel_contacts",
  "inbound_calls",
  "deliveries",
];

describe("exportCustomer", () => {
  it("holds all that is known about a person", async () => {
    const { shop, id } = await createPerson();
    const file = await exportCustomer(shop.ctx, { id });
    expect(customerExportDto.parse(JSON.parse(JSON.stringify(file)))).toBeDefined();
    expect(file).toMatchObject({
      customer: { externalId: "maria" },
      mergedCustomers: [{ externalId: "maria-old-SECRET" }],
      orders: [{ email: "maria@secret.test", returns: [{ reason: "secret reason" }] }, {}],
      orderRequests: [{ kind: "change_address" }, { kind: "invoice" }, { kind: "price_protection" }],
      complaints: [{ text: "My secret complaint" }],
      restockNotices: [{ email: "maria@secret.test" }],
      channelContacts: [{ kind: "telegram", providerId: "secret-77" }],
      conversations: [{ labels: ["VIP"], messages: [{ text: "My secret words" }, { author: "agent" }] }],
      events: [{ query: "secret query" }],
    });
    expect(JSON.stringify(file)).not.toContain(shop.merchantId);
  });

  it("needs every permission that its parts need, and stays within the shop", async () => {
    const { shop, id } = await createPerson();
    const key = shop.as({ type: "api_key", id: "k", name: "k", scopes: ["customers:read", "orders:read"] });
    await expect(exportCustomer(key, { id })).rejects.toMatchObject({ code: "forbidden" });
    const other = await createTestShop(sql);
    await expect(exportCustomer(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("eraseCustomer", () => {
  it("leaves nothing of the person in any table, and the amounts where they were", async () => {
    const { shop, id, oldId } = await createPerson();
    await eraseCustomer(shop.asRole("owner"), { id });
    for (const table of TABLES) {
      const rows = await sql.unsafe(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE merchant_id = $1`,
        [shop.merchantId],
      );
      for (const { row } of rows) expect(row, table).not.toMatch(/secret|secreta|600111222|lugo/i);
    }
    const [order] = await sql`SELECT base_total_minor, customer_id FROM orders
      WHERE merchant_id = ${shop.merchantId} AND external_id = '1'`;
    const requests = await sql`SELECT kind, refund_minor FROM order_requests
      WHERE merchant_id = ${shop.merchantId} ORDER BY created_at, id`;
    expect(requests.map(({ kind, refund_minor }) => [kind, refund_minor])).toEqual([
      ["change_address", null],
      ["invoice", null],
      ["price_protection", "200"],
    ]);
    expect(order).toMatchObject({ base_total_minor: "1000", customer_id: id });
    const waiting =
      await sql`SELECT state, error_code FROM deliveries WHERE merchant_id = ${shop.merchantId}`;
    expect([...waiting]).toEqual([{ state: "failed", error_code: "customer_erased" }]);
    const calls = await sql`SELECT sender_ids FROM inbound_calls WHERE merchant_id = ${shop.merchantId}`;
    expect(calls.map(({ sender_ids }) => sender_ids)).toEqual([["other"]]);
    const texts =
      await sql`SELECT author, text FROM messages WHERE merchant_id = ${shop.merchantId} ORDER BY author`;
    expect(texts).toMatchObject([
      { author: "agent", text: "Hello [erased], we wrote to [erased]" },
      { author: "customer", text: "[erased]" },
    ]);
    expect(await getCustomer(shop.ctx, { id: oldId })).toMatchObject({ id, erasedAt: expect.any(String) });
    expect((await listCustomers(shop.ctx)).data).toEqual([]);
    await expect(eraseCustomer(shop.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    const anew = await upsertCustomers(shop.ctx, { items: [{ externalId: "maria" }] });
    expect(anew.results[0]).toMatchObject({ status: "created" });
  });

  it("is for owners alone, and touches nobody else", async () => {
    const { shop, id } = await createPerson();
    for (const role of ["viewer", "agent", "operator"] as const)
      await expect(eraseCustomer(shop.asRole(role), { id })).rejects.toMatchObject({ code: "forbidden" });
    const other = await createTestShop(sql);
    await expect(eraseCustomer(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    const [bystander] = (await upsertCustomers(shop.ctx, { items: [{ externalId: "b", email: "b@x.test" }] }))
      .results;
    await eraseCustomer(shop.ctx, { id });
    expect(await getCustomer(shop.ctx, { id: bystander!.id! })).toMatchObject({ email: "b@x.test" });
  });
});
