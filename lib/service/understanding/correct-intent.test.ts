import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { addPerson } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { getConversation, startConversation, sendMessage } = await import("@/lib/service/conversations");
const { correctIntent, createIntent, undoCorrection } = await import(".");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: TestShop;
let id: string;
let first: string;
let latest: string;
beforeAll(async () => {
  shop = await createTestShop(sql);
  ({ id } = await startConversation(shop.ctx, { channel: "api", customer: { externalId: "li" } }));
  const say = async (text: string) =>
    (await sendMessage(shop.ctx, { id, author: "customer", text, clientMessageId: newId() })).message;
  first = (await say("Hello, I have a question about my parcel")).id;
  latest = (await say("Where is my order?")).id;
});
const messageOf = async (messageId: string) =>
  (await getConversation(shop.ctx, { id })).messages.find((message) => message.id === messageId)!;
const liveEvents = () => sql`SELECT type, audience, payload FROM stream_events
  WHERE merchant_id = ${shop.merchantId} ORDER BY id DESC LIMIT 2`;

describe("a message", () => {
  it("keeps how it was understood, its feeling among it, and the conversation has that of the latest", async () => {
    const message = await messageOf(latest);
    expect(message.alternatives).toHaveLength(4);
    expect(message.alternatives[0]!.confidence).toBeLessThanOrEqual(message.confidence!);
    expect(message.sentiment).toBeGreaterThanOrEqual(-1);
    expect(message.sentiment).toBeLessThanOrEqual(1);
    expect((await getConversation(shop.ctx, { id })).sentiment).toBe(message.sentiment);
    const emoji = { id, author: "customer" as const, text: "…", clientMessageId: newId() };
    expect((await sendMessage(shop.ctx, emoji)).message.sentiment).toBeNull();
    await sql`DELETE FROM messages WHERE merchant_id = ${shop.merchantId} AND text = '…'`;
  });
});

describe("correctIntent", () => {
  it("stands beside what was understood, and the conversation of the latest message follows", async () => {
    const before = await messageOf(latest);
    const corrected = await correctIntent(shop.ctx, { messageId: latest, intent: "invoice" });
    expect(corrected).toMatchObject({ intent: before.intent, confidence: before.confidence });
    expect(corrected.correction).toMatchObject({ intent: "invoice", by: "test" });
    expect(await messageOf(latest)).toEqual(corrected);
    expect(await getConversation(shop.ctx, { id })).toMatchObject({ intent: "invoice", confidence: null });
    const [row] = await sql`SELECT * FROM intent_corrections WHERE message_id = ${latest}`;
    expect(row).toMatchObject({ predicted_intent: before.intent, head_version: null, user_id: null });
    expect(row!.model).toMatch(/^zhanggui-text@/);
    expect(Number(row!.predicted_confidence)).toBe(before.confidence);
  });

  it("is announced to the desk alone", async () => {
    const [, message] = await liveEvents();
    expect(message).toMatchObject({ type: "message", audience: "agents" });
    expect(message!.payload.message).toMatchObject({ id: latest, correction: { intent: "invoice" } });
  });

  it("the same again changes nothing, another word replaces it", async () => {
    const [before] = await liveEvents();
    await correctIntent(shop.ctx, { messageId: latest, intent: "invoice" });
    expect((await liveEvents())[0]).toEqual(before);
    await correctIntent(shop.ctx, { messageId: latest, intent: "refund_status" });
    const rows = await sql`SELECT intent FROM intent_corrections WHERE merchant_id = ${shop.merchantId}`;
    expect(rows.map(({ intent }) => intent)).toEqual(["refund_status"]);
    const audit = await sql`SELECT details FROM audit_log WHERE merchant_id = ${shop.merchantId}
      AND action = 'message_intent.corrected' ORDER BY created_at, id`;
    expect(audit.map(({ details }) => details.to)).toEqual(["invoice", "refund_status"]);
  });

  it("of an earlier message leaves the conversation as it is", async () => {
    await correctIntent(shop.ctx, { messageId: first, intent: "greeting" });
    expect(await getConversation(shop.ctx, { id })).toMatchObject({ intent: "refund_status" });
  });

  it("can be taken back, twice without harm", async () => {
    for (let round = 0; round < 2; round++)
      expect((await undoCorrection(shop.ctx, { messageId: latest })).correction).toBeNull();
    const { intent, confidence } = await messageOf(latest);
    expect(await getConversation(shop.ctx, { id })).toMatchObject({ intent, confidence });
  });

  it("takes the shop's own intents too, and no others", async () => {
    await createIntent(shop.ctx, { id: "gift_wrapping", name: { en: "Gift wrapping" } });
    const own = await correctIntent(shop.ctx, { messageId: latest, intent: "gift_wrapping" });
    expect(own.correction?.intent).toBe("gift_wrapping");
    const unknown = correctIntent(shop.ctx, { messageId: latest, intent: "nonsense" });
    await expect(unknown).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "intent" }] });
  });

  it("is for customers' messages of this shop and this conversation", async () => {
    const bot = (await getConversation(shop.ctx, { id })).messages.find(({ author }) => author === "bot")!;
    const other = await createTestShop(sql);
    for (const call of [
      () => correctIntent(shop.ctx, { messageId: bot.id, intent: "invoice" }),
      () => correctIntent(other.ctx, { messageId: latest, intent: "invoice" }),
      () => correctIntent(shop.ctx, { messageId: latest, intent: "invoice", conversationId: newId() }),
      () => undoCorrection(other.ctx, { messageId: latest }),
    ])
      await expect(call()).rejects.toMatchObject({ code: "not_found" });
  });

  it.each([
    ["viewer", "thanks"],
    ["agent", "thanks"],
    ["operator", "goodbye"],
    ["owner", "invoice"],
  ] as const)("by the %s", async (role, intent) => {
    const person = await addPerson(shop, role);
    const call = correctIntent(person.ctx, { messageId: latest, intent });
    if (role === "viewer") await expect(call).rejects.toMatchObject({ code: "forbidden" });
    else expect((await call).correction).toMatchObject({ by: role, intent });
  });
});
