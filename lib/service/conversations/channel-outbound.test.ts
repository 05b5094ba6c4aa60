import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/core/ids";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { useTestDatabase } from "@/test/database";
import { BotApi, type Mishap } from "@/test/support/bot-api";

const { ownerUrl } = await useTestDatabase();
const { connectTelegram, deliveriesOf, letTimePass, openTakenConversation, post, runJobs, update } =
  await import("@/test/support/channel-shop");
const { deleteChannelAccount, listDeliveries, updateChannelAccount } = await import(
  "@/lib/platform/channels"
);
const { ADAPTERS } = await import("@/lib/platform/channels/adapters");
const { FAILURES_TO_OPEN } = await import("@/lib/platform/resilience/circuit");
const { telegram } = await import("@/lib/platform/channels/telegram/adapter");
const { getConversation, resendMessage, sendMessage } = await import("@/lib/service/conversations");
const { sendDeliveriesJob } = await import("./jobs");
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
  api.mishaps = [];
  api.blockedBy.clear();
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

const write = (text: string, clientMessageId = newId()) =>
  sendMessage(shop.ctx, { id, author: "agent", text, clientMessageId });
const stateOf = async (messageId: string) =>
  (await getConversation(shop.ctx, { id })).messages.find((message) => message.id === messageId)!
    .deliveryState;
