import { z } from "zod";
import { ConnectionBroken, type OutboundMessage, type Outside, type SendOutcome } from "../adapter";
import { GRAPH } from "./graph";
import { readRefusal } from "./graph-errors";
import type { WhatsappSettings } from "./settings";
import { uploadMedia } from "./upload-media";

export const MAX_TEXT_LENGTH = 4096;

const sentAnswer = z.object({ messages: z.array(z.object({ id: z.string().min(1).max(500) })).min(1) });

/** POST /{phone-number-id}/messages of the Cloud API. */
export async function sendMessage(
  message: OutboundMessage,
  settings: WhatsappSettings,
  outside: Outside,
): Promise<SendOutcome> {
  const recipient = readRecipient(message.to);
  if (!recipient) return final("recipient", "This is neither a phone number nor a WhatsApp user ID.");
  const [file] = message.files ?? [];
  if (!file && message.text.trim() === "") return final("empty", "There is no text to send.");
  if (message.text.length > MAX_TEXT_LENGTH)
    return final("too_long", `WhatsApp takes ${MAX_TEXT_LENGTH} characters. Send the text in parts.`);
  try {
    const uploaded = file ? await uploadMedia(file, settings, outside) : null;
    if (uploaded && "status" in uploaded)
      return readRefusal(uploaded.status, uploaded.body, readRetryAfter(uploaded.headers["retry-after"]));
    const answer = await outside.request({
      method: "POST",
      url: `${GRAPH}/${settings.phoneNumberId}/messages`,
      headers: { authorization: `Bearer ${settings.accessToken}`, "content-type": "application/json" },
      body: JSON.stringify({
        messaging_product: "whatsapp",
        recipient_type: "individual",
        ...recipient,
        ...(message.inReplyTo ? { context: { message_id: message.inReplyTo.providerId } } : {}),
        ...(uploaded?.content ?? { type: "text", text: { body: message.text, preview_url: false } }),
        biz_opaque_callback_data: message.id,
      }),
    });
    if (answer.status >= 200 && answer.status < 300)
      return { is: "sent", providerId: readSentId(answer.body) };
    return readRefusal(answer.status, answer.body, readRetryAfter(answer.headers["retry-after"]));
  } catch (error) {
    if (!(error instanceof ConnectionBroken)) throw error;
    const reason = "WhatsApp gave no answer.";
    if (error.wasSent) return { is: "unknown", reason };
    return { is: "refused", isFinal: false, code: "connection", reason, retryAfterSeconds: 30 };
  }
}

const final = (code: string, reason: string): SendOutcome => ({ is: "refused", isFinal: true, code, reason });

/** A phone number in digits, or a business-scoped user ID such as "US.1349120865": the API has a field for each. */
function readRecipient(to: string): { to: string } | { recipient: string } | null {
  const phone = to.replace(/^\+/, "").replace(/[\s()-]/g, "");
  if (/^\d{3,20}$/.test(phone)) return { to: phone };
  return /^[A-Z]{2}\.[A-Za-z0-9.]{3,190}$/.test(to) ? { recipient: to } : null;
}

function readSentId(body: Uint8Array): string | null {
  try {
    return sentAnswer.parse(JSON.parse(new TextDecoder().decode(body))).messages[0]!.id;
  } catch {
    return null;
  }
}

function readRetryAfter(value: string | undefined): number | undefined {
  return value && /^\d{1,6}$/.test(value.trim()) ? Number(value) : undefined;
}
