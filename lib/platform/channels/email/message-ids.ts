import { createHash } from "node:crypto";

const MAX_ID_LENGTH = 400;
const MAX_REFERENCES = 50;

/** The ids in a Message-ID, In-Reply-To or References header, without their brackets. */
export function readMessageIds(header: string | undefined): string[] {
  const found = (header ?? "").slice(0, 20_000).matchAll(/<([^<>\s]{3,1000})>/g);
  return Array.from(found, ([, id]) => id!).filter((id) => id.length <= MAX_ID_LENGTH);
}

/** A mail without a usable id of its own is known by its bytes, so that the same one twice is still one. */
export function ownMessageId(header: string | undefined, raw: Uint8Array): string {
  return readMessageIds(header)[0] ?? `${createHash("sha256").update(raw).digest("hex")}@no-message-id`;
}

/** What a mail answers, the nearest first: In-Reply-To, then References from its end (RFC 5322, 3.6.4). */
export function answeredIds(inReplyTo: string | undefined, references: string | undefined): string[] {
  const ids = [...readMessageIds(inReplyTo), ...readMessageIds(references).reverse()];
  return [...new Set(ids)].slice(0, MAX_REFERENCES);
}

/** The same for the same message of the desk, so that a mail that leaves twice can be known as one. */
export function outboundMessageId(id: string, address: string): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const local = /^[\w-]{1,64}$/.test(id) ? id : createHash("sha256").update(id).digest("hex");
  return `${local}@${domain}`;
}
