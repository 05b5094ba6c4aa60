import { encrypt } from "@wecom/crypto";
import { describe, expect, it } from "vitest";
import { randomText, seeded } from "@/test/support/random-text";
import {
  handshake,
  KEYS,
  NOW,
  plainPush,
  post,
  safePush,
  sealedPush,
  wechatAccount,
  xmlOf,
} from "@/test/support/wechat-push";
import type { InboundRequest } from "../adapter";
import { wechatOfficial } from "./adapter";

const account = wechatAccount();
const plain = wechatAccount({ mode: "plain" });
const FROM = { ToUserName: "gh_10f6c3c3ac5a", FromUserName: "oyORnuP8q7ou2gfYjqLzSIWZf0rs" };
const HEAD = { ...FROM, CreateTime: 1348831860 };
const TEXT = { ...HEAD, MsgType: "text", Content: "退货什么时候到账？", MsgId: 1234567890123456 };

const read = (request: InboundRequest, settings = account, now = NOW) =>
  wechatOfficial.read(request, settings, now);
const why = async (request: InboundRequest, settings = account, now = NOW) => {
  try {
    await read(request, settings, now);
    return "let in";
  } catch (error) {
    return (error as { why?: string }).why ?? `crashed: ${error}`;
  }
};
const event = async (fields: Record<string, string | number>) => {
  const { events, answer } = await read(plainPush(plain, xmlOf(fields)), plain);
  expect(answer).toMatchObject({ status: 200, body: "success" });
  expect(events).toHaveLength(1);
  return events[0];
};

describe("the handshake", () => {
  it("gives the platform's own word back, as plain text", async () => {
    expect(await read(handshake(account, "4962083742916430911"))).toEqual({
      events: [],
      answer: { status: 200, contentType: "text/plain; charset=utf-8", body: "4962083742916430911" },
    });
  });

  it("echoes for nobody else", async () => {
    expect(await why(handshake(account, "1", { token: "anotherToken" }))).toBe("forged");
    expect(await why(handshake(account, "1", { at: new Date(NOW.getTime() - 301_000) }))).toBe("expired");
    expect(await why(handshake(account, ""))).toBe("malformed");
    expect(await why(handshake(account, "<script>\n"))).toBe("malformed");
    expect(await why({ ...handshake(account, "1"), query: new URLSearchParams("echostr=1") })).toBe(
      "malformed",
    );
  });
});