const mine = async () => (await deliveriesOf(shop)).slice(1);
const accountRow = async () => (await sql`SELECT * FROM channel_accounts WHERE id = ${account.id}`)[0]!;
const error = (status: number, description = "Error", retryAfter?: number): Mishap => ({
  is: "error",
  status,
  description,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

describe("an agent's message", () => {
  it("waits until it is sent, and is sent once", async () => {
    const { message } = await write("We are on it.", "m1");
    expect(message.deliveryState).toBe("pending");
    expect((await write("We are on it.", "m1")).message.id).toBe(message.id);
    await runJobs(shop);
    await sendDeliveriesJob.run(shop.merchantId, { conversationId: id }, "x", new AbortController().signal);
    expect(api.texts).toEqual(["We are on it."]);
    expect(await stateOf(message.id)).toBe("sent");
    expect((await mine())[0]).toMatchObject({
      state: "sent",
      attempts: 1,
      provider_id: expect.stringMatching(/^777:/),
    });
  });

  it("is sent once by several workers at once, and messages keep their order", async () => {
    for (let i = 1; i <= 6; i++) await write(`number ${i}`);
    const work = () =>
      sendDeliveriesJob.run(shop.merchantId, { conversationId: id }, "x", new AbortController().signal);
    await Promise.all([work(), work(), work()]);
    await runJobs(shop);
    expect(api.texts).toEqual([1, 2, 3, 4, 5, 6].map((i) => `number ${i}`));
  });

  it("that is long goes in parts, in order, each within the platform's limit", async () => {
    const text = Array.from({ length: 900 }, (_, i) => `word${i}`)
      .join(" ")
      .slice(0, 4_000);
    ADAPTERS.telegram = { ...telegram, rules: { ...telegram.rules, maxTextLength: 1_500 } };
    const { message } = await write(text);
    ADAPTERS.telegram = telegram;
    await runJobs(shop);
    expect(api.texts.length).toBe(3);
    expect(api.texts.join(" ")).toBe(text);
    expect(await stateOf(message.id)).toBe("sent");
  });

  it("does not leave with a transaction that is rolled back", async () => {
    await expect(
      sendMessage(shop.asRole("viewer"), { id, author: "agent", text: "x", clientMessageId: "v" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(write("")).rejects.toMatchObject({ code: "invalid_input" });
    await runJobs(shop);
    expect(api.texts).toEqual([]);
  });

  it("is refused before it is stored when the channel is off or removed", async () => {
    await updateChannelAccount(shop.ctx, { id: account.id, isEnabled: false });
    await expect(write("x")).rejects.toMatchObject({
      code: "not_possible",
      details: { reason: "channel_disabled" },
    });
    await deleteChannelAccount(shop.ctx, { id: account.id });
    await expect(write("x")).rejects.toMatchObject({ details: { reason: "channel_removed" } });
    expect(await mine()).toHaveLength(0);
  });
});

describe("a refusal", () => {
  it("for good, as by a person who blocked the bot, fails the message and says why", async () => {
    api.blockedBy.add("777");
    const { message } = await write("Hello?");
    expect(await runJobs(shop)).toBe(0);
    expect(await stateOf(message.id)).toBe("failed");
    const { data } = await listDeliveries(shop.ctx, { state: "troubled" });
    expect(data).toMatchObject([
      {
        messageId: message.id,
        errorCode: "403",
        errorReason: "Forbidden: bot was blocked by the user",
        attempts: 1,
      },
    ]);
    expect(await accountRow()).toMatchObject({
      failures_in_row: 0,
      last_error: expect.stringContaining("blocked"),
    });
  });

  it("for now is tried again, no sooner than the platform asks, and what comes after waits its turn", async () => {
    api.mishaps = [error(429, "Too Many Requests: retry after 33", 33)];
    const before = Date.now();
    const { message } = await write("first");
    await write("second");
    expect(await runJobs(shop)).toBeGreaterThan(0);
    expect(api.texts).toEqual([]);
    const [first] = await mine();
    expect(first).toMatchObject({ state: "pending", error_code: "429", attempts: 1 });
    expect(first!.next_attempt_at.getTime()).toBeGreaterThanOrEqual(before + 33_000);
    expect(await accountRow()).toMatchObject({ failures_in_row: 0 });
    await letTimePass(shop, id);
    expect(api.texts).toEqual(["first", "second"]);
    expect(await stateOf(message.id)).toBe("sent");
  });

  it("that does not end is given up after eight tries", async () => {
    api.mishaps = Array(8).fill(error(429, "Too Many Requests", 1));
    const { message } = await write("Hello?");
    await runJobs(shop);
    for (let i = 0; i < 7; i++) await letTimePass(shop, id);
    expect((await mine())[0]).toMatchObject({ state: "failed", attempts: 8 });
    expect(await stateOf(message.id)).toBe("failed");
    expect(api.texts).toEqual([]);
  });

  it("of one part keeps the rest of the message back", async () => {
    ADAPTERS.telegram = { ...telegram, rules: { ...telegram.rules, maxTextLength: 10 } };
    const { message } = await write("one two three four five");
    ADAPTERS.telegram = telegram;
    api.mishaps = [error(400, "Bad Request: chat not found")];
    await runJobs(shop);
    expect(api.texts).toEqual([]);
    expect((await mine()).map((row) => row.error_code)).toEqual([
      "400",
      "part_before_failed",
      "part_before_failed",
    ]);
    expect(await stateOf(message.id)).toBe("failed");
    await resendMessage(shop.ctx, { id, messageId: message.id });
    await runJobs(shop);
    expect(api.texts.join(" ")).toBe("one two three four five");
  });
});

describe("a message whose answer never came", () => {
  it.each<[string, Mishap]>([
    ["the connection breaks", { is: "hang up" }],
    ["a gateway answers in the platform's place", { is: "page", status: 502 }],
  ])("is not known when %s, and is not sent again by itself", async (_, mishap) => {
    api.mishaps = [mishap];
    const { message } = await write("Hello?");
    await write("next");
    await runJobs(shop);
    await letTimePass(shop, id);
    expect(await stateOf(message.id)).toBe("unknown");
    expect(api.texts.filter((text) => text === "Hello?").length).toBeLessThanOrEqual(1);
    // Nobody waits for it: what comes after goes on.
    expect(api.texts.at(-1)).toBe("next");
  });

  it("of a sender that died is unknown once its time is over, and sent again by an agent's act alone", async () => {
    const { message } = await write("Hello?");
    await sql`UPDATE deliveries SET state = 'sending', attempts = 1, sending_until = now() + interval '1 minute'
      WHERE message_id = ${message.id}`;
    expect(await runJobs(shop)).toBe(1);
    expect((await mine())[0]!.state).toBe("sending");
    await letTimePass(shop, id);
    expect(await stateOf(message.id)).toBe("unknown");
    expect(api.texts).toEqual([]);
    const again = await resendMessage(shop.ctx, { id, messageId: message.id });
    expect(again.deliveryState).toBe("pending");
    await runJobs(shop);
    expect(api.texts).toEqual(["Hello?"]);
    expect(await stateOf(message.id)).toBe("sent");
    await expect(resendMessage(shop.ctx, { id, messageId: message.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("may be sent again by those alone who may write, in their own shop", async () => {
    api.blockedBy.add("777");
    const { message } = await write("Hello?");
    await runJobs(shop);
    const act = { id, messageId: message.id };
    await expect(resendMessage(shop.asRole("viewer"), act)).rejects.toMatchObject({ code: "forbidden" });
    const other = await createTestShop(sql);
    await expect(resendMessage(other.ctx, act)).rejects.toMatchObject({ code: "not_found" });
    await expect(resendMessage(shop.ctx, { id, messageId: newId() })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the circuit of an account", () => {
  const fail = async (times: number) => {
    api.mishaps = Array(times).fill(error(500, "Internal Server Error"));
    await runJobs(shop);
    for (let i = 1; i < times; i++) await letTimePass(shop, id);
  };

  it("opens after failures in a row, is kept in the database, and lets one message try after its pause", async () => {
    const { message } = await write("Hello?");
    await fail(FAILURES_TO_OPEN);
    const open = await accountRow();
    expect(open.failures_in_row).toBe(FAILURES_TO_OPEN);
    expect(open.circuit_open_until.getTime()).toBeGreaterThan(Date.now() + 20_000);
    const calls = api.calls.length;
    await letTimePass(shop, id);
    expect(api.calls).toHaveLength(calls);
    expect((await mine())[0]).toMatchObject({ state: "pending", error_code: "circuit_open", attempts: 5 });

    await sql`UPDATE channel_accounts SET circuit_open_until = now() - interval '1 second' WHERE id = ${account.id}`;
    api.mishaps = [error(500)];
    await letTimePass(shop, id);
    const reopened = await accountRow();
    expect(reopened.failures_in_row).toBe(FAILURES_TO_OPEN + 1);
    expect(reopened.circuit_open_until.getTime()).toBeGreaterThan(Date.now() + 50_000);

    await sql`UPDATE channel_accounts SET circuit_open_until = now() - interval '1 second' WHERE id = ${account.id}`;
    await letTimePass(shop, id);
    expect(await stateOf(message.id)).toBe("sent");
    expect(await accountRow()).toMatchObject({ failures_in_row: 0, circuit_open_until: null });
  });

  it("keeps other conversations of the account waiting, while it is open and while one message tries", async () => {
    const other = (await openTakenConversation(shop, account, api, 778)).id;
    await write("Hello?");
    await fail(FAILURES_TO_OPEN);
    await sql`UPDATE channel_accounts SET circuit_open_until = now() - interval '1 second' WHERE id = ${account.id}`;
    api.taken.length = 0;
    api.mishaps = [{ is: "silence" }];
    await sendMessage(shop.ctx, { id: other, author: "agent", text: "me too", clientMessageId: "o" });
    const probing = letTimePass(shop, id);
    while (api.texts.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await sendDeliveriesJob.run(
      shop.merchantId,
      { conversationId: other },
      "x",
      new AbortController().signal,
    );
    expect(api.texts).toEqual(["Hello?"]);
    await probing;
  });
});

describe("a platform's rules", () => {
  const withRules = (rules: Partial<typeof telegram.rules>) => {
    ADAPTERS.telegram = { ...telegram, rules: { ...telegram.rules, ...rules } };
  };
  const contactAgo = (hours: number) =>
    sql`UPDATE channel_contacts SET last_inbound_at = now() - ${hours} * interval '1 hour' WHERE merchant_id = ${shop.merchantId}`;

  it("close the window for an agent before the message is stored, and open it with the customer's next", async () => {
    withRules({ replyWindowHours: 24 });
    try {
      await contactAgo(25);
      await expect(write("Hello?")).rejects.toMatchObject({
        code: "not_possible",
        details: { reason: "reply_window_closed", hours: 24 },
      });
      expect(await mine()).toHaveLength(0);
      await post(account, api, update(777, { text: "Still there?" }));
      await runJobs(shop);
      await write("Yes.");
      await contactAgo(25);
      await runJobs(shop);
      expect((await mine())[0]).toMatchObject({ state: "failed", error_code: "reply_window_closed" });
      expect(api.texts).toEqual([]);
    } finally {
      ADAPTERS.telegram = telegram;
    }
  });

  it("count the answers to one message, the parts of a long one each", async () => {
    withRules({ maxReplies: 2, maxTextLength: 10 });
    try {
      await sql`UPDATE channel_contacts SET replies_since_inbound = 0 WHERE merchant_id = ${shop.merchantId}`;
      await expect(write("one two three four five")).rejects.toMatchObject({
        details: { reason: "reply_limit_reached", maxReplies: 2 },
      });
      await write("one two three");
      await expect(write("four")).rejects.toMatchObject({ details: { reason: "reply_limit_reached" } });
      await runJobs(shop);
      expect(api.texts).toEqual(["one two", "three"]);
    } finally {
      ADAPTERS.telegram = telegram;
    }
  });

  it("count an answer once that is sent again, and not those before the customer's latest message", async () => {
    withRules({ maxReplies: 1 });
    try {
      await sql`UPDATE channel_contacts SET replies_since_inbound = 0 WHERE merchant_id = ${shop.merchantId}`;
      api.blockedBy.add("777");
      const { message } = await write("Hello?");
      await runJobs(shop);
      await resendMessage(shop.ctx, { id, messageId: message.id });
      await runJobs(shop);
      await post(account, api, update(777, { text: "Hi" }));
      await runJobs(shop);
      const again = { id, messageId: message.id };
      await resendMessage(shop.ctx, again);
      await runJobs(shop);
      await expect(resendMessage(shop.ctx, again)).resolves.toMatchObject({ deliveryState: "pending" });
      await expect(write("more")).rejects.toMatchObject({ details: { reason: "reply_limit_reached" } });
    } finally {
      ADAPTERS.telegram = telegram;
    }
  });

  it("fail the bot's answer with the reason, and the customer's message is kept", async () => {
    withRules({ maxReplies: 0 });
    try {
      await post(account, api, update(900, { text: "Hello" }));
      await runJobs(shop);
    } finally {
      ADAPTERS.telegram = telegram;
    }
    const failed = (await deliveriesOf(shop)).at(-1);
    expect(failed).toMatchObject({ state: "failed", error_code: "reply_limit_reached" });
    const [row] = await sql`SELECT delivery_state FROM messages WHERE id = ${failed!.message_id}`;
    expect(row!.delivery_state).toBe("failed");
  });
});
