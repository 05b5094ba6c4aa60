import { z } from "zod";
import type { SendOutcome } from "../adapter";

const graphError = z.object({
  error: z.object({
    code: z.number().int(),
    message: z.string().default(""),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
});

/** Codes of "Cloud API error codes" and "Graph API error handling" after which trying again helps, with a pause in seconds. */
const PASSING = new Map([
  [1, 30],
  [2, 60],
  [4, 300],
  [80007, 300],
  [130429, 30],
  [131000, 30],
  [131016, 60],
  [131048, 3600],
  [131056, 60],
  [131057, 600],
  [133004, 60],
]);

/** What a merchant can do about it; the others are told in Meta's own words. */
const REMEDIES = new Map([
  [0, "WhatsApp does not accept the access token. Make a new one and put it into the channel's settings."],
  [3, "The access token may not send messages. Give its system user the right whatsapp_business_messaging."],
  [10, "The access token may not send messages. Give its system user the right whatsapp_business_messaging."],
  [190, "The access token has expired. Make a new one and put it into the channel's settings."],
  [368, "Meta has blocked this account for breaking a rule. Look into WhatsApp Manager."],
  [
    131005,
    "The access token may not send messages. Give its system user the right whatsapp_business_messaging.",
  ],
  [131021, "The recipient is the shop's own number."],
  [131026, "WhatsApp cannot reach this number: it has no WhatsApp, or an old version."],
  [131031, "Meta has locked this account. Look into WhatsApp Manager."],
  [131042, "Meta cannot charge this account. Put the payment in order in WhatsApp Manager."],
  [
    131047,
    "More than 24 hours have passed since the customer last wrote. WhatsApp lets the shop write again once the customer has written.",
  ],
  [131062, "WhatsApp needs this customer's phone number for this message."],
  [133010, "This number is not registered for the Cloud API. Register it in WhatsApp Manager."],
]);

/** Permissions of the token: 200 to 299 in the Graph API. */
const remedyFor = (code: number) => REMEDIES.get(code >= 200 && code <= 299 ? 10 : code);

export function failureReason(code: number, words: string | undefined): string {
  return remedyFor(code) ?? (words?.slice(0, 500) || `WhatsApp says error ${code}.`);
}

/** What an answer that is no success means. Without Meta's own error in a 5xx, nobody knows what became of the message. */
export function readRefusal(status: number, body: Uint8Array, retryAfter: number | undefined): SendOutcome {
  const error = graphError.safeParse(parse(body)).data?.error;
  if (!error && status >= 500) return { is: "unknown", reason: `WhatsApp answered with status ${status}.` };
  const code = error?.code ?? status;
  const reason = failureReason(code, error?.error_data?.details ?? error?.message);
  const isKnown = error !== undefined && (remedyFor(code) !== undefined || code === 100);
  const isPassing = PASSING.has(code) || (!isKnown && (status === 429 || status >= 500));
  if (!isPassing) return { is: "refused", isFinal: true, code: String(code), reason };
  const retryAfterSeconds = retryAfter ?? PASSING.get(code) ?? 60;
  return { is: "refused", isFinal: false, code: String(code), reason, retryAfterSeconds };
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
