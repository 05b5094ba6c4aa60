import type { z } from "zod";
import { type InboundCall, type InboundEvent, InboundRefused, type InboundRequest } from "../adapter";
import { hmacSha256Hex, isSameSecret } from "../signatures";
import { failureReason } from "./graph-errors";
import { readContent } from "./message-content";
import type { WhatsappSettings } from "./settings";
import { contactSchema, messageHead, messagesChange, statusSchema, webhookSchema } from "./webhook-schema";

const STATES = new Set(["sent", "delivered", "read", "failed"] as const);
const plain = (status: number, body: string) => ({ status, contentType: "text/plain; charset=utf-8", body });

/** @throws InboundRefused `forged` without a good signature, `malformed` for what is no call of Meta's. */
export function readWebhook(request: InboundRequest, settings: WhatsappSettings): InboundCall {
  if (request.method === "GET") return answerHandshake(request.query, settings);
  const given = request.headers["x-hub-signature-256"] ?? "";
  if (!isSameSecret(given.toLowerCase(), `sha256=${hmacSha256Hex(settings.appSecret, request.body)}`))
    throw new InboundRefused("forged", "The signature does not match the app secret.");
  const call = webhookSchema.safeParse(parseJson(request.body));
  if (!call.success) throw new InboundRefused("malformed", "This is no call of a WhatsApp webhook.");
  const events: InboundEvent[] = [];
  for (const { field, value } of call.data.entry.flatMap((entry) => entry.changes)) {
    const change = field === "messages" ? messagesChange.safeParse(value).data : undefined;
    // One app's webhook gets the calls of all its numbers.
    if (change?.metadata.phone_number_id !== settings.phoneNumberId) continue;
    const contacts = change.contacts.flatMap((raw) => contactSchema.safeParse(raw).data ?? []);
    events.push(...change.messages.flatMap((raw) => readMessage(raw, contacts)));
    events.push(...change.statuses.flatMap(readStatus));
  }
  return { events, answer: plain(200, "OK") };
}

function answerHandshake(query: URLSearchParams, settings: WhatsappSettings): InboundCall {
  const challenge = query.get("hub.challenge") ?? "";
  if (query.get("hub.mode") !== "subscribe" || !/^[\w.-]{1,200}$/.test(challenge))
    throw new InboundRefused("malformed", "This is no handshake of a webhook.");
  if (!isSameSecret(query.get("hub.verify_token") ?? "", settings.verifyToken))
    throw new InboundRefused("forged", "The verify token is another one than in the settings.");
  return { events: [], answer: plain(200, challenge) };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (cause) {
    throw new InboundRefused("malformed", "The body is not valid JSON.", { cause });
  }
}

function readMessage(raw: unknown, contacts: z.infer<typeof contactSchema>[]): InboundEvent[] {
  const head = messageHead.safeParse(raw).data;
  if (!head) return [];
  const { id: providerId, type, from: phone, from_user_id: userId } = head;
  // The business-scoped id comes with every message; the phone number may stay away once somebody has a username.
  const id = userId ?? phone;
  const content = readContent(type, raw);
  if (!id || !content) return [{ is: "other", providerId, what: type }];
  const contact = contacts.find(
    ({ user_id, wa_id }) => (userId && user_id === userId) || (phone && wa_id === phone),
  );
  const name = (contact?.profile?.name ?? contact?.profile?.username)?.trim();
  return [
    {
      is: "message",
      providerId,
      from: { id, ...(name ? { name } : {}), ...(phone ? { phone: `+${phone}` } : {}) },
      at: new Date(head.timestamp * 1000),
      ...content,
      ...(head.context?.id ? { answers: [head.context.id] } : {}),
    },
  ];
}

function readStatus(raw: unknown): InboundEvent[] {
  const status = statusSchema.safeParse(raw).data;
  if (!status) return [];
  const state = [...STATES].find((known) => known === status.status);
  if (!state) return [{ is: "other", providerId: status.id, what: `status ${status.status}` }];
  const error = status.errors?.[0];
  const reason =
    state === "failed" && error
      ? failureReason(error.code, error.error_data?.details ?? error.message ?? error.title)
      : undefined;
  const at = new Date(status.timestamp * 1000);
  return [{ is: "state", providerId: status.id, state, at, ...(reason ? { reason } : {}) }];
}
