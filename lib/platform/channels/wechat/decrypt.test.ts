import { createCipheriv, randomBytes } from "node:crypto";
import { encrypt } from "@wecom/crypto";
import { describe, expect, it } from "vitest";
import { randomText, seeded } from "@/test/support/random-text";
import { KEYS, wechatAccount } from "@/test/support/wechat-push";
import { decrypt } from "./decrypt";

const account = wechatAccount();
const forged = expect.objectContaining({ why: "forged" });
const malformed = expect.objectContaining({ why: "malformed" });

/** Encrypts bytes that need not be a message, so that what is wrong in them can be chosen. */
function sealBytes(padded: Buffer, key = KEYS.now): string {
  const secret = Buffer.from(`${key}=`, "base64");
  const cipher = createCipheriv("aes-256-cbc", secret, secret.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}

/** random(16) + length + message + AppID, padded, with the length and the padding as wished. */
function content(message: Buffer, { appId = account.appId, length = message.length, padding = -1 } = {}) {
  const header = Buffer.alloc(20);
  header.writeUInt32BE(length, 16);
  const body = Buffer.concat([header, message, Buffer.from(appId)]);
  const missing = 32 - (body.length % 32);
  return Buffer.concat([body, Buffer.alloc(missing, padding < 0 ? missing : padding)]);
}

describe("opening an encrypted push", () => {
  it("gives back any text that another implementation has encrypted, with either key", () => {
    const random = seeded(20261127);
    const lengths = new Set<number>();
    for (let i = 0; i < 400; i++) {
      const text = randomText(random, i % 90) || "x";
      const key = i % 2 === 0 ? KEYS.now : KEYS.before;
      const sealed = encrypt(key, text, account.appId);
      lengths.add(Buffer.byteLength(text) % 32);
      // TextDecoder takes a byte order mark at the very start for what it is.
      const expected = text.replace(/^\ufeff/, "");
      expect(decrypt(sealed, { ...account, previousEncodingAesKey: KEYS.before })).toBe(expected);
    }
    expect(lengths.size).toBe(32); // every length of the padding, the full block too
  });

  it("does not open with a key of neither, nor for another AppID", () => {
    expect(() => decrypt(encrypt(KEYS.before, "hello", account.appId), account)).toThrow(forged);
    for (const appId of ["wxfedcba9876543210", account.appId.toUpperCase(), `${account.appId}0`, ""])
      expect(() => decrypt(encrypt(KEYS.now, "hello", appId), account), appId).toThrow(forged);
  });

  it("refuses what is cut off or no Base64 as not whole", () => {
    const sealed = encrypt(KEYS.now, "x".repeat(100), account.appId);
    const bytes = Buffer.from(sealed, "base64");
    for (const text of [
      "",
      "====",
      sealed.slice(0, -1),
      `${sealed}\n`,
      sealed.replace(/./, "*"),
      bytes.subarray(0, -1).toString("base64"),
      bytes.subarray(0, -16).toString("base64"),
    ])
      expect(() => decrypt(text, account), text).toThrow(malformed);
  });

  it("refuses a message of which a block is missing or changed, wherever it is", () => {
    const bytes = Buffer.from(encrypt(KEYS.now, "x".repeat(100), account.appId), "base64");
    expect(() => decrypt(bytes.subarray(0, -32).toString("base64"), account)).toThrow(forged);
    expect(() => decrypt(bytes.subarray(32).toString("base64"), account)).toThrow(forged);
    // In the length (the second block's first bytes), the AppID and the padding (the last two blocks).
    for (const at of [16, 17, bytes.length - 40, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(() => decrypt(changed.toString("base64"), account), `byte ${at}`).toThrow(forged);
    }
  });

  it("refuses wrong padding, alike in every way", () => {
    const message = Buffer.from("hello");
    expect(decrypt(sealBytes(content(message)), account)).toBe("hello");
    const messages = [0, 33, 255, 1].map((padding) => {
      try {
        return decrypt(sealBytes(content(message, { padding })), account);
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(new Set(messages).size).toBe(1);
    const bare = content(message).subarray(0, 20 + message.length + account.appId.length);
    const missing = 64 - (bare.length % 32);
    expect(missing).toBeGreaterThan(32); // more than a block
    const long = Buffer.concat([bare, Buffer.alloc(missing, missing)]);
    expect(() => decrypt(sealBytes(long), account)).toThrow(forged);
    const uneven = content(message);
    uneven[uneven.length - 2] = 0;
    expect(() => decrypt(sealBytes(uneven), account)).toThrow(forged);
  });

  it("refuses a length that leads out of the message", () => {
    for (const length of [6, 1000, 2 ** 31, 2 ** 32 - 1, 0])
      expect(() => decrypt(sealBytes(content(Buffer.from("hello"), { length })), account)).toThrow(forged);
    expect(() => decrypt(sealBytes(Buffer.alloc(32, 32)), account)).toThrow(forged);
    expect(() => decrypt(sealBytes(Buffer.alloc(32, 16)), account)).toThrow(forged);
  });

  it("refuses a message that is not UTF-8", () => {
    const half = Buffer.from("退").subarray(0, 2);
    expect(() => decrypt(sealBytes(content(half)), account)).toThrow(malformed);
  });

  it("never crashes on random bytes", () => {
    for (let i = 0; i < 500; i++) {
      const noise = randomBytes(32 * (1 + (i % 8))).toString("base64");
      expect(() => decrypt(noise, account)).toThrow(forged);
      expect(() => decrypt(sealBytes(randomBytes(64)), account)).toThrow(forged);
    }
  });
});
