import { type InboundAnswer, InboundRefused, type InboundRequest } from "../adapter";
import { decodeBody } from "../decode-body";
import { checkSignature } from "./check-signature";
import { decrypt } from "./decrypt";
import { type Fields, readFields } from "./read-fields";
import type { WechatSettings } from "./settings";

/** The longest text a customer can write has a few KiB; this leaves room for encryption and long events. */
const MAX_BODY_BYTES = 128 * 1024;

/**
 * The fields of a push whose sender and time were checked. Where the account encrypts, only the encrypted part is
 * believed: the compatible mode sends the words in clear beside it, and those anybody could have written.
 * @throws InboundRefused
 */
export function openPush(request: InboundRequest, settings: WechatSettings, now: Date): Fields {
  if (settings.mode === "plain") checkSignature(request.query, "signature", settings, now);
  const fields = readFields(decodeBody(request.body, MAX_BODY_BYTES));
  if (settings.mode === "plain") return fields;
  const encrypted = fields.get("Encrypt")?.trim();
  if (!encrypted) {
    throw new InboundRefused(
      "forged",
      "The push is not encrypted, as this account's settings say it must be.",
    );
  }
  checkSignature(request.query, "msg_signature", settings, now, encrypted);
  return readFields(decrypt(encrypted, settings));
}

/**
 * The platform asks once, when the merchant saves the address: it wants its own word back.
 * @throws InboundRefused
 */
export function answerHandshake(query: URLSearchParams, settings: WechatSettings, now: Date): InboundAnswer {
  const echo = query.get("echostr");
  if (!echo || !/^[\x21-\x7E]{1,256}$/.test(echo)) {
    throw new InboundRefused("malformed", "The address lacks echostr.");
  }
  checkSignature(query, "signature", settings, now);
  return { status: 200, contentType: "text/plain; charset=utf-8", body: echo };
}
