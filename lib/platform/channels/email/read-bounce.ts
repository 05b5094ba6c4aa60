import type { Email } from "postal-mime";
import type { InboundEvent } from "../adapter";
import { answeredIds, readMessageIds } from "./message-ids";
import { clean } from "./own-words";

const MAX_PART = 64 * 1024;

/**
 * What a delivery report says of a mail of the desk (RFC 3464), or what a server without reports tells in words.
 * A report of a delay, or of no mail that is known, is kept as `other`.
 */
export function readBounce(mail: Email, providerId: string, at: Date): InboundEvent {
  const report = part(mail, "message/delivery-status");
  const actions = Array.from(report.matchAll(/^action:\s*(\w+)/gim), ([, action]) => action!.toLowerCase());
  const original = originalId(mail, report !== "");
  if (!original) return { is: "other", providerId, what: "bounce" };
  if (actions.includes("failed") || actions.length === 0) {
    const reason = failureReason(mail, report);
    return { is: "state", providerId: original, state: "failed", at, ...(reason ? { reason } : {}) };
  }
  if (actions.includes("delivered")) return { is: "state", providerId: original, state: "delivered", at };
  return { is: "other", providerId, what: `delivery ${actions[0]}` };
}

/** Without a report, only a returned message counts: an answer of any machine names what it answers. */
function originalId(mail: Email, isReport: boolean): string | undefined {
  const returned = [part(mail, "message/rfc822"), part(mail, "text/rfc822-headers"), mail.text ?? ""];
  for (const text of returned) {
    const header = /^[ \t>]{0,20}message-id:[ \t]{0,20}(?:\n[ \t]{1,20})?(<[^<>\s]{3,400}>)/im.exec(
      text.slice(0, MAX_PART),
    )?.[1];
    if (header) return readMessageIds(header)[0];
  }
  return isReport ? answeredIds(mail.inReplyTo, mail.references)[0] : undefined;
}

function failureReason(mail: Email, report: string): string | undefined {
  const field = (name: string) => new RegExp(`^${name}:\\s*([^\\n]{1,1000})`, "im").exec(report)?.[1];
  const diagnostic = field("diagnostic-code")?.replace(/^[\w-]+;\s*/, "");
  const words = diagnostic ?? field("status") ?? clean(mail.text ?? "");
  return words.replace(/\s+/g, " ").trim().slice(0, 500) || undefined;
}

/** The text of an attached part, its folded lines joined. */
function part(mail: Email, type: string): string {
  const found = mail.attachments.find(({ mimeType }) => mimeType === type)?.content;
  if (!found) return "";
  const text =
    typeof found === "string"
      ? found.slice(0, MAX_PART)
      : new TextDecoder().decode(new Uint8Array(found as ArrayBuffer).subarray(0, MAX_PART));
  return text.replace(/\r\n?/g, "\n").replace(/\n[ \t]+/g, " ");
}
