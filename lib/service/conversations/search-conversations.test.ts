import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl, appUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { addNote, searchConversations, sendMessage, startConversation } = await import(".");
const { indexConversationsJob } = await import("./jobs");
const { eraseCustomer } = await import("@/lib/data/customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
let delayed: string;
let refund: string;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
  const one = await shop.customerChat("li", "zh");
  await one.say("我的快递三天没动了，订单 HP-20431");
  await one.say("包裹是蓝色的茶杯，请尽快处理");
  delayed = one.id;
  const two = await shop.customerChat("wang", "es");
  await two.say("¿Cuándo llega el reembolso de la tetera?");
  await addNote(ana.ctx, { id: two.id, text: "Promised a voucher 优惠券" });
  refund = two.id;
});

const search = async (q: string, more = {}) => searchConversations(ana.ctx, { q, ...more });
const idsOf = async (q: string) => (await search(q)).data.map(({ id }) => id);
const marked = async (q: string) =>
  (await search(q)).data[0]?.hit?.parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join("");

describe("search", () => {
  it.each([
    ["快递", "我的[快递]三天没动了，订单 HP-20431"],
    ["快遞 20431", "我的[快递]三天没动了，订单 HP-[20431]"],
    ["茶", "包裹是蓝色的[茶]杯，请尽快处理"],
    ["三天没动", "我的快递[三天没动]了，订单 HP-20431"],
    ["hp-2043", "我的快递三天没动了，订单 [HP]-[2043]1"],
  ])("finds %s where it stands", async (q, excerpt) => {
    expect(await idsOf(q)).toEqual([delayed]);
    expect(await marked(q)).toBe(excerpt);
  });

  it("reads Spanish without accents and beginnings of words, and notes too", async () => {
    expect(await marked("CUANDO reemb")).toContain("¿[Cuándo] llega el [reemb]olso");
    expect((await search("优惠券")).data[0]).toMatchObject({ id: refund, hit: { author: "note" } });
  });

  it("wants all the words, which may stand in several messages", async () => {
    expect(await idsOf("快递 蓝色")).toEqual([delayed]);
    expect(await idsOf("快递 reembolso")).toEqual([]);
    expect(await idsOf("递快")).toEqual([]);
    expect(await idsOf("%_")).toEqual([]);
  });

  it("finds customers by name, without a place in a message", async () => {
    expect((await search("Wang")).data).toMatchObject([{ id: refund, hit: null }]);
  });

  it("goes page by page, each conversation once", async () => {
    const made: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      const chat = await shop.customerChat("li");
      await chat.say(`分页测试 ${at}`);
      made.unshift(chat.id);
    }
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await search("分页", { limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(made);
  });

  it("asks for something, and for permission, and stays in the shop", async () => {
    await expect(search("  ")).rejects.toMatchObject({ code: "invalid_input" });
    const visitor = shop.as({ type: "customer", visitorId: delayed, customerId: null });
    await expect(searchConversations(visitor, { q: "快递" })).rejects.toMatchObject({ code: "forbidden" });
    const other = await createTestShop(sql);
    expect((await searchConversations(other.ctx, { q: "快递" })).data).toEqual([]);
  });
});

describe("the index", () => {
  const terms = async (id: string) =>
    (await sql`SELECT term FROM conversation_terms WHERE conversation_id = ${id} ORDER BY term`).map(
      ({ term }) => term as string,
    );

  it("is used under row-level security: for whole terms and for beginnings", async () => {
    const app = postgres(appUrl, { max: 1, onnotice: () => {} });
    const plan = async (condition: string) =>
      app.begin(async (tx) => {
        await tx`SELECT set_config('app.merchant_id', ${shop.merchantId}, true), set_config('enable_seqscan', 'off', true),
          set_config('enable_bitmapscan', 'off', true)`;
        const rows = await tx.unsafe(`EXPLAIN SELECT conversation_id FROM conversation_terms
          WHERE merchant_id = '${shop.merchantId}' AND ${condition}`);
        return rows.map((row) => row["QUERY PLAN"]).join("\n");
      });
    const byTerm = await plan("term = '快递'");
    expect(byTerm).toContain("conversation_terms_term_idx");
    expect(byTerm).toMatch(/Index Cond: .*term = '快递'/);
    const byBeginning = await plan("term >= '快' AND term < '快\u{10FFFF}'");
    expect(byBeginning).toMatch(/Index Cond: .*term >= '快'.*term < /);
    // What is not leakproof must wait behind the policy: the reason for a table of terms.
    expect(await plan("term LIKE '快%'")).not.toMatch(/Index Cond: .*term/);
    await app.end();
  });

  it("takes in what was written past it, once, and leaves the rest", async () => {
    const chat = await shop.customerChat("li");
    await sql`INSERT INTO messages (merchant_id, id, conversation_id, author, text)
      VALUES (${shop.merchantId}, ${crypto.randomUUID()}, ${chat.id}, 'customer', '批量导入的消息')`;
    await sql`UPDATE conversations SET terms_version = 0 WHERE id = ${chat.id}`;
    expect(await idsOf("批量导入")).toEqual([]);
    const before = await terms(delayed);
    await indexConversationsJob.run(shop.merchantId, {}, "test", new AbortController().signal);
    expect(await idsOf("批量导入")).toEqual([chat.id]);
    expect(await terms(delayed)).toEqual(before);
    const [row] = await sql`SELECT terms_version FROM conversations WHERE id = ${chat.id}`;
    expect(row!.terms_version).toBe(1);
  });

  it("forgets a person who is erased, and learns what comes after", async () => {
    const start = { channel: "api" as const, customer: { externalId: "gone", name: "Gone" } };
    const { id, customerId } = await startConversation(shop.ctx, start);
    const say = (text: string) =>
      sendMessage(shop.ctx, { id, author: "customer", text, clientMessageId: text });
    await say("绝密地址在这里");
    expect(await idsOf("绝密地址")).toEqual([id]);
    await eraseCustomer(shop.ctx, { id: customerId! });
    expect(await terms(id)).toEqual([]);
    expect(await idsOf("绝密地址")).toEqual([]);
  });
});
