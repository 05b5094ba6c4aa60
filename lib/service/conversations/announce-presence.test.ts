import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { type ChatShop, openChatShop } from "@/test/support/chat-shop";
import { addPerson, type Person } from "@/test/support/people";

const { ownerUrl } = await useTestDatabase();
const { announcePresence } = await import(".");
const { liveHub } = await import("@/lib/platform/live");
const { selectForVisitor } = await import("./visitor");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
let ana: Person;
beforeAll(async () => {
  shop = await openChatShop(sql);
  ana = await addPerson(shop, "agent", { name: "Ana" });
});

it("reaches the desk at once, the customer never, and is kept nowhere", async () => {
  const { id } = await shop.customerChat("li");
  const heard = new Promise<import("@/lib/platform/live").NumberedEvent>((resolve) => {
    void liveHub()
      .subscribe(shop.merchantId, { onEvents: ([event]) => resolve(event!), onGap: () => {} })
      .then(() => announcePresence(ana.ctx, { id, state: "arrived" }));
  });
  const event = await heard;
  expect(event).toEqual({
    id: null,
    conversationId: id,
    type: "presence",
    audience: "agents",
    payload: { userId: ana.id, name: "Ana", state: "arrived" },
  });
  expect(selectForVisitor(shop.ctx, event, id)).toBeNull();
  expect(await sql`SELECT 1 FROM stream_events WHERE conversation_id = ${id}`).toHaveLength(0);
});

it("is for members who may answer, in their own shop, and knows three states", async () => {
  const { id } = await shop.customerChat("li");
  const state = "here" as const;
  const viewer = await addPerson(shop, "viewer");
  await expect(announcePresence(viewer.ctx, { id, state })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await addPerson(await createTestShop(sql), "owner");
  await expect(announcePresence(stranger.ctx, { id, state })).rejects.toMatchObject({ code: "not_found" });
  await expect(announcePresence(ana.ctx, { id, state: "gone" as never })).rejects.toMatchObject({
    code: "invalid_input",
  });
});
