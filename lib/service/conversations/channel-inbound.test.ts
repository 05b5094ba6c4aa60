import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestShop, openOwner, type TestShop } from "@/lib/data/catalog/test-shop";
import type { ChannelAccountDto } from "@/lib/platform/channels/schemas";
import { useTestDatabase } from "@/test/database";
import { BotApi } from "@/test/support/bot-api";
import { callRoute } from "@/test/support/call-route";
import { encodeWav } from "@/test/support/wav";

const { ownerUrl } = await useTestDatabase();
const { connectTelegram, post, runJobs, tokenOf, update } = await import("@/test/support/channel-shop");
const { GET: webhookGet, POST: webhookPost } = await import(
  "@/app/api/v1/channels/[kind]/[token]/webhook/route"
);
const { GET: getAttachment } = await import(
  "@/app/api/v1/conversations/[id]/messages/[messageId]/attachments/[index]/route"
);
const { updateChannelAccount, rotateChannelAddress } = await import("@/lib/platform/channels");
const { getConversation, resolveConversation } = await import("@/lib/service/conversations");
const { receiveChannelCallJob } = await import("./jobs");
const { webhookSecret } = await import("@/lib/platform/channels/telegram/settings");
const sql = openOwner(ownerUrl);

let shop: TestShop;
let api: BotApi;
let account: ChannelAccountDto;
beforeAll(async () => {
  api = await BotApi.start();
});
beforeEach(async () => {
  shop = await createTestShop(sql);
  account = await connectTelegram(shop, api);
  api.taken.length = 0;
});
afterAll(async () => {
  await api.stop();
  await sql.end();
});

const conversationsOf = () =>
  sql`SELECT * FROM conversations WHERE merchant_id = ${shop.merchantId} ORDER BY created_at`;
const messagesOf = () =>
  sql`SELECT * FROM messages WHERE merchant_id = ${shop.merchantId} AND author <> 'activity' ORDER BY created_at`;
const callsOf = () =>
  sql`SELECT * FROM inbound_calls WHERE merchant_id = ${shop.merchantId} ORDER BY received_at`;

