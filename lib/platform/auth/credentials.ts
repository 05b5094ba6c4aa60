import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "@/lib/core/env";

/** A new API key: 256 random bits behind a recognisable name. Shown once; only its hash is kept. */
export function generateApiKey(): { key: string; prefix: string; keyHash: string } {
  const key = `zg_${randomBytes(32).toString("base64url")}`;
  return { key, prefix: key.slice(0, 11), keyHash: hashApiKey(key) };
}

/** SHA-256 suffices for a key of 256 random bits: there is nothing to guess, unlike with a password. */
export function hashApiKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** A public widget key and the secret with which the shop's own server signs its customers' ids. */
export function generateWidgetKey(): { key: string; secret: string } {
  return { key: `wk_${randomBytes(18).toString("base64url")}`, secret: randomBytes(32).toString("hex") };
}

/** HMAC-SHA256 (hex) of a customer's external id: what the shop's server passes to the widget. */
export function signExternalId(secret: string, externalId: string): string {
  return createHmac("sha256", secret).update(externalId).digest("hex");
}

export function isSignatureValid(secret: string, externalId: string, signature: string): boolean {
  const expected = Buffer.from(signExternalId(secret, externalId));
  const given = Buffer.from(signature.toLowerCase());
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** What a secret is for has a key of its own. */
type SecretPurpose = "widget-secrets" | "channel-secrets" | "model-keys";

function encryptionKey(purpose: SecretPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", env().ZHANGGUI_SECRET, "", purpose, 32));
}

/** AES-256-GCM under a key derived from ZHANGGUI_SECRET; `nonce.tag.ciphertext`, base64url. */
export function encryptSecret(secret: string, purpose: SecretPurpose = "widget-secrets"): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encryptionKey(purpose), nonce);
  const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url")).join(".");
}

export function decryptSecret(encrypted: string, purpose: SecretPurpose = "widget-secrets"): string {
  const [nonce, tag, body] = encrypted.split(".").map((part) => Buffer.from(part, "base64url"));
  if (!nonce || !tag || !body) throw new Error("An encrypted secret in the database is damaged.");
  const decipher = createDecipheriv("aes-256-gcm", encryptionKey(purpose), nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}
