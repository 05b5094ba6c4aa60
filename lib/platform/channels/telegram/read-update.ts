import { createHash, timingSafeEqual } from "node:crypto";
import {
  type InboundAttachment,
  type InboundCall,
  type InboundEvent,
  InboundRefused,
  type InboundRequest,
} from "../adapter";
import { type TelegramSettings, webhookSecret } from "./settings";
import { type TelegramMessage, type TelegramUpdate, telegramUpdate } from "./update-schema";

const SECRET_HEADER = "x-telegram-bot-api-secret-token";
const ANSWER = { status: 200, contentType: "text/plain", body: "ok" };

/** Reads one update that a webhook brings. @throws InboundRefused */
export function readUpdate(request: InboundRequest, settings: TelegramSettings): InboundCall {
  if (!isSame(request.headers[SECRET_HEADER] ?? "", webhookSecret(settings)))
    throw new InboundRefused("forged", "The secret token is not the one that was set.");
  if (request.method !== "POST") throw new InboundRefused("malformed", "Telegram sends updates with POST.");
  return { events: [toEvent(parse(request.body))], answer: ANSWER };
}

/** Hashes have one length, so the time says nothing about the secret. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function parse(body: Uint8Array): TelegramUpdate {
  try {
    return telegramUpdate.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch (cause) {
    throw new InboundRefused("malformed", "This is no update of the Bot API.", { cause });
  }
}

function toEvent(update: TelegramUpdate): InboundEvent {
  const message = update.message ?? update.edited_message;
  const other = (what: string): InboundEvent => ({
    is: "other",
    providerId: `update:${update.update_id}`,
    what,
  });
  if (update.callback_query) return other("callback_query");
  if (!message) return other("update of another kind");
  if (message.chat.type !== "private" || !message.from) return other("message in a group or channel");
  if (message.from.is_bot) return other("message of a bot");
  const text = textOf(message);
  const attachments = attachmentsOf(message);
  if (text === null && attachments.length === 0) return other("message without text or file");
  const { first_name, last_name } = message.from;
  const id = `${message.chat.id}:${message.message_id}`;
  return {
    is: "message",
    // What was edited is said once more: the customer may have corrected an order's number.
    providerId: update.edited_message ? `${id}:edit:${message.edit_date ?? update.update_id}` : id,
    from: { id: String(message.chat.id), name: [first_name, last_name].filter(Boolean).join(" ") },
    at: new Date((message.edit_date ?? message.date) * 1_000),
    text,
    attachments,
  };
}

function textOf({ text, caption, location, contact }: TelegramMessage): string | null {
  if (location) return `${location.latitude}, ${location.longitude}`;
  if (contact) return [contact.first_name, contact.last_name, contact.phone_number].filter(Boolean).join(" ");
  return text ?? caption ?? null;
}

function attachmentsOf(message: TelegramMessage): InboundAttachment[] {
  const { photo = [], voice, audio, video, video_note, document, sticker } = message;
  // A photo comes in several sizes.
  const [largest] = photo.toSorted((one, other) => other.width * other.height - one.width * one.height);
  const files = [
    ["image", largest && { ...largest, mime_type: "image/jpeg" }],
    ["voice", voice],
    ["file", audio],
    ["video", video ?? video_note],
    ["file", document],
    ["image", sticker],
  ] as const;
  return files.flatMap(([kind, file]) =>
    file
      ? [
          {
            kind,
            source: { mediaId: file.file_id },
            ...(file.mime_type ? { mimeType: file.mime_type } : {}),
            ...(file.file_name ? { fileName: file.file_name } : {}),
          },
        ]
      : [],
  );
}
