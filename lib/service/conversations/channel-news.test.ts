import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";

const { ownerUrl } = await useTestDatabase();
const { connectTelegram, deliveriesOf, openTakenConversation, post, runJobs, update } = await import(
  "@/test/support/channel-shop"
);
const { getConversation, sendMessage } = await import("@/lib/service/conversations");
const { receiveChannelCallJob, sweepChannelsJob } = await import("./jobs");
const sql = openOwner(ownerUrl);

let shop: TestShop;
let api: BotApi;
let account: ChannelAccountDto;
let id: string;
beforeAll(async () => {
  api = await BotApi.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
  account = await connectTelegram(shop, api);
  id = (await openTakenConversation(shop, account, api)).id;
  api.taken.length = 0;
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

const write = (text: string) =>
  sendMessage(shop.ctx, { id, author: "agent", text, clientMessageId: newId() });
const stateOf = async (messageId: string) =>
  (await getConversation(shop.ctx, { id })).messages.find((message) => message.id === messageId)!
    .deliveryState;
const mine = async () => (await deliveriesOf(shop)).slice(1);

describe("what a platform says later of a message", () => {
  /** As an adapter of a platform with such news would have read it. */
  const news = async (...events: object[]) => {
    const callId = newId();
    await sql`INSERT INTO inbound_calls (merchant_id, id, account_id, provider_id, received_at, method, headers, query, body, events)
      VALUES (${shop.merchantId}, ${callId}, ${account.id}, ${callId}, now(), 'POST', '{}', '{}', '', ${sql.json(events as never)})`;
    await receiveChannelCallJob.run(shop.merchantId, { callId }, "x", new AbortController().signal);
  };
  const at = new Date().toISOString();

  it("is shown, goes forward only, and reaches the desk live", async () => {
    const { message } = await write("Hello?");
    await runJobs(shop);
    const { provider_id: providerId } = (await mine())[0]!;
    await news({ is: "state", providerId, state: "read", at });
    await news({ is: "state", providerId, state: "delivered", at });
    await news({ is: "state", providerId: "written in the app", state: "read", at });
    expect(await stateOf(message.id)).toBe("read");
    const live = await sql`SELECT audience, payload->'message'->>'deliveryState' AS state FROM stream_events
      WHERE merchant_id = ${shop.merchantId} AND payload->'message'->>'id' = ${message.id} ORDER BY id`;
    expect(live.map(({ audience, state }) => [audience, state])).toEqual([
      ["everyone", "pending"],
      ["agents", "sent"],
      ["agents", "read"],
    ]);
  });

  it("may be that it failed after all", async () => {
    const { message } = await write("Hello?");
    await runJobs(shop);
    const { provider_id: providerId } = (await mine())[0]!;
    await news({ is: "state", providerId, state: "failed", at, reason: "The number is not in use." });
    expect(await stateOf(message.id)).toBe("failed");
    expect((await mine())[0]).toMatchObject({ error_reason: "The number is not in use." });
  });

  it("comes again later while a message is on its way whose name is not known yet", async () => {
    await write("Hello?");
    await sql`UPDATE deliveries SET state = 'sending' WHERE merchant_id = ${shop.merchantId} AND state = 'pending'`;
    await expect(news({ is: "state", providerId: "777:1", state: "read", at })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("the sweeper", () => {
  it("asks again for what no job looks after, and for nothing else", async () => {
    await write("lost");
    await sql`DELETE FROM outbox WHERE merchant_id = ${shop.merchantId}`;
    await sweep();
    expect(await runJobs(shop)).toBe(0);
    expect(api.texts).toEqual([]);
    await sql`UPDATE deliveries SET next_attempt_at = now() - interval '2 minutes' WHERE merchant_id = ${shop.merchantId}`;
    await sweep();
    await runJobs(shop);
    expect(api.texts).toEqual(["lost"]);

    await post(account, api, update(777, { text: "and I?" }));
    await sql`DELETE FROM outbox WHERE merchant_id = ${shop.merchantId}`;
    await sql`UPDATE inbound_calls SET received_at = now() - interval '6 minutes' WHERE merchant_id = ${shop.merchantId}`;
    await sweep();
    await runJobs(shop);
    const said = (await getConversation(shop.ctx, { id })).messages.map(({ text }) => text);
    expect(said).toContain("and I?");
  });

  const sweep = () => sweepChannelsJob.run(shop.merchantId, {}, "x", new AbortController().signal);
});
