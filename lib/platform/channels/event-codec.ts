import { z } from "zod";
import type { InboundEvent } from "./adapter";

const base64Bytes = z.base64().transform((text) => new Uint8Array(Buffer.from(text, "base64")));
const instant = z.iso.datetime().transform((text) => new Date(text));

const attachment = z.object({
  kind: z.enum(["image", "voice", "video", "file"]),
  source: z.union([
    z.object({ mediaId: z.string() }),
    z.object({ url: z.string() }),
    z.object({ bytes: base64Bytes }),
  ]),
  mimeType: z.string().optional(),
  fileName: z.string().optional(),
});

const storedEvents = z.array(
  z.discriminatedUnion("is", [
    z.object({
      is: z.literal("message"),
      providerId: z.string(),
      from: z.object({
        id: z.string(),
        name: z.string().optional(),
        email: z.string().optional(),
        phone: z.string().optional(),
      }),
      at: instant,
      text: z.string().nullable(),
      subject: z.string().optional(),
      attachments: z.array(attachment),
      attachmentsLeftOut: z.int().optional(),
      answers: z.array(z.string()).optional(),
    }),
    z.object({
      is: z.literal("state"),
      providerId: z.string(),
      state: z.enum(["sent", "delivered", "read", "failed"]),
      at: instant,
      reason: z.string().optional(),
    }),
    z.object({ is: z.literal("other"), providerId: z.string(), what: z.string() }),
  ]),
);

export type StoredEvent = z.output<typeof storedEvents>[number];

/** Events as JSON that PostgreSQL takes: instants in ISO 8601, bytes in base64, no NUL, no half character. */
export function encodeEvents(events: readonly InboundEvent[]): unknown[] {
  return events.map(encode) as unknown[];
}

export function decodeEvents(raw: unknown): StoredEvent[] {
  return storedEvents.parse(raw);
}

function encode(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, encode(inner)]));
}

/** What the sender wrote is kept; the one character that no text column takes is not. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