describe("a customer's message", () => {
  it("opens their conversation, is answered by the bot, and the answer is sent", async () => {
    const answer = await post(account, api, update(42, { text: "Hello there" }));
    expect([answer.status, answer.text]).toEqual([200, "ok"]);
    await runJobs(shop);
    const [conversation] = await conversationsOf();
    expect(conversation).toMatchObject({
      channel: "telegram",
      status: "open",
      owner: "bot",
      customer_id: null,
    });
    const [said, replied] = await messagesOf();
    expect(said).toMatchObject({ author: "customer", text: "Hello there", language: "en" });
    expect(replied).toMatchObject({ author: "bot", in_reply_to_id: said!.id, delivery_state: "sent" });
    expect(api.taken).toEqual([{ chatId: "42", text: replied!.text }]);
    const dto = await getConversation(shop.ctx, { id: conversation!.id });
    expect(dto).toMatchObject({ channel: "telegram", customerName: "Ana Ruiz" });
  });

  it("is one message, answered once, however often it is brought", async () => {
    const same = update(42, { text: "Hello there" });
    const answers = await Promise.all([1, 2, 3].map(() => post(account, api, same)));
    await runJobs(shop);
    answers.push(await post(account, api, same));
    await runJobs(shop);
    expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(4).fill([200, "ok"]));
    expect(await callsOf()).toHaveLength(1);
    expect((await messagesOf()).map(({ author }) => author)).toEqual(["customer", "bot"]);
    expect(api.taken).toHaveLength(1);
  });

  it("is worked on once when two workers have its job", async () => {
    await post(account, api, update(42, { text: "Hello there" }));
    const [call] = await callsOf();
    const work = () =>
      receiveChannelCallJob.run(shop.merchantId, { callId: call!.id }, "x", new AbortController().signal);
    await Promise.all([work(), work(), work()]);
    expect((await messagesOf()).map(({ author }) => author)).toEqual(["customer", "bot"]);
  });

  it("goes on in the conversation of the same person, and opens it again", async () => {
    await post(account, api, update(42, { text: "Hello" }));
    await runJobs(shop);
    const [first] = await conversationsOf();
    await resolveConversation(shop.ctx, { id: first!.id });
    await post(account, api, update(42, { text: "One more thing" }));
    await post(account, api, update(43, { text: "Hola" }));
    await runJobs(shop);
    const all = await conversationsOf();
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ id: first!.id, status: "open" });
  });

  it("comes in the order of its sending, even if its job is run last", async () => {
    await post(account, api, update(42, { text: "first of two" }));
    await post(account, api, update(42, { text: "second of two" }));
    const [, second] = await callsOf();
    await receiveChannelCallJob.run(
      shop.merchantId,
      { callId: second!.id },
      "x",
      new AbortController().signal,
    );
    const said = (await messagesOf()).filter(({ author }) => author === "customer");
    expect(said.map(({ text }) => text)).toEqual(["first of two", "second of two"]);
  });

  it("is said once more when it is edited", async () => {
    const original = update(42, { text: "Where is HP-1?" });
    await post(account, api, original);
    const edited_message = {
      ...original.message,
      text: "Where is HP-2?",
      edit_date: original.message.date + 9,
    };
    await post(account, api, { update_id: 9, edited_message });
    await runJobs(shop);
    const said = (await messagesOf()).filter(({ author }) => author === "customer");
    expect(said.map(({ text }) => text)).toEqual(["Where is HP-1?", "Where is HP-2?"]);
  });

  it("that is a photo is a file, and it is asked what it is about; of a second one, a person", async () => {
    const photo = [
      { file_id: "small", width: 90, height: 90 },
      { file_id: "large", width: 900, height: 900 },
    ];
    await post(account, api, update(42, { photo }));
    await runJobs(shop);
    const [said] = await messagesOf();
    expect(said).toMatchObject({
      text: "[photo]",
      attachments: [{ kind: "image", mediaId: "large", mimeType: "image/jpeg" }],
    });
    expect((await conversationsOf())[0]).toMatchObject({
      owner: "bot",
      slots: { askedAboutPicture: true },
    });
    await post(account, api, update(42, { photo }));
    await runJobs(shop);
    expect((await conversationsOf())[0]).toMatchObject({
      owner: "human",
      handoff_reason: "attachment_not_read",
    });
  });

  it("that is a voice message which cannot be decoded stays a file, for a person", async () => {
    api.files.set("voice/spoken", Buffer.from("no audio at all"));
    await post(account, api, update(42, { voice: { file_id: "spoken", mime_type: "audio/ogg" } }));
    await runJobs(shop);
    expect(api.calls).toContainEqual({ method: "getFile", body: { file_id: "spoken" } });
    expect((await messagesOf())[0]).toMatchObject({ text: "[voice message]", voice: null });
    expect((await callsOf())[0]).toMatchObject({ state: "processed" });
  });

  it("that is a voice message is heard, and its recording is not kept", async () => {
    const second = Array.from({ length: 16_000 }, (_, i) => Math.sin(i / 8) * 0.3);
    api.files.set("voice/heard", Buffer.from(encodeWav(second)));
    await post(account, api, update(42, { voice: { file_id: "heard", mime_type: "audio/wav" } }));
    await runJobs(shop);
    const [said] = await messagesOf();
    expect(said).toMatchObject({
      text: "[voice message, 1 s]",
      voice: { durationSeconds: 1, isTranscribed: false },
      attachments: [{ kind: "voice", mediaId: "heard" }],
    });
    expect((await conversationsOf())[0]).toMatchObject({ handoff_reason: "voice_not_understood" });
  });

  it("brings files that are fetched from the platform when they are wanted", async () => {
    api.files.set("voice/bill", Buffer.from("%PDF-1.7"));
    const document = { file_id: "bill", file_name: "bill ñ.pdf", mime_type: "application/pdf" };
    await post(account, api, update(42, { document, caption: "Here is my bill" }));
    await runJobs(shop);
    const [said] = await messagesOf();
    expect(said).toMatchObject({
      text: "Here is my bill",
      attachments: [{ kind: "file", fileName: "bill ñ.pdf" }],
    });
    const place = { id: said!.conversation_id, messageId: said!.id };
    const key = await shop.createApiKey(["conversations:read"]);
    const answer = await callRoute(getAttachment, { key, params: { ...place, index: "0" } });
    expect([answer.status, answer.text]).toEqual([200, "%PDF-1.7"]);
    expect(answer.headers.get("content-disposition")).toContain("bill%20%C3%B1.pdf");
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    api.files.delete("voice/bill");
    const gone = await callRoute(getAttachment, { key, params: { ...place, index: "0" } });
    expect([gone.status, gone.json.code]).toEqual([503, "unavailable"]);
    expect((await callRoute(getAttachment, { key, params: { ...place, index: "1" } })).status).toBe(404);
  });

  it("keeps what PostgreSQL cannot store out of the text, and the rest in", async () => {
    await post(account, api, update(42, { text: "a\0b\ud800c" }));
    await runJobs(shop);
    expect((await messagesOf())[0]!.text).toBe("ab\ufffdc");
  });
});

