import type { Email } from "postal-mime";
import { EMAIL_ADDRESS } from "./settings";
import { repairWindows1252 } from "./windows-1252";

/** Set on every mail of the desk, with the shop's address: what comes back with it is its own. */
export const DESK_HEADER = "X-Zhanggui-Account";

export const headerOf = (mail: Email, name: string): string =>
  mail.headers.find(({ key }) => key === name)?.value.trim() ?? "";

export interface Sender {
  address: string;
  name: string;
}

/** The first mailbox of a header, groups opened. */
export function firstMailbox(list: Email["from"] | Email["replyTo"]): Sender | null {
  const all = (Array.isArray(list) ? list : list ? [list] : []).flatMap((entry) => entry.group ?? [entry]);
  for (const { address, name } of all) {
    const plain = address?.trim().toLowerCase() ?? "";
    if (EMAIL_ADDRESS.test(plain))
      return {
        address: plain,
        name: repairWindows1252(name)
          .replace(/\p{Cc}/gu, "")
          .trim(),
      };
  }
  return null;
}

const AUTOMATIC_SUBJECT =
  /^\s*(automatic reply|auto[- ]?reply|autoreply|out of (the )?office|respuesta automática|fuera de la oficina|自动回复|自動回覆|自动答复)\s*[:：]/i;

export type MachineMail = "own_mail" | "bounce" | "auto_reply" | "bulk" | "receipt";

/** Which machine wrote a mail, null for a person. Answering machines is how two of them talk all night (RFC 3834). */
export function machineOf(mail: Email, ownAddress: string): MachineMail | null {
  const has = (name: string) => mail.headers.some(({ key }) => key === name);
  const value = (name: string) => headerOf(mail, name).toLowerCase();
  const from = firstMailbox(mail.from)?.address ?? "";
  if (from === ownAddress || value(DESK_HEADER.toLowerCase()) === ownAddress) return "own_mail";
  const type = value("content-type");
  if (/multipart\/report/.test(type))
    return /report-type\s*=\s*"?disposition-notification/.test(type) ? "receipt" : "bounce";
  if (/^(mailer-daemon|postmaster)@/.test(from)) return "bounce";
  const submitted = value("auto-submitted");
  if (submitted && !/^no\b/.test(submitted)) return "auto_reply";
  if (/^auto_reply\b/.test(value("precedence"))) return "auto_reply";
  if (
    ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply"].some(
      (name) => has(name) && value(name) !== "no",
    )
  )
    return "auto_reply";
  if (AUTOMATIC_SUBJECT.test(mail.subject ?? "")) return "auto_reply";
  // After the others: an absence note has no return path either (RFC 3834, 3.3), and tells of no failure.
  if (/^<\s*>$/.test(value("return-path"))) return "bounce";
  if (/^(bulk|list|junk)\b/.test(value("precedence"))) return "bulk";
  return mail.headers.some(({ key }) => /^list-(id|unsubscribe|post|help|subscribe)$/.test(key))
    ? "bulk"
    : null;
}
