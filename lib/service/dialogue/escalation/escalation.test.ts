import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getEscalationRules, updateEscalationRules } = await import("@/lib/service/dialogue");
const { getConversation, handBackConversation } = await import("@/lib/service/conversations");
const { upsertOrders } = await import("@/lib/data/orders");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});
beforeEach(() => sql`DELETE FROM escalation_rules`);

let made = 0;
async function withPaidOrder(currency = "CNY", fxRate?: number) {
  made += 1;
  const [customer, number] = [`spender-${made}`, `HP-${70_000 + made}`];
  await shop.customerChat(customer);
  const unitPrice = { amountMinor: 50_000, currency };
  const order = { externalId: number, number, customer: { externalId: customer }, status: "paid" as const };
  const { results } = await upsertOrders(shop.ctx, {
    items: [
      {
        ...order,
        ...(fxRate ? { fxRate } : {}),
        placedAt: "2026-06-30T00:00:00Z",
        lines: [{ product: { externalId: "cup" }, quantity: 1, unitPrice }],
      },
    ],
  });
  expect(results[0]).toMatchObject({ status: "created" });
  return { chat: await shop.customerChat(customer), number };
}

const reasonOf = async (id: string) => (await getConversation(shop.ctx, { id })).handoffReason;
const statusOf = async (number: string) =>
  (await sql`SELECT status FROM orders WHERE merchant_id = ${shop.merchantId} AND number = ${number}`)[0]!
    .status;

describe("the rules", () => {
  it("hold with their defaults until somebody changes them, and change one by one", async () => {
    expect(await getEscalationRules(shop.ctx)).toMatchObject({
      unclear: { isOn: true, messages: 2 },
      complaint: { isOn: true },
      amount: { isOn: false },
      updatedBy: null,
    });
    await updateEscalationRules(shop.ctx, { unclear: { isOn: true, messages: 1 } });
    const changed = await updateEscalationRules(shop.ctx, { complaint: { isOn: false } });
    expect(changed).toMatchObject({
      unclear: { messages: 1 },
      complaint: { isOn: false },
      updatedBy: "test",
    });
    const audit =
      await sql`SELECT details FROM audit_log WHERE action = 'escalation_rules.updated' ORDER BY id`;
    expect(audit.at(-1)!.details).toEqual({ complaint: { isOn: false } });
  });

  it("are changed by who may change settings, of their own shop, within their bounds", async () => {
    const change = { unclear: { isOn: true, messages: 1 } };
    await expect(updateEscalationRules(shop.asRole("agent"), change)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      updateEscalationRules(shop.ctx, { unclear: { isOn: true, messages: 9 } }),
    ).rejects.toMatchObject({ code: "invalid_input" });
    await updateEscalationRules(shop.ctx, change);
    const other = await openChatShop(sql);
    expect(await getEscalationRules(other.ctx)).toMatchObject({ unclear: { messages: 2 } });
  });
});

describe("what is not understood", () => {
  it("goes to a person after as many messages as the shop says", async () => {
    await updateEscalationRules(shop.ctx, { unclear: { isOn: true, messages: 1 } });
    const chat = await shop.customerChat("mumbler-1");
    expect((await chat.say("what about it then")).conversation.owner).toBe("human");
    expect(await reasonOf(chat.id)).toBe("low_confidence");
  });

  it("stays with the bot where the rule is off", async () => {
    await updateEscalationRules(shop.ctx, { unclear: { isOn: false, messages: 1 } });
    const chat = await shop.customerChat("mumbler-2");
    for (const text of ["what about it then", "🙂", "what about it then"])
      expect((await chat.say(text)).conversation.owner).toBe("bot");
    expect((await chat.say("I want to talk to a person")).conversation.owner).toBe("human");
  });
});

describe("anger", () => {
  const angry = [
    "This is outrageous, I am absolutely furious with you!",
    "You are useless idiots, worst shop ever!",
  ];

  it("goes to a person by the shop's count, and is soothed where the rule is off", async () => {
    await updateEscalationRules(shop.ctx, { anger: { isOn: true, messages: 1 } });
    const chat = await shop.customerChat("angry-1");
    expect((await chat.say(angry[1]!)).conversation.owner).toBe("human");
    expect(await reasonOf(chat.id)).toBe("angry");
    await updateEscalationRules(shop.ctx, {
      anger: { isOn: false, messages: 1 },
      complaint: { isOn: false },
      unclear: { isOn: false, messages: 1 },
    });
    const other = await shop.customerChat("angry-2");
    for (const text of angry)
      expect((await other.say(`${text} Where is my order?`)).conversation.owner).toBe("bot");
  });
});

describe("a complaint", () => {
  it("is written down and stays with the bot where the rule is off", async () => {
    await updateEscalationRules(shop.ctx, {
      complaint: { isOn: false },
      anger: { isOn: false, messages: 1 },
    });
    const chat = await shop.customerChat("complainer");
    const { reply, conversation } = await chat.say("I want to file a complaint about the rude courier");
    expect(conversation.owner).toBe("bot");
    expect(reply!.text).toContain("written your complaint down");
    const [complaint] = await sql`SELECT category FROM complaints WHERE conversation_id = ${chat.id}`;
    expect(complaint).toEqual({ category: "delivery" });
  });
});

describe("much at stake", () => {
  it("is done by a person above the limit, and by the bot below it", async () => {
    await updateEscalationRules(shop.ctx, { amount: { isOn: true, amountMinor: 40_000 } });
    const { chat, number } = await withPaidOrder();
    const { conversation } = await chat.say("Please cancel my order");
    expect(conversation.owner).toBe("human");
    expect(await reasonOf(chat.id)).toBe("amount_at_stake");
    expect(await statusOf(number)).toBe("paid");
    await updateEscalationRules(shop.ctx, { amount: { isOn: true, amountMinor: 50_000 } });
    const small = await withPaidOrder();
    await small.chat.say("Please cancel my order");
    expect((await small.chat.say("yes")).conversation.owner).toBe("bot");
    expect(await statusOf(small.number)).toBe("cancelled");
  });

  it("is measured in the shop's currency", async () => {
    await updateEscalationRules(shop.ctx, { amount: { isOn: true, amountMinor: 100_000 } });
    const { chat } = await withPaidOrder("USD", 7.1);
    expect((await chat.say("Please cancel my order")).conversation.owner).toBe("human");
  });
});

describe("the best customers", () => {
  it("get a person at once, and the bot after a person has given them back", async () => {
    await updateEscalationRules(shop.ctx, { bestCustomers: { isOn: true, spentMinor: 50_000 } });
    const { chat } = await withPaidOrder();
    const first = await chat.say("How much is the tea cup?");
    expect(first.conversation.owner).toBe("human");
    expect(await reasonOf(chat.id)).toBe("best_customer");
    await handBackConversation(shop.ctx, { id: chat.id });
    const second = await chat.say("How much is the tea cup?");
    expect(second.conversation.owner).toBe("bot");
    expect(second.reply!.text).toContain("costs");
    const stranger = await shop.customerChat("first-time");
    expect((await stranger.say("How much is the tea cup?")).conversation.owner).toBe("bot");
  });
});