describe("a call", () => {
  it("is kept as it came, without its secrets", async () => {
    const sent = update(42, { text: "Hello" });
    await post(account, api, sent);
    const [call] = await callsOf();
    expect(JSON.parse(call!.body.toString())).toEqual(sent);
    expect(call).toMatchObject({ method: "POST", sender_ids: ["42"], state: "received" });
    expect(call!.headers["x-telegram-bot-api-secret-token"]).toBe("[redacted]");
    const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
    const rest = JSON.stringify([call!.headers, call!.query, call!.events]);
    expect(rest).not.toContain(secret);
  });

  it("of which the desk has no use is kept and answered, and nothing comes of it", async () => {
    const group = { ...update(42, { text: "Hi all" }).message, chat: { id: -5, type: "group" } };
    for (const body of [
      { update_id: 1, callback_query: { id: "c", data: "x" } },
      { update_id: 2, message: group },
      { update_id: 3, poll: {} },
    ])
      expect((await post(account, api, body)).status).toBe(200);
    expect(await runJobs(shop)).toBe(0);
    expect((await callsOf()).map(({ state }) => state)).toEqual(Array(3).fill("processed"));
    expect(await conversationsOf()).toHaveLength(0);
  });

  it("is refused and counted when it is forged, or no update; nothing is stored", async () => {
    const good = update(42, { text: "Hello" });
    const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
    const forged = await post(account, api, good, { "x-telegram-bot-api-secret-token": `${secret}0` });
    expect([forged.status, forged.json.detail]).toEqual([401, "This call was not let in."]);
    expect((await post(account, api, good, {})).status).toBe(401);
    for (const body of ["{", "[]", { update_id: "1" }, "\ufffd"])
      expect((await post(account, api, body)).status).toBe(400);
    expect(await callsOf()).toHaveLength(0);
    const [row] = await sql`SELECT refused_calls FROM channel_accounts WHERE id = ${account.id}`;
    expect(row!.refused_calls).toBe(6);
  });

  it("may hold a mebibyte and no more", async () => {
    const answer = await post(account, api, update(42, { text: "x".repeat(1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(await callsOf()).toHaveLength(0);
  });

  it("finds nothing at another's address, an old one, or that of a channel which is off", async () => {
    const good = update(42, { text: "Hello" });
    const at = (kind: string, token: string) =>
      callRoute(webhookPost, { params: { kind, token }, body: good });
    expect((await at("telegram", "A".repeat(32))).status).toBe(404);
    expect((await at("whatsapp", tokenOf(account))).status).toBe(404);
    expect((await at("smoke_signals", tokenOf(account))).status).toBe(404);
    await updateChannelAccount(shop.ctx, { id: account.id, isEnabled: false });
    expect((await post(account, api, good)).status).toBe(404);
    await updateChannelAccount(shop.ctx, { id: account.id, isEnabled: true });
    const moved = await rotateChannelAddress(shop.ctx, { id: account.id });
    expect((await post(account, api, good)).status).toBe(404);
    expect((await post(moved, api, good)).status).toBe(200);
  });

  it("by GET is no update", async () => {
    const secret = webhookSecret({ botToken: api.token, apiBaseUrl: api.url });
    const params = { kind: "telegram", token: tokenOf(account) };
    const headers = { "x-telegram-bot-api-secret-token": secret };
    expect((await callRoute(webhookGet, { params, headers })).status).toBe(400);
  });

  it("that cannot be worked on is tried again, and left lying with its error after five times", async () => {
    await post(account, api, update(42, { text: "Hello" }));
    const [call] = await callsOf();
    await sql`UPDATE inbound_calls SET events = '[{"is": "nonsense"}]' WHERE id = ${call!.id}`;
    const work = () =>
      receiveChannelCallJob.run(shop.merchantId, { callId: call!.id }, "x", new AbortController().signal);
    for (let i = 0; i < 5; i++) await expect(work()).rejects.toThrow();
    await work();
    expect((await callsOf())[0]).toMatchObject({ state: "failed", attempts: 5, error: expect.any(String) });
  });
});
