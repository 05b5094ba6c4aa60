import { afterAll, expect, it } from "vitest";
import { beforeCommit, inTenant } from "@/db/tenant";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import { publishLive } from "./publish-live";
import { readEventsAfter } from "./read-events";

const { ownerUrl } = await useTestDatabase();
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());
const shop = await createTestShop(sql);

const change = (text: string) => ({
  conversationId: newId(),
  type: "message" as const,
  audience: "everyone" as const,
  payload: { text },
});
const stored = async () => (await readEventsAfter(shop.ctx, 0))!.map(({ payload }) => payload.text);

it("a slow client between its announcement and its commit keeps nobody of the shop waiting", async () => {
  let goOn = () => {};
  let isReady = () => {};
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const slow = inTenant(shop.ctx, async ({ tx }) => {
    publishLive(tx, change("slow"));
    beforeCommit(tx, async () => {
      isReady();
      await new Promise<void>((resolve) => (goOn = resolve));
    });
  });
  await ready;
  await inTenant(shop.ctx, async ({ tx }) => publishLive(tx, change("quick")));
  expect(await stored()).toEqual(["quick"]);
  goOn();
  await slow;
  expect(await stored()).toEqual(["quick", "slow"]);
});

it("what is not committed is not announced, and nothing is left behind", async () => {
  const failed = inTenant(shop.ctx, async ({ tx }) => {
    publishLive(tx, change("never"));
    beforeCommit(tx, () => Promise.reject(new Error("at the last moment")));
  });
  await expect(failed).rejects.toThrow("at the last moment");
  const many = Array.from({ length: 120 }, (_, at) => String(at));
  await inTenant(shop.ctx, async ({ tx }) => {
    for (const text of many) publishLive(tx, change(text));
  });
  expect(await stored()).toEqual(["quick", "slow", ...many]);
  expect(await sql`SELECT * FROM live_announcements`).toEqual([]);
});
