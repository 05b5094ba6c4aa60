import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localOutside } from "@/test/support/local-outside";
import { randomText, seeded } from "@/test/support/random-text";
import { wechatAccount } from "@/test/support/wechat-push";
import { startWechat } from "@/test/support/wechat-server";
import type { Outside } from "../adapter";
import { fetchMedia } from "./fetch-media";
import { MAX_TEXT_BYTES, MAX_TEXT_LENGTH, sendText } from "./send-text";

const account = wechatAccount();
const message = { id: "0190", to: "oUser", text: "您好，订单已发货 😀 & <b>" };

let wechat: Awaited<ReturnType<typeof startWechat>>;
let outside: Outside;
let now: Date;
beforeEach(async () => {
  wechat = await startWechat(account);
  now = new Date("2026-11-27T08:00:00Z");
  outside = localOutside(
    { "https://api.weixin.qq.com": wechat.origin, "https://video.example": wechat.origin },
    () => now,
  );
});
afterEach(() => wechat.stop());
const send = (text = message.text, to = message.to) => sendText({ ...message, text, to }, account, outside);

describe("sending a text", () => {
  it("writes it to the customer service interface, without escapes that the customer would see", async () => {
    expect(await send()).toEqual({ is: "sent", providerId: null });
    expect(wechat.sent().map(({ body }) => body)).toEqual([
      '{"touser":"oUser","msgtype":"text","text":{"content":"您好，订单已发货 😀 & <b>"}}',
    ]);
  });

  it("puts a sign in place of half a character, which JSON would write as an escape", async () => {
    expect(await send("好\ud83d")).toMatchObject({ is: "sent" });
    expect(wechat.sent()[0]!.body).toContain('"content":"好\ufffd"');
  });

  it("asks for a token once, and again when it has expired", async () => {
    for (let i = 0; i < 3; i++) expect(await send()).toMatchObject({ is: "sent" });
    expect(wechat.state.tokens).toBe(1);
    wechat.state.valid = "";
    now = new Date(now.getTime() + 7200_000);
    expect(await send()).toMatchObject({ is: "sent" });
    expect([wechat.state.tokens, wechat.sent().length]).toEqual([2, 4]);
  });

  it("replaces a token that the platform no longer takes, once", async () => {
    await send();
    wechat.state.valid = ""; // another program has asked for a new one by force
    expect(await send()).toMatchObject({ is: "sent" });
    expect(wechat.state.tokens).toBe(2);
    for (const code of [40001, 40014, 42001]) {
      wechat.state.trouble.push(code);
      const before = wechat.sent().length;
      expect(await send(), `${code}`).toMatchObject({ is: "sent" });
      expect(wechat.sent().length - before).toBe(2);
      wechat.state.trouble.push(code, code);
      expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: String(code) });
      expect(wechat.sent().length - before).toBe(4);
    }
  });

  it("tells what is final from what may be tried again", async () => {
    const known = { 45015: true, 45047: true, 48001: true, 48002: true, 45002: true, 43004: true };
    const later = { [-1]: 5, 45009: 3600, 45011: 60 };
    for (const [code, isFinal] of Object.entries(known)) {
      wechat.state.trouble.push(Number(code));
      expect(await send()).toMatchObject({ is: "refused", isFinal, code });
    }
    for (const [code, retryAfterSeconds] of Object.entries(later)) {
      wechat.state.trouble.push(Number(code));
      expect(await send()).toMatchObject({ is: "refused", isFinal: false, code, retryAfterSeconds });
    }
    expect(await send("hello", "somebody else")).toMatchObject({ isFinal: true, code: "40003" });
    wechat.state.trouble.push(99999);
    expect(await send()).toMatchObject({
      isFinal: false,
      code: "99999",
      reason: expect.stringContaining("refused with 99999"),
    });
    expect(wechat.sent()).toHaveLength(11); // none of them twice
  });

  it("says that it does not know where the connection broke after the message had left", async () => {
    for (const trouble of ["hang up", "bad gateway", "no json"] as const) {
      wechat.state.trouble.push(trouble);
      expect(await send(), trouble).toMatchObject({ is: "unknown" });
    }
    wechat.state.trouble.push("not found");
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "http_404" });
  });

  it("knows that nothing was sent where there was no token, whatever went wrong", async () => {
    for (const [trouble, outcome] of [
      [40125, { isFinal: true, code: "40125" }],
      [40164, { isFinal: true, code: "40164" }],
      [-1, { isFinal: false, code: "-1" }],
      ["bad gateway", { isFinal: false, code: "-1" }],
      ["hang up", { isFinal: false, code: "no_connection" }],
    ] as const) {
      wechat.state.tokenTrouble.push(trouble);
      expect(await send(), `${trouble}`).toMatchObject({ is: "refused", ...outcome });
    }
    expect(wechat.sent()).toEqual([]);
    // The message was refused for its token, then the way to a new one broke.
    wechat.state.trouble.push(42001);
    await outside.token("access_token", async () => ({ token: "old", expiresInSeconds: 60 }));
    wechat.state.tokenTrouble.push("hang up");
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "no_connection" });
  });

  it("knows that nothing was sent where nobody listens", async () => {
    await wechat.stop();
    await outside.token("access_token", async () => ({ token: "token", expiresInSeconds: 60 }));
    expect(await send()).toMatchObject({ is: "refused", isFinal: false, code: "no_connection" });
  });

  it("refuses a text of too many bytes before it asks, and every text of the stated length fits", async () => {
    expect(await send("退".repeat(683))).toMatchObject({ isFinal: true, code: "45002" });
    expect(wechat.heard).toEqual([]);
    expect(await send("退".repeat(682))).toMatchObject({ is: "sent" });
    const random = seeded(11);
    const widest = ["退", "😀", "𠮷", "\u2028", "\uffff"].map((piece) =>
      piece.repeat(MAX_TEXT_LENGTH / piece.length),
    );
    const mixed = Array.from({ length: 200 }, () => randomText(random, 900).slice(0, MAX_TEXT_LENGTH));
    for (const text of [...widest, ...mixed])
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_TEXT_BYTES);
  });
});

describe("fetching a file", () => {
  const fetchFile = async (id: string) => {
    const { status, headers, body } = await fetchMedia(id, account, outside);
    return { status, type: headers["content-type"], text: new TextDecoder().decode(body) };
  };

  it("gives its bytes, and follows the address of a video", async () => {
    expect(await fetchFile("picture")).toEqual({ status: 200, type: "image/jpeg", text: "JPEG bytes" });
    expect(await fetchFile("clip")).toEqual({ status: 200, type: "video/mp4", text: "MP4" });
  });

  it("replaces a token that is no longer taken", async () => {
    await outside.token("access_token", async () => ({ token: "old", expiresInSeconds: 60 }));
    expect(await fetchFile("picture")).toMatchObject({ status: 200 });
  });

  it("does not pass off a refusal as the file", async () => {
    expect(await fetchFile("gone")).toMatchObject({ status: 404 });
    wechat.state.trouble.push(48001);
    expect(await fetchFile("picture")).toMatchObject({ status: 502 });
    await outside.dropToken("access_token");
    wechat.state.tokenTrouble.push(40125);
    expect(await fetchFile("picture")).toMatchObject({ status: 502 });
  });
});
