import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { openOwner } from "@/lib/data/catalog/test-shop";
import { useTestDatabase } from "@/test/database";
import type { Browser, ChatShop } from "@/test/support/chat-shop";
import { addPerson } from "@/test/support/people";
import { encodeWav } from "@/widget/voice/wav";
import { type AnalyzeVoice, MAX_VOICE_BYTES, MAX_VOICE_SECONDS } from "./schemas";
import { sniffAudio } from "./sniff-audio";

const { ownerUrl } = await useTestDatabase();
const { openChatShop } = await import("@/test/support/chat-shop");
const { getConversation, getVisitorConversation, sendVisitorVoice, takeOverConversation } = await import(".");
const { eraseCustomer, exportCustomer } = await import("@/lib/data/customers");
const sql = openOwner(ownerUrl);
afterAll(() => sql.end());

let shop: ChatShop;
beforeAll(async () => {
  shop = await openChatShop(sql);
});

const RATE = 16_000;
const tone = (seconds: number, amplitude = 0.5) =>
  encodeWav(
    Float32Array.from({ length: seconds * RATE }, (_, index) => amplitude * Math.sin(index / 8)),
    RATE,
  );

/** Measures a WAV file: its length, and its loudness as a simple sign of arousal. Words it is given. */
function listener(transcript: string | null): AnalyzeVoice & { calls: number } {
  const analyze = async (audio: Uint8Array) => {
    listen.calls += 1;
    const view = new DataView(audio.buffer, audio.byteOffset, audio.byteLength);
    if (audio.byteLength < 46) throw new AppError("invalid_input", "The recording is empty.");
    const count = view.getUint32(40, true) / 2;
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += (view.getInt16(44 + index * 2, true) / 32_768) ** 2;
    const arousal = Math.min(1, Math.sqrt(sum / count) * 2);
    const label = arousal > 0.6 ? ("negative" as const) : ("neutral" as const);
    return {
      durationSeconds: count / view.getUint32(24, true),
      transcript,
      arousal,
      sentiment: { label, score: arousal },
    };
  };
  const listen = Object.assign(analyze, { calls: 0 });
  return listen;
}

const say = (browser: Browser, audio: Uint8Array, analyze: AnalyzeVoice, more: object = {}) =>
  sendVisitorVoice(browser.ctx, { audio, clientMessageId: newId(), ...more }, analyze);

describe("a voice message with words", () => {
  it("is the message that was said: understood, answered, with what was heard beside it", async () => {
    const browser = await shop.openBrowser("li");
    const { message, reply } = await say(browser, tone(3), listener(" 我的订单 HP-20431 到哪了？ "));
    expect(message).toMatchObject({
      author: "customer",
      text: "我的订单 HP-20431 到哪了？",
      intent: "order_tracking",
      voice: { durationSeconds: 3, isTranscribed: true, sentiment: { label: "negative" } },
    });
    expect(message.voice?.arousal).toBeCloseTo(Math.SQRT1_2, 2);
    expect(reply?.text).toContain("SF1234567890123");
    const { messages } = await getConversation(shop.ctx, { id: (await browser.say("谢谢")).conversation.id });
    expect(messages.find(({ id }) => id === message.id)?.voice).toEqual(message.voice);
    expect(messages.at(-1)?.voice).toBeNull();
  });

  it("shows the speaker its length and not how they sounded", async () => {
    const browser = await shop.openBrowser();
    await say(browser, tone(2), listener("你好"));
    const { messages } = (await getVisitorConversation(browser.ctx))!;
    expect(messages[0]).toMatchObject({ text: "你好", voiceSeconds: 2 });
    expect(messages[1]?.voiceSeconds).toBeNull();
    expect(JSON.stringify(messages)).not.toMatch(/arousal|sentiment/);
  });

  it("is stored and listened to once, however often it is sent", async () => {
    const browser = await shop.openBrowser();
    const analyze = listener("你好");
    const clientMessageId = newId();
    const first = await say(browser, tone(1), analyze, { clientMessageId });
    const second = await say(browser, tone(1), analyze, { clientMessageId });
    expect(second.message.id).toBe(first.message.id);
    expect(second.reply).toEqual(first.reply);
    expect(analyze.calls).toBe(1);
  });

  it("is cut to what a message may hold", async () => {
    const browser = await shop.openBrowser();
    const { message } = await say(browser, tone(1), listener(`a\0${"b".repeat(3_998)}😀`));
    expect(message.text).toHaveLength(4_000);
    expect(message.text.isWellFormed()).toBe(true);
  });
});

