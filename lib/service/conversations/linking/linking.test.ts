import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { ChatShop } from "@/test/support/chat-shop";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { findMatchingCustomers, getConversation, linkCustomer, tellContactApart } = await import("..");
const { createChannelAccount } = await import("@/lib/platform/channels");
const { eraseCustomer, upsertCustomers } = await import("@/lib/data/customers");
const { lockConversation } = await import("../internal");
const { receiveMessage } = await import("../receive-message");
const { inTenant } = await import("@/db/tenant");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let accountId: string;
let id: string;
beforeAll(async () => {
  shop = await openChatShop(sql);
  const settings = { botToken: `123456:${"a".repeat(35)}` };
  accountId = (await createChannelAccount(shop.ctx, { kind: "telegram", name: "Bot", settings })).id;
});

/** Somebody unknown who wrote on a platform. */
async function meet(contact: { name?: string; email?: string; phone?: string } = {}): Promise<string> {
  const [contactId, conversationId] = [newId(), newId()];
  const { name = null, email = null, phone = null } = contact;
  await sql`INSERT INTO channel_contacts (merchant_id, id, account_id, provider_id, name, email, phone)
    VALUES (${shop.merchantId}, ${contactId}, ${accountId}, ${contactId}, ${name}, ${email}, ${phone})`;
  await sql`INSERT INTO conversations (merchant_id, id, channel, channel_contact_id)
    VALUES (${shop.merchantId}, ${conversationId}, 'telegram', ${contactId})`;
  return conversationId;
}
beforeEach(async () => {
  id = await meet({ name: "Li", phone: "+8613800138000" });
});
const matches = async (of = id) =>
  (await findMatchingCustomers(shop.ctx, { id: of })).data.map(({ customer, level, reasons }) => [
    customer.name,
    level,
    ...reasons.map(({ kind, strength }) => `${kind} ${strength}`),
  ]);
const say = (text: string) =>
  inTenant(shop.ctx, async ({ tx, ctx }) =>
    receiveMessage(tx, ctx, await lockConversation(tx, ctx, id), { text, clientMessageId: newId() }),
  );

describe("an unknown person on a platform", () => {
  it("is probably the customer whose phone the platform tells", async () => {
    expect(await matches()).toEqual([["Li", "probable", "phone strong"]]);
    expect(await findMatchingCustomers(shop.ctx, { id })).toMatchObject({
      canLink: true,
      contact: { name: "Li", phone: "+8613800138000" },
    });
    expect(await matches(await meet({ phone: "+34600000000" }))).toEqual([]);
    expect(await matches(await meet())).toEqual([]);
  });

  it("who proved an order by its e-mail is known by both, and who typed an address only possibly", async () => {
    id = await meet();
    await say("Where is my order HP-20431? li@example.com");
    expect(await matches()).toEqual([["Li", "probable", "order strong", "email weak"]]);
    const typed = await meet();
    await sql`UPDATE conversations SET slots = '{"contact":{"email":"wang@example.com"}}' WHERE id = ${typed}`;
    expect(await matches(typed)).toEqual([["Wang", "possible", "email weak"]]);
  });

  it("is linked by an agent, served as that customer, and unlinked without leaving anything behind", async () => {
    const agent = shop.asRole("agent");
    const linked = await linkCustomer(agent, { id, customerId: shop.customers.li });
    expect(linked).toMatchObject({ customerId: shop.customers.li, customerName: "Li" });
    expect(await matches()).toEqual([]);
    expect((await say("Where is my order HP-20431?")).reply!.text).toContain("SF1234567890123");
    const free = await linkCustomer(agent, { id, customerId: null });
    expect(free).toMatchObject({ customerId: null, slots: {} });
    expect((await say("Where is my order HP-20431?")).reply!.text).toMatch(/^To protect your data/);
    const [contact] = await sql`SELECT c.customer_id FROM channel_contacts c
      JOIN conversations v ON v.channel_contact_id = c.id WHERE v.id = ${id}`;
    expect(contact!.customer_id).toBeNull();
    const actions = await sql`SELECT action FROM audit_log WHERE subject_id = ${id} ORDER BY created_at, id`;
    expect(actions.map(({ action }) => action)).toEqual([
      "conversation.customer_linked",
      "conversation.customer_unlinked",
    ]);
  });

  it("of whom an agent said that they are somebody else is not asked about again, until it is taken back", async () => {
    const tell = (isDistinct: boolean) =>
      tellContactApart(shop.ctx, { id, customerId: shop.customers.li, isDistinct });
    await tell(true);
    await tell(true);
    expect(await matches()).toEqual([]);
    await tell(false);
    expect(await matches()).toHaveLength(1);
  });

  it("is never one who was erased", async () => {
    const { results } = await upsertCustomers(shop.ctx, {
      items: [{ externalId: "gone", name: "Gone", phone: "+34699999999" }],
    });
    const other = await meet({ phone: "+34 699 999 999" });
    expect(await matches(other)).toHaveLength(1);
    await eraseCustomer(shop.ctx, { id: results[0]!.id! });
    expect(await matches(other)).toEqual([]);
    const link = { id: other, customerId: results[0]!.id! };
    await expect(linkCustomer(shop.ctx, link)).rejects.toMatchObject({ code: "conflict" });
  });

  it("belongs to one shop, and a visitor of the chat cannot be linked", async () => {
    const other = await createTestShop(sql);
    await expect(findMatchingCustomers(other.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(linkCustomer(other.ctx, { id, customerId: null })).rejects.toMatchObject({
      code: "not_found",
    });
    const { results } = await upsertCustomers(other.ctx, { items: [{ externalId: "x", name: "X" }] });
    const foreign = { id, customerId: results[0]!.id! };
    await expect(linkCustomer(shop.ctx, foreign)).rejects.toMatchObject({ code: "not_found" });
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("hello");
    const visitor = { id: conversation.id, customerId: shop.customers.li };
    await expect(linkCustomer(shop.ctx, visitor)).rejects.toMatchObject({ code: "conflict" });
    expect((await getConversation(shop.ctx, { id: conversation.id })).customerId).toBeNull();
  });
});
