import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { Browser, ChatShop } from "@/test/support/chat-shop";
import { png } from "@/test/support/picture-files";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { sendVisitorMessage } = await import(".");
const { uploadVisitorAttachment } = await import("@/lib/platform/attachments");
const { listComplaints, listOrderRequests } = await import("@/lib/data/after-sales");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
  await sql`UPDATE shipments SET delivered_at = '2026-06-30', status = 'delivered'
    WHERE merchant_id = ${shop.merchantId}`;
  await sql`UPDATE orders SET status = 'delivered' WHERE merchant_id = ${shop.merchantId} AND number = 'HP-20431'`;
});

async function sendPicture({ ctx }: Browser, text = "", fileName = "damage.png") {
  const { id } = await uploadVisitorAttachment(ctx, { bytes: png(), fileName });
  const sent = await sendVisitorMessage(ctx, { text, attachmentIds: [id], clientMessageId: newId() });
  return { id, ...sent };
}
async function finishReturn(browser: Browser) {
  for (const text of ["The tea", "it arrived damaged", "yes, it is opened", "yes", "yes", "yes"]) {
    const { conversation } = await browser.say(text);
    if (!conversation.slots.tasks) break;
  }
}
const returns = async () => (await listOrderRequests(shop.ctx, { kind: "return" })).data;

describe("a picture during a return", () => {
  it("is received, the task goes on, and it stands with the return", async () => {
    const browser = await shop.openBrowser("li");
    await browser.say("I want to return order HP-20431");
    const { id, reply, conversation } = await sendPicture(browser);
    expect(reply!.text).toContain("Thank you, the picture has arrived and is kept with your request.");
    expect(reply!.text.split("\n").length).toBeGreaterThan(1);
    expect(conversation.owner).toBe("bot");
    await finishReturn(browser);
    const [made] = await returns();
    expect(made!.evidence).toMatchObject([{ id, kind: "image", url: `/api/v1/attachments/${id}` }]);
    const after = await sendPicture(browser, "", "second.png");
    expect(after.reply!.text).toBe("Thank you, the picture has arrived and is kept with your request.");
    expect((await returns())[0]!.evidence.map((file) => file.id)).toEqual([id, after.id]);
  });
});

it("a picture that opens a conversation is answered in the language of the chat", async () => {
  const { ctx } = await shop.openBrowser();
  const { id } = await uploadVisitorAttachment(ctx, { bytes: png(), fileName: "a.png" });
  const message = { attachmentIds: [id], clientMessageId: newId(), language: "zh" as const };
  expect((await sendVisitorMessage(ctx, message)).reply!.text).toContain("请问是关于什么的");
});

describe("a picture of which nobody knows what it is about", () => {
  it.each([
    ["en", "Hello there, good morning", "What is it about?"],
    ["zh", "你好，请问在吗", "请问是关于什么的"],
    ["es", "Hola, buenos días", "¿De qué se trata?"],
  ])("is asked about once in %s, then a person looks", async (_, greeting, question) => {
    const browser = await shop.openBrowser();
    await browser.say(greeting);
    const first = await sendPicture(browser);
    expect(first.reply!.text).toContain(question);
    expect(first.conversation.owner).toBe("bot");
    const second = await sendPicture(browser);
    expect(second.conversation.owner).toBe("human");
  });

  it("is kept with what is asked for next", async () => {
    const browser = await shop.openBrowser("wang");
    const { id } = await sendPicture(browser);
    const { conversation } = await browser.say("I want to complain: the service was terrible and rude");
    for (let turn = 0; turn < 4 && conversation.owner === "bot"; turn++) {
      const { conversation: now } = await browser.say(turn === 0 ? "HP-20500" : "yes");
      if (now.owner === "human") break;
    }
    await browser.say("thank you");
    const [complaint] = (await listComplaints(shop.ctx)).data;
    expect(complaint?.evidence.map((file) => file.id)).toEqual([id]);
  });
});
