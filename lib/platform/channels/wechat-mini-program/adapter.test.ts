import { encrypt } from "@wecom/crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localOutside } from "@/test/support/local-outside";
import { randomText, seeded } from "@/test/support/random-text";
import {
  handshake,
  KEYS,
  NOW,
  plainPush,
  safePush,
  sealedPush,
  wechatAccount,
  xmlOf,
} from "@/test/support/wechat-push";
import { startWechat } from "@/test/support/wechat-server";
import type { InboundRequest } from "../adapter";
import { wechatMiniProgram } from "./adapter";

const account = wechatAccount();
const plain = wechatAccount({ mode: "plain" });
const HEAD = { ToUserName: "gh_212b40e2d85e", FromUserName: "oABCD", CreateTime: 1482048670 };

const read = (request: InboundRequest, settings = account) => wechatMiniProgram.read(request, settings, NOW);
const why = async (request: InboundRequest, settings = account) => {
  try {
    await read(request, settings);
    return "let in";
  } catch (error) {
    return (error as { why?: string }).why ?? `crashed: ${error}`;
  }
};
const event = async (fields: Record<string, string | number>) => {
  const asJson = await read(plainPush(plain, JSON.stringify(fields)), plain);
  const asXml = await read(plainPush(plain, xmlOf(fields)), plain);
  expect(asJson).toEqual(asXml);
  expect(asJson.answer).toMatchObject({ status: 200, body: "success" });
  return asJson.events[0];
};
/** JSON as the platform encrypts it: the envelope is JSON too. */
function sealedJson(value: string, key = KEYS.now) {
  const sealed = encrypt(key, value, account.appId);
  const body = new TextEncoder().encode(JSON.stringify({ ToUserName: HEAD.ToUserName, Encrypt: sealed }));
  return { ...sealedPush(account, sealed), body };
}

describe("a mini program's pushes", () => {
  it("answer the handshake", async () => {
    expect(await read(handshake(account, "abc123"))).toMatchObject({
      events: [],
      answer: { body: "abc123" },
    });
  });

  it("are texts, pictures and cards, in JSON and XML alike", async () => {
    const common = { is: "message", from: { id: "oABCD" }, at: new Date(1482048670_000) };
    expect(
      await event({ ...HEAD, MsgType: "text", Content: "有 S 码吗？", MsgId: 1234567890123456 }),
    ).toEqual({
      ...common,
      providerId: "1234567890123456",
      text: "有 S 码吗？",
      attachments: [],
    });
    expect(
      await event({ ...HEAD, MsgType: "image", PicUrl: "https://pic.example/1", MediaId: "m1", MsgId: 2 }),
    ).toEqual({
      ...common,
      providerId: "2",
      text: null,
      attachments: [{ kind: "image", source: { mediaId: "m1" } }],
    });
    const card = {
      ...HEAD,
      MsgType: "miniprogrampage",
      MsgId: 3,
      Title: "真丝围巾",
      AppId: account.appId,
      PagePath: "pages/product?id=42",
      ThumbUrl: "https://pic.example/thumb",
      ThumbMediaId: "thumb",
    };
    expect(await event(card)).toEqual({
      ...common,
      providerId: "3",
      text: "真丝围巾\npages/product?id=42",
      attachments: [{ kind: "image", source: { url: "https://pic.example/thumb" } }],
    });
    expect(await event({ ...card, ThumbUrl: "" })).toMatchObject({
      attachments: [{ kind: "image", source: { mediaId: "thumb" } }],
    });
  });

  it("are events when somebody opens the conversation, which is no message yet", async () => {
    expect(
      await event({ ...HEAD, MsgType: "event", Event: "user_enter_tempsession", SessionFrom: "cart" }),
    ).toEqual({
      is: "other",
      providerId: "oABCD:1482048670:user_enter_tempsession",
      what: "event user_enter_tempsession",
    });
    expect(await event({ ...HEAD, MsgType: "voice", MediaId: "m", MsgId: 4 })).toMatchObject({ is: "other" });
  });

  it("keep ids apart that JavaScript's numbers would not", async () => {
    const ids = await Promise.all(
      ["22876340532172986", "22876340532172987"].map(async (id) => {
        const json = `{"FromUserName":"oABCD","CreateTime":1482048670,"MsgType":"text","Content":"1","MsgId":${id}}`;
        return (await read(sealedJson(json))).events[0]!.providerId;
      }),
    );
    expect(ids).toEqual(["22876340532172986", "22876340532172987"]);
  });

  it("open in the safe mode, as JSON and as XML, whatever is written", async () => {
    const random = seeded(3);
    for (let i = 0; i < 60; i++) {
      const Content = randomText(random, 60).replaceAll("]]>", "");
      const fields = { ...HEAD, MsgType: "text", Content, MsgId: 5 };
      const expected = { text: Content.trim() || null };
      expect((await read(sealedJson(JSON.stringify(fields)))).events[0]).toMatchObject(expected);
      expect((await read(safePush(account, xmlOf(fields)))).events[0]).toMatchObject(expected);
    }
    const odd = JSON.stringify({ ...HEAD, MsgType: "text", Content: "a\u0000b\ud800c", MsgId: 6 });
    expect((await read(sealedJson(odd))).events[0]).toMatchObject({ text: "ab\ufffdc" });
  });

  it("are refused where they are forged, foreign or broken", async () => {
    const json = JSON.stringify({ ...HEAD, MsgType: "text", Content: "1", MsgId: 7 });
    expect(await why(sealedJson(json))).toBe("let in");
    expect(await why(sealedJson(json, KEYS.before))).toBe("forged");
    expect(await why(plainPush(account, json))).toBe("forged");
    const forged = sealedJson(json);
    forged.query.set("nonce", "1");
    expect(await why(forged)).toBe("forged");
    for (const body of ["{", "[]", "{}", '{"FromUserName":{}}', "null", '{"__proto__":{"MsgType":"text"}}'])
      expect(await why(sealedJson(body)), body).toBe("malformed");
    expect(await why(plainPush(plain, `{"Content":"${"x".repeat(140_000)}"}`), plain)).toBe("too_large");
    expect(await why(plainPush(plain, new Uint8Array([0x7b, 0x22, 0xff])), plain)).toBe("malformed");
  });
});

describe("a mini program's replies", () => {
  let wechat: Awaited<ReturnType<typeof startWechat>>;
  beforeAll(async () => {
    wechat = await startWechat(account);
  });
  afterAll(() => wechat.stop());

  it("go through the same interface, and its pictures come from there", async () => {
    const outside = localOutside({ "https://api.weixin.qq.com": wechat.origin });
    const message = { id: "0191", to: "oUser", text: "有的" };
    expect(await wechatMiniProgram.send(message, account, outside)).toEqual({ is: "sent", providerId: null });
    expect(await wechatMiniProgram.fetchMedia!("picture", account, outside)).toMatchObject({ status: 200 });
  });
});
