import { describe, expect, it } from "vitest";
import { douyinPush, douyinShop } from "@/test/support/douyin-server";
import { randomText, seeded } from "@/test/support/random-text";
import type { InboundRequest } from "../adapter";
import { douyin } from "./adapter";

const shop = douyinShop();
const NOW = new Date("2026-11-27T08:00:00Z");
const read = (request: InboundRequest, settings = shop) => douyin.read(request, settings, NOW);
const why = async (request: InboundRequest) => {
  try {
    await read(request);
    return "let in";
  } catch (error) {
    return (error as { why?: string }).why ?? `crashed: ${error}`;
  }
};
const push = async (data: unknown, tag = "900") =>
  (await read(douyinPush(shop, JSON.stringify([{ tag, msg_id: "p1", data }])))).events[0];

const TEST_PUSH = '[{"tag":"0","msg_id":"0","data":"2021-06-18 15:06:40"}]';

describe("who may push", () => {
  it("is the platform, whose test is answered with its own words", async () => {
    expect(await read(douyinPush(shop, TEST_PUSH))).toEqual({
      events: [{ is: "other", providerId: "0:0", what: "push 0" }],
      answer: { status: 200, contentType: "application/json", body: '{"code":0,"msg":"success"}' },
    });
    const upper = douyinPush(shop, TEST_PUSH);
    const headers = { ...upper.headers, "event-sign": upper.headers["event-sign"]!.toUpperCase() };
    expect(await why({ ...upper, headers })).toBe("let in");
  });

  it("is nobody without the secret, and no other app", async () => {
    const real = douyinPush(shop, TEST_PUSH);
    expect(await why(douyinPush(shop, TEST_PUSH, "another-secret"))).toBe("forged");
    expect(await why({ ...real, body: new TextEncoder().encode(`${TEST_PUSH} `) })).toBe("forged");
    for (const sign of ["0".repeat(32), "short", "é".repeat(32)])
      expect(await why({ ...real, headers: { ...real.headers, "event-sign": sign } }), sign).toBe("forged");
    expect(await why({ ...real, headers: { ...real.headers, "app-id": "3409409348479354012" } })).toBe(
      "forged",
    );
    expect(await why({ ...real, headers: {} })).toBe("malformed");
    expect(await why({ ...real, method: "GET" })).toBe("malformed");
  });

  it("is refused with what is too large, no UTF-8, no JSON or no list", async () => {
    expect(await why(douyinPush(shop, "x".repeat(512 * 1024 + 1)))).toBe("too_large");
    expect(await why(douyinPush(shop, new Uint8Array([0x5b, 0xff, 0x5d])))).toBe("malformed");
    for (const body of ["", "{}", "null", '"x"', "[", TEST_PUSH.slice(0, -1)])
      expect(await why(douyinPush(shop, body)), body).toBe("malformed");
  });
});

describe("what was pushed", () => {
  it("is every push of the list, by its tag and id, passing over what has none", async () => {
    // The shape of “订单创建消息”: data is JSON in a string, its ids are numbers of 19 digits.
    const order =
      '{"p_id":4796305512839216433,"s_ids":[4796305512839216434],"shop_id":323423,"order_status":1}';
    const list = [
      { tag: "100", msg_id: "6853271273371812356", data: order },
      null,
      "words",
      { tag: "100" },
      { msg_id: "1" },
      { tag: { a: 1 }, msg_id: "1" },
      { tag: 101, msg_id: 12 },
    ];
    const long = JSON.stringify(list).replace('"msg_id":12}', '"msg_id":6853271273371812357}');
    expect((await read(douyinPush(shop, long))).events).toEqual([
      { is: "other", providerId: "100:6853271273371812356", what: "push 100" },
      { is: "other", providerId: "101:6853271273371812357", what: "push 101" },
    ]);
    expect((await read(douyinPush(shop, "[]"))).events).toEqual([]);
  });

  it("is a customer's message under the tag that the merchant has filled in, and only there", async () => {
    const data = { open_id: "buyer_1", message_id: "m1", content: "什么时候发货？", create_time: 1764230400 };
    const message = {
      is: "message",
      providerId: "m1",
      from: { id: "buyer_1" },
      at: new Date(1764230400_000),
      text: "什么时候发货？",
      attachments: [],
    };
    expect(await push(data)).toEqual(message);
    expect(await push(JSON.stringify(data))).toEqual(message);
    expect(await push(data, "901")).toMatchObject({ is: "other" });
    const without = douyinShop({ messageTag: undefined });
    const request = douyinPush(without, JSON.stringify([{ tag: "900", msg_id: "p1", data }]));
    expect((await read(request, without)).events).toEqual([
      { is: "other", providerId: "900:p1", what: "push 900" },
    ]);
  });

  it("is found where it may lie deeper, with its picture, and dated now where no time is told", async () => {
    const data = {
      conversation_id: "c1",
      receiver: { open_id: "shop_agent" },
      sender: { open_id: "buyer_2", sender_role: "BUYER" },
      message: { msg_type: "image", content: '{"image_url":"https://pic.example/1.jpg"}' },
    };
    expect(await push(data)).toEqual({
      is: "message",
      providerId: "p1",
      from: { id: "buyer_2" },
      at: NOW,
      text: null,
      attachments: [{ kind: "image", source: { url: "https://pic.example/1.jpg" } }],
    });
    expect(
      await push({ ...data, message: { content: '{"text":"有货吗"}', create_time: 1764230400123 } }),
    ).toMatchObject({ text: "有货吗", at: new Date(1764230400123) });
  });

  it("is no message of the shop itself, of nobody, or without content", async () => {
    for (const data of [
      { open_id: "323423", content: "hello" },
      { open_id: "agent", sender_role: "seller", content: "hello" },
      { open_id: "agent", sender_role: 2, content: "hello" },
      { content: "hello" },
      { open_id: "a b", content: "hello" },
      { open_id: "buyer_1" },
      { open_id: "buyer_1", image_url: "javascript:alert(1)" },
      { receiver: { open_id: "buyer_1" }, content: "hello" },
      null,
      7,
      "words",
      "{broken",
      [{ open_id: "buyer_1", content: "hello" }],
      JSON.parse(`${'{"a":'.repeat(50)}{"open_id":"buyer_1","content":"deep"}${"}".repeat(50)}`),
    ])
      expect(await push(data), JSON.stringify(data)).toMatchObject({ is: "other", providerId: "900:p1" });
  });

  it("cannot be made somebody else's by what the customer writes", async () => {
    const content = '{"open_id":"victim","message_id":"m0","sender_role":"seller"}';
    expect(await push({ content, open_id: "buyer_1", message_id: "m2" })).toMatchObject({
      from: { id: "buyer_1" },
      providerId: "m2",
      text: content,
    });
  });

  it("keeps any text, whatever is in it", async () => {
    const random = seeded(5);
    for (let i = 0; i < 100; i++) {
      const text = `x${randomText(random, 60)}`;
      const event = await push(JSON.stringify({ open_id: "buyer_1", content: text }));
      expect(event).toMatchObject({ text: text.trim() });
    }
  });
});
