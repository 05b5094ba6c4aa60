import { createDecipheriv } from "node:crypto";
import { InboundRefused } from "../adapter";
import { decodeUtf8 } from "../decode-body";
import { equalsSecret } from "../equals-secret";
import type { WechatSettings } from "./settings";

const BLOCK_BYTES = 32; // of the padding; that of the cipher is 16
const RANDOM_BYTES = 16;
const HEADER_BYTES = RANDOM_BYTES + 4;

/**
 * Opens the encrypted part of a push, with the present key or the one before it, as “消息加解密说明” describes:
 * AES-256-CBC over random(16) + length(4, big endian) + message + AppID. All that does not fit fails alike, so that
 * nothing is learnt from the difference. @throws InboundRefused
 */
export function decrypt(encrypted: string, settings: WechatSettings): string {
  const isBase64 = encrypted.length % 4 === 0 && /^[0-9A-Za-z+/]+={0,2}$/.test(encrypted);
  const sealed = Buffer.from(isBase64 ? encrypted : "", "base64");
  if (sealed.length === 0 || sealed.length % BLOCK_BYTES !== 0) {
    throw new InboundRefused("malformed", "The encrypted part is not whole.");
  }
  for (const key of [settings.encodingAesKey, settings.previousEncodingAesKey]) {
    const message = key === undefined ? null : open(sealed, Buffer.from(`${key}=`, "base64"), settings.appId);
    if (message) return decodeUtf8(message);
  }
  throw new InboundRefused("forged", "The encrypted part does not open with this account's key and AppID.");
}

function open(sealed: Buffer, key: Buffer, appId: string): Buffer | null {
  const decipher = createDecipheriv("aes-256-cbc", key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()]);
  const padding = padded.at(-1)!;
  const content = padded.subarray(0, padded.length - padding);
  const isPadded =
    padding >= 1 && padding <= BLOCK_BYTES && padded.subarray(-padding).every((b) => b === padding);
  if (!isPadded || content.length < HEADER_BYTES) return null;
  // A length that leads out of the content leaves no AppID behind it.
  const end = HEADER_BYTES + content.readUInt32BE(RANDOM_BYTES);
  if (!equalsSecret(appId, content.toString("utf8", end))) return null;
  return content.subarray(HEADER_BYTES, end);
}