describe("who may push", () => {
  it("takes the platform's own sample of a push, of which only the encrypted part is believed", async () => {
    // Of the sample code that the platform gives for “消息加解密”, in the compatible mode.
    const sample = wechatAccount({ appId: "wx2c2769f8efd9abc2", token: "spamtest", mode: "compatible" });
    const sealed =
      "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";
    const query = new URLSearchParams({
      timestamp: "1409735669",
      nonce: "1320562132",
      msg_signature: "5d197aaffba7e9b25a30732f161a50dee96bd5fa",
    });
    const body = `<xml><FromUserName>somebody-else</FromUserName><Content>false words</Content><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
    const { events } = await read(post(query, body), sample, new Date(1409735670_000));
    expect(events).toEqual([
      {
        is: "message",
        providerId: "6054768590064713728",
        from: { id: "oyORnuP8q7ou2gfYjqLzSIWZf0rs" },
        at: new Date(1409735668_000),
        text: "abcdteT",
        attachments: [],
      },
    ]);
  });

  it("gives every text back, in the plain and the safe mode", async () => {
    const random = seeded(7);
    for (let i = 0; i < 60; i++) {
      const text = randomText(random, 80).replaceAll("]]>", "");
      const expected = { text: text.trim() || null };
      const xml = xmlOf({ ...TEXT, Content: text });
      expect((await read(safePush(account, xml))).events[0]).toMatchObject(expected);
      expect((await read(plainPush(plain, xml), plain)).events[0]).toMatchObject(expected);
    }
  });

  it("takes what the token and the key before the last change have signed and encrypted", async () => {
    const changed = wechatAccount({ previousToken: "theTokenBefore", previousEncodingAesKey: KEYS.before });
    const before = { token: "theTokenBefore", key: KEYS.before };
    for (const sending of [{}, before, { token: before.token }, { key: before.key }])
      expect(await why(safePush(changed, xmlOf(TEXT), sending), changed)).toBe("let in");
    expect(await why(safePush(account, xmlOf(TEXT), { token: before.token }))).toBe("forged");
    expect(await why(safePush(account, xmlOf(TEXT), { key: before.key }))).toBe("forged");
  });

  it("refuses what was sent again with another nonce, time, body or signature", async () => {
    const real = () => safePush(account, xmlOf(TEXT));
    expect(await why(real())).toBe("let in");
    for (const [name, value] of [
      ["nonce", "1320562133"],
      ["timestamp", String(NOW.getTime() / 1000 + 1)],
      ["msg_signature", "0".repeat(40)],
      ["msg_signature", "short"],
    ] as const) {
      const replayed = real();
      replayed.query.set(name, value);
      expect(await why(replayed), `${name}=${value}`).toBe("forged");
    }
    const other = sealedPush(account, encrypt(KEYS.now, xmlOf({ ...TEXT, Content: "other" }), account.appId));
    expect(await why({ ...real(), body: other.body })).toBe("forged");
    // The signature of the address alone would cover no body.
    const borrowed = real();
    borrowed.query.set("msg_signature", borrowed.query.get("signature")!);
    expect(await why(borrowed)).toBe("forged");
  });

  it("refuses what comes too late or from the future, at five minutes", async () => {
    for (const [seconds, outcome] of [
      [-301, "expired"],
      [-300, "let in"],
      [300, "let in"],
      [301, "expired"],
    ] as const) {
      const at = new Date(NOW.getTime() + seconds * 1000);
      expect(await why(safePush(account, xmlOf(TEXT), { at })), `${seconds} s`).toBe(outcome);
      expect(await why(plainPush(plain, xmlOf(TEXT), { at }), plain)).toBe(outcome);
    }
  });

  it("refuses a push in clear where the account encrypts", async () => {
    expect(await why(plainPush(account, xmlOf(TEXT)))).toBe("forged");
    expect(await why(plainPush(account, xmlOf(TEXT)), wechatAccount({ mode: "compatible" }))).toBe("forged");
    expect(await why(sealedPush(account, ""))).toBe("forged");
  });

  it("refuses another account's message, and one that is signed but does not open", async () => {
    expect(await why(safePush(account, xmlOf(TEXT), { appId: "wxfedcba9876543210" }))).toBe("forged");
    const sealed = encrypt(KEYS.now, xmlOf(TEXT), account.appId);
    expect(await why(sealedPush(account, sealed.slice(0, -8)))).toBe("malformed");
    const half = Buffer.from(sealed, "base64");
    expect(await why(sealedPush(account, half.subarray(0, 64).toString("base64")))).toBe("forged");
  });

  it("refuses what is too large, no UTF-8, no XML, or XML that would grow", async () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><xml><Content>&c;</Content></xml>';
    for (const [body, outcome] of [
      [`<xml><Content>${"x".repeat(128 * 1024)}</Content></xml>`, "too_large"],
      [new Uint8Array([0x3c, 0x78, 0xff, 0xfe]), "malformed"],
      ["", "malformed"],
      ["hello", "malformed"],
      [bomb, "malformed"],
      [xmlOf(TEXT).slice(0, -3), "malformed"],
    ] as const) {
      expect(await why(plainPush(plain, body), plain)).toBe(outcome);
      expect(await why(plainPush(account, body))).toBe(outcome);
    }
    expect(await why(safePush(account, bomb))).toBe("malformed");
    expect(await why(safePush(account, "words"))).toBe("malformed");
  });

  it("refuses a push without sender, type or time", async () => {
    for (const name of ["FromUserName", "MsgType", "CreateTime"]) {
      const { [name]: _, ...rest } = TEXT as Record<string, string | number>;
      expect(await why(safePush(account, xmlOf(rest))), name).toBe("malformed");
    }
    expect(await why(safePush(account, xmlOf({ ...TEXT, FromUserName: "a b" })))).toBe("malformed");
    expect(await why(safePush(account, xmlOf({ ...TEXT, CreateTime: "soon" })))).toBe("malformed");
  });
});

describe("what was pushed", () => {
  it("is a text with its own id", async () => {
    expect(await event(TEXT)).toEqual({
      is: "message",
      providerId: "1234567890123456",
      from: { id: FROM.FromUserName },
      at: new Date("2012-09-28T11:31:00Z"),
      text: "退货什么时候到账？",
      attachments: [],
    });
  });

  it("is a picture, a voice with or without its recognition, a video", async () => {
    const file = { ...HEAD, MediaId: "media_1", MsgId: 1 };
    const mediaId = { mediaId: "media_1" };
    expect(await event({ ...file, MsgType: "image", PicUrl: "http://pic.example/1" })).toMatchObject({
      text: null,
      attachments: [{ kind: "image", source: mediaId }],
    });
    expect(await event({ ...HEAD, MsgType: "image", PicUrl: "http://pic.example/1" })).toMatchObject({
      attachments: [{ kind: "image", source: { url: "http://pic.example/1" } }],
    });
    const voice = { ...file, MsgType: "voice", Format: "amr" };
    const attachments = [{ kind: "voice", source: mediaId, mimeType: "audio/amr" }];
    expect(await event(voice)).toMatchObject({ text: null, attachments });
    expect(await event({ ...voice, Recognition: "我要退款" })).toMatchObject({
      text: "我要退款",
      attachments,
    });
    expect(await event({ ...voice, Format: "constructor" })).toMatchObject({
      attachments: [{ kind: "voice", source: mediaId }],
    });
    for (const MsgType of ["video", "shortvideo"])
      expect(await event({ ...file, MsgType, ThumbMediaId: "thumb" })).toMatchObject({
        attachments: [{ kind: "video", source: mediaId }],
      });
  });

  it("is a place or a link, in words", async () => {
    const place = {
      ...HEAD,
      MsgType: "location",
      Location_X: "23.134521",
      Location_Y: "113.358803",
      Scale: 20,
    };
    expect(await event({ ...place, Label: "广州市海珠区" })).toMatchObject({
      text: "广州市海珠区\n23.134521, 113.358803",
    });
    const link = { ...HEAD, MsgType: "link", Title: "新品", Description: "", Url: "https://shop.example/1" };
    expect(await event(link)).toMatchObject({ text: "新品\nhttps://shop.example/1" });
  });

  it("is an event, told apart from what else happened in that second", async () => {
    const happened = { ...HEAD, MsgType: "event" };
    const id = `${FROM.FromUserName}:${HEAD.CreateTime}`;
    for (const [Event, more] of [
      ["subscribe", { EventKey: "qrscene_123123", Ticket: "TICKET" }],
      ["unsubscribe", {}],
      ["CLICK", { EventKey: "menu_orders" }],
      ["SCAN", { EventKey: "42", Ticket: "TICKET" }],
    ] as const)
      expect(await event({ ...happened, ...more, Event })).toEqual({
        is: "other",
        providerId: `${id}:${Event}`,
        what: `event ${Event}`,
      });
  });

  it("is calmly answered where the desk does not know its kind", async () => {
    for (const MsgType of ["hologram", "constructor", "__proto__"])
      expect(await event({ ...TEXT, MsgType })).toMatchObject({ is: "other", what: `message ${MsgType}` });
    const { MsgId: _, ...text } = TEXT;
    expect(await event(text)).toMatchObject({ providerId: `${FROM.FromUserName}:${HEAD.CreateTime}` });
  });
});

describe("what a merchant fills in", () => {
  const fill = (changes: object) => wechatOfficial.settings.safeParse({ ...account, ...changes }).success;

  it("is checked before it is stored", () => {
    expect(fill({})).toBe(true);
    expect(fill({ encodingAesKey: undefined })).toBe(false);
    expect(fill({ encodingAesKey: undefined, mode: "plain" })).toBe(true);
    for (const changes of [
      { appId: "gh_10f6c3c3ac5a" },
      { appSecret: "short" },
      { token: "不行" },
      { encodingAesKey: KEYS.now.slice(1) },
      { mode: "unsafe" },
    ])
      expect(fill(changes), JSON.stringify(changes)).toBe(false);
  });

  it("keeps all that opens or sends among its secrets", () => {
    const shown = Object.keys(wechatAccount({ previousToken: "abc", previousEncodingAesKey: KEYS.before }))
      .filter((name) => !(wechatOfficial.secrets as string[]).includes(name))
      .sort();
    expect(shown).toEqual(["appId", "mode"]);
  });
});