describe("a voice message without words", () => {
  const CASES = [
    ["en", "[voice message, 12 s]", /could not make out/],
    ["zh", "[语音消息，12 秒]", /人工客服/],
    ["es", "[mensaje de voz, 12 s]", /persona de mi equipo/],
  ] as const;
  it.each(CASES)("says so in %s and goes to a person", async (language, text, answer) => {
    const browser = await shop.openBrowser();
    const { message, reply, conversation } = await say(browser, tone(12, 0.1), listener(null), { language });
    expect(message).toMatchObject({ text, language, intent: null, confidence: null });
    expect(message.voice).toMatchObject({ isTranscribed: false, sentiment: { label: "neutral" } });
    expect(reply?.text).toMatch(answer);
    expect(conversation.owner).toBe("human");
    const stored = await getConversation(shop.ctx, { id: conversation.id });
    expect(stored).toMatchObject({ handoffReason: "voice_not_understood", assigneeId: null, intent: null });
    expect(stored.waitingSince).not.toBeNull();
    expect(stored.messages.at(-1)?.activity).toMatchObject({
      type: "handoff",
      reason: "voice_not_understood",
    });
  });

  it("goes on in the language that the conversation has", async () => {
    const browser = await shop.openBrowser();
    await browser.say("¿Dónde está mi pedido?");
    const { message } = await say(browser, tone(1), listener("  "), { language: "zh" });
    expect(message.text).toBe("[mensaje de voz, 1 s]");
  });

  it("is left to the person who has the conversation", async () => {
    const ana = await addPerson(shop, "agent", { name: "Ana" });
    const browser = await shop.openBrowser();
    const { conversation } = await browser.say("human");
    await takeOverConversation(ana.ctx, { id: conversation.id });
    const sent = await say(browser, tone(1), listener(null));
    expect([sent.reply, sent.conversation.owner]).toEqual([null, "human"]);
    const { messages, assigneeId } = await getConversation(shop.ctx, { id: conversation.id });
    expect(assigneeId).toBe(ana.id);
    expect(messages.at(-1)).toMatchObject({ author: "customer", text: "[voice message, 1 s]" });
  });
});

describe("what is refused", () => {
  it("is somebody who is no visitor", async () => {
    const send = sendVisitorVoice(shop.ctx, { audio: tone(1), clientMessageId: newId() }, listener("hi"));
    await expect(send).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["nothing", new Uint8Array(), "unsupported_media_type"],
    ["MP4", new TextEncoder().encode("\0\0\0\x20ftypM4A "), "unsupported_media_type"],
    ["another RIFF", new TextEncoder().encode("RIFF\0\0\0\0AVI LIST"), "unsupported_media_type"],
    ["more than 5 MiB", new Uint8Array(MAX_VOICE_BYTES + 1), "payload_too_large"],
    ["more than 60 s", tone(MAX_VOICE_SECONDS + 3), "invalid_input"],
    ["what the analyser cannot read", encodeWav(new Float32Array(), RATE), "invalid_input"],
  ])("is %s, and no message is stored", async (_, audio, code) => {
    const browser = await shop.openBrowser();
    await expect(say(browser, audio, listener("hi"))).rejects.toMatchObject({ code });
    expect(await getVisitorConversation(browser.ctx)).toBeNull();
  });

  it("is listening without end", async () => {
    const browser = await shop.openBrowser();
    const bucket = `voice:${shop.merchantId}:${browser.claims.visitorId}`;
    await sql`INSERT INTO rate_limits (bucket, window_started_at, hits) VALUES (${bucket}, now(), 60)`;
    const analyze = listener("hi");
    await expect(say(browser, tone(1), analyze)).rejects.toMatchObject({ code: "rate_limited" });
    expect(analyze.calls).toBe(0);
  });
});

it("a recording is known by its first bytes", () => {
  const bytes = (...first: number[]) => new Uint8Array([...first, ...new Array<number>(16).fill(0)]);
  expect(sniffAudio(bytes(0x4f, 0x67, 0x67, 0x53))).toBe("ogg");
  expect(sniffAudio(bytes(0x1a, 0x45, 0xdf, 0xa3))).toBe("webm");
  expect(sniffAudio(tone(1))).toBe("wav");
  expect(sniffAudio(bytes(0xff, 0xfb))).toBeNull();
});

it("what was heard is in a person's export, and gone after their erasure", async () => {
  const externalId = `customer-${newId()}`;
  const browser = await shop.openBrowser(externalId);
  const { conversation } = await say(browser, tone(1), listener("你好"));
  const id = browser.claims.customerId!;
  expect(JSON.stringify(await exportCustomer(shop.ctx, { id }))).toContain('"durationSeconds":1');
  await eraseCustomer(shop.ctx, { id });
  const rows = await sql`SELECT voice FROM messages WHERE conversation_id = ${conversation.id}`;
  expect(rows.map(({ voice }) => voice)).toEqual([null, null]);
});
