import type { InboundEvent, OutboundMessage } from "../adapter";
import { parseExactJson } from "../exact-json";

/*
 * The one place that depends on 飞鸽's message shapes, which the platform shows to apps with the permission alone.
 * Nothing here is taken from a published document: it looks for what such a message must have, under the names that
 * the platform uses elsewhere, and gives up (null) rather than guess who has written.
 */
const SENDER = ["buyer_open_id", "open_id", "buyer_id", "from_user_id", "user_id"];
const MESSAGE_ID = ["message_id", "server_message_id", "msg_id"];
const WORDS = ["text", "content"];
const PICTURE = ["image_url", "pic_url", "img_url"];
const TIME = ["create_time", "send_time", "timestamp"];
const ROLE = ["sender_role", "sender_type", "role"];
const CUSTOMER_ROLES = new Set(["buyer", "customer", "consumer", "user"]);
const RECEIVER = /^(to|receiver|target)/;
const MAX_DEPTH = 4;

/** Leaves by name, the first of a name, without the receiver's. Strings stay closed: a customer may have written them. */
function leavesOf(value: unknown, leaves = new Map<string, string>(), depth = 0): Map<string, string> {
  if (value === null || typeof value !== "object" || Array.isArray(value) || depth > MAX_DEPTH) return leaves;
  for (const [name, inner] of Object.entries(value)) {
    if (RECEIVER.test(name)) continue;
    if ((typeof inner === "string" || typeof inner === "number") && !leaves.has(name))
      leaves.set(name, String(inner).replaceAll("\0", "").toWellFormed().trim());
    else leavesOf(inner, leaves, depth + 1);
  }
  return leaves;
}

/** The object that a string holds as JSON, or null. `data` is documented as such a string; an object is taken too. */
function objectIn(value: unknown): object | null {
  if (typeof value === "object" && !Array.isArray(value)) return value;
  if (typeof value !== "string" || !value.trimStart().startsWith("{")) return null;
  try {
    return parseExactJson(value) as object;
  } catch {
    return null;
  }
}

function findIn(leaves: Map<string, string>, names: string[]): string {
  return names.map((name) => leaves.get(name)).find((found) => found) ?? "";
}

/** Null where it is not plainly a customer's message. `pushId` stands in for an id of the message itself. */
export function readCustomerMessage(
  data: unknown,
  { pushId, shopId, now }: { pushId: string; shopId: string; now: Date },
): Extract<InboundEvent, { is: "message" }> | null {
  const leaves = leavesOf(objectIn(data));
  const find = (names: string[]) => findIn(leaves, names);
  const [sender, role] = [find(SENDER), find(ROLE).toLowerCase()];
  const isCustomer = role === "" || CUSTOMER_ROLES.has(role);
  if (!/^[\x21-\x7E]{1,128}$/.test(sender) || sender === shopId || !isCustomer) return null;
  // What was written may be wrapped once more; of that, words and picture are all that is taken.
  const wrapped = leavesOf(objectIn(find(WORDS)));
  const picture = find(PICTURE) || findIn(wrapped, PICTURE);
  const hasPicture = /^https?:/.test(picture) && URL.canParse(picture);
  const text = findIn(wrapped, WORDS) || (findIn(wrapped, PICTURE) ? "" : find(WORDS)) || null;
  if (text === null && !hasPicture) return null;
  return {
    is: "message",
    providerId: find(MESSAGE_ID).slice(0, 100) || pushId,
    from: { id: sender },
    at: timeOf(find(TIME)) ?? now,
    text,
    attachments: hasPicture ? [{ kind: "image", source: { url: picture } }] : [],
  };
}

/** Seconds or milliseconds since 1970; the platform uses both. */
function timeOf(text: string): Date | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null;
  return new Date(text.length === 10 ? Number(text) * 1000 : Number(text));
}

/** The merchant's parameters with the message in its places: within strings, and within JSON in strings, escaped. */
export function fillParams(template: string, message: OutboundMessage): unknown {
  const values: Record<string, string> = {
    to: message.to,
    text: message.text.toWellFormed(),
    id: message.id,
  };
  return JSON.parse(template, (_, value: unknown) => {
    if (typeof value !== "string") return value;
    if (objectIn(value)) return JSON.stringify(fillParams(value, message));
    return value.replace(/\{(to|text|id)\}/g, (_, name: string) => values[name]!);
  });
}

/** The id that the platform gave a message, wherever the answer has it. */
export function sentIdOf(data: unknown): string | null {
  return findIn(leavesOf(data), MESSAGE_ID) || null;
}
