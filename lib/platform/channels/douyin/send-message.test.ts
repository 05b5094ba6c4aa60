import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { douyinShop, startDouyin } from "@/test/support/douyin-server";
import { localOutside } from "@/test/support/local-outside";
import { randomText, seeded } from "@/test/support/random-text";
import type { Outside } from "../adapter";
import { douyin } from "./adapter";

const shop = douyinShop();
const message = { id: "0190", to: "buyer_1", text: '您好 "亲" <b>&\n😀' };

let server: Awaited<ReturnType<typeof startDouyin>>;
let outside: Outside;
let now: Date;
beforeEach(async () => {
  server = await startDouyin(shop);
  now = new Date("2026-11-27T08:00:00Z");
  outside = localOutside({ "https://openapi-fxg.jinritemai.com": server.origin }, () => now);
});
afterEach(() => server.stop());
const send = (text = message.text) => douyin.send({ ...message, text }, shop, outside);

describe("sending a message", () => {
  it("signs the call, fills in the merchant's parameters, and tells the platform's id", async () => {
    expect(await send()).toEqual({ is: "sent", providerId: "7000000000000000001" });
    const [call] = server.sent();
    expect(call!.url.pathname).toBe("/im/message/send");
    expect(call!.body).toContain("您好"); // nothing escaped that need not be
    const params = JSON.parse(call!.body);
    expect(Object.keys(params)).toEqual(["content", "msg_type", "open_id", "unique_id"]);
    expect(params).toMatchObject({ open_id: "buyer_1", msg_type: "text", unique_id: "0190" });
    expect(JSON.parse(params.content)).toEqual({ text: message.text });
  });

  it("brings every text through signature and parameters unchanged", async () => {
    const random = seeded(9);
    for (let i = 0; i < 40; i++) {
      const text = `${randomText(random, 60)} {to} {id} $& $1`;
      expect(await send(text)).toMatchObject({ is: "sent" });
      expect(JSON.parse(JSON.parse(server.sent().at(-1)!.body).content)).toEqual({ text });
    }
  });

  it("asks for a token once, and for the next one in its last hour", async () => {
    await send();
    await send();
    expect(server.calls()).toEqual(["token.create", shop.sendMethod, shop.sendMethod]);
    server.state.lifeSeconds = 600;
    now = new Date(now.getTime() + 604_800_000);
    expect(await send()).toMatchObject({ is: "sent" });
    expect(server.calls().slice(3)).toEqual(["token.create", "token.refresh", shop.sendMethod]);
    expect(server.state.number).toBe(2);
  });

  it("goes on with the present token where there is no next one yet", async () => {
    server.state.lifeSeconds = 600;
    server.next("token.refresh", { code: 20000 });
    expect(await send()).toMatchObject({ is: "sent" });
    expect(server.state.number).toBe(1);
  });

  it("replaces a token that is no longer taken, once", async () => {
    await send();
    server.state.valid = "";
    expect(await send()).toMatchObject({ is: "sent" });
    expect(server.state.number).toBe(2);
    for (const sub_code of [
      "isv.access-token-expired",
      "isv.access-token-no-existed",
      "isv.access-token-invalid",
    ]) {
      const before = server.sent().length;
      server.next(shop.sendMethod!, { code: 40003, sub_code }, { code: 40003, sub_code });
      expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: `40003 ${sub_code}` });
      expect(server.sent().length - before).toBe(2);
    }
  });

  it("tells what is final from what may be tried again, and what nobody knows", async () => {
    for (const [code, outcome] of [
      [20000, { is: "refused", isFinal: false }],
      [20001, { is: "unknown" }],
      [30001, { is: "refused", isFinal: true }],
      [30002, { is: "refused", isFinal: true }],
      [40004, { is: "refused", isFinal: true }],
      [50001, { is: "refused", isFinal: false }],
      [50002, { is: "refused", isFinal: true }],
      [60000, { is: "refused", isFinal: false, retryAfterSeconds: 60 }],
      [70000, { is: "refused", isFinal: true }],
      [90000, { is: "refused", isFinal: false }],
    ] as const) {
      server.next(shop.sendMethod!, { code, sub_msg: "原因" });
      const answer = await send();
      expect(answer, `${code}`).toMatchObject(outcome);
      if (answer.is === "refused")
        expect(answer).toMatchObject({ code: `${code}`, reason: expect.stringContaining("原因") });
    }
    for (const trouble of ["hang up", "bad gateway"] as const) {
      server.next(shop.sendMethod!, trouble);
      expect(await send(), trouble).toMatchObject({ is: "unknown" });
    }
    expect(server.sent()).toHaveLength(12); // none of them twice
  });

  it("knows that nothing was sent where there was no token or no connection", async () => {
    server.next("token.create", "hang up", "bad gateway", {
      code: 50001,
      sub_code: "dop.token-generate-failed:app-secret-invalid",
    });
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "no_connection" });
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "http_502" });
    expect(await send()).toMatchObject({ is: "refused", isFinal: true });
    expect(await douyin.send(message, { ...shop, shopId: "1" }, outside)).toMatchObject({ isFinal: true });
    const other = { ...shop, appSecret: "another-secret-of-nobody" };
    expect(await douyin.send(message, other, outside)).toMatchObject({ code: "40003 isv.signature-invalid" });
    await server.stop();
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "no_connection" });
    expect(server.sent()).toEqual([]);
  });

  it("says so where the merchant has not filled in how to send", async () => {
    const { sendMethod: _, sendParams: __, ...receiving } = shop;
    expect(await douyin.send(message, receiving, outside)).toMatchObject({
      is: "refused",
      isFinal: true,
      code: "no_send_method",
    });
    expect(server.heard).toEqual([]);
  });
});

describe("what a merchant fills in", () => {
  it("is checked before it is stored", () => {
    const fill = (changes: object) => douyin.settings.safeParse({ ...shop, ...changes }).success;
    expect(fill({})).toBe(true);
    expect(fill({ sendMethod: undefined, sendParams: undefined, messageTag: undefined })).toBe(true);
    for (const changes of [
      { appKey: "tt123" },
      { appSecret: "" },
      { shopId: "my shop" },
      { sendMethod: undefined },
      { sendParams: undefined },
      { sendMethod: "https://evil.example/" },
      { sendMethod: "a..b" },
      { sendParams: '{"to":"{to}"}' },
      { sendParams: '["{to}","{text}"]' },
      { sendParams: "{to}{text}" },
      { messageTag: "new message" },
    ])
      expect(fill(changes), JSON.stringify(changes)).toBe(false);
  });
});
