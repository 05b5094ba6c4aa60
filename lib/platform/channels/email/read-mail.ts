import PostalMime, { type Email } from "postal-mime";
import { type InboundCall, type InboundEvent, InboundRefused, type InboundRequest } from "../adapter";
import { takeAttachments } from "./attachments";
import { htmlToText } from "./html-to-text";
import { firstMailbox, machineOf } from "./mail-kind";
import { answeredIds, ownMessageId } from "./message-ids";
import { openRequest } from "./open-request";
import { clean, ownWords } from "./own-words";
import { readBounce } from "./read-bounce";
import type { EmailSettings } from "./settings";
import { bareSubject, isForwarded } from "./subject";

const MAX_HEADER_BYTES = 256 * 1024;
const MAX_LINES = 500_000;
const MAX_BORDERS = 2_000;

/** @throws InboundRefused */
export async function readMail(
  request: InboundRequest,
  settings: EmailSettings,
  now: Date,
): Promise<InboundCall> {
  const raw = await openRequest(request, settings.inboundSecret, now);
  const event = readEvent(await parse(raw), raw, settings, now);
  return { events: [event], answer: { status: 200, contentType: "text/plain; charset=utf-8", body: "OK" } };
}

async function parse(raw: Uint8Array): Promise<Email> {
  checkShape(raw);
  try {
    const limits = { maxNestingDepth: 50, maxHeadersSize: MAX_HEADER_BYTES, maxRfc822NestingDepth: 0 };
    const mail = await PostalMime.parse(raw, limits);
    if (mail.headers.length > 0) return mail;
  } catch (cause) {
    throw new InboundRefused("malformed", "The mail cannot be read: it is nested too deep or has no end.", {
      cause,
    });
  }
  throw new InboundRefused("malformed", "This is no mail: it has no headers.");
}

/** What a mail costs to read grows with its lines, and with the square of its parts: no honest one has so many. */
function checkShape(raw: Uint8Array): void {
  let lines = 0;
  let borders = 0;
  for (let at = raw.indexOf(10); at >= 0; at = raw.indexOf(10, at + 1)) {
    lines += 1;
    if (raw[at + 1] === 45 && raw[at + 2] === 45) borders += 1;
  }
  if (lines > MAX_LINES || borders > MAX_BORDERS)
    throw new InboundRefused("too_large", "The mail has more lines or parts than a mail needs.");
}

function readEvent(mail: Email, raw: Uint8Array, settings: EmailSettings, now: Date): InboundEvent {
  const providerId = ownMessageId(mail.messageId, raw);
  const at = sentAt(mail, now);
  const machine = machineOf(mail, settings.address);
  if (machine === "bounce") return readBounce(mail, providerId, at);
  // Whoever is to get the answer is the person: a name under "From" alone proves nothing.
  const replyTo = firstMailbox(mail.replyTo);
  const from = replyTo && replyTo.address !== settings.address ? replyTo : firstMailbox(mail.from);
  if (machine || !from) return { is: "other", providerId, what: machine ?? "no_sender" };
  const { attachments, leftOut } = takeAttachments(mail.attachments);
  const answers = answeredIds(mail.inReplyTo, mail.references);
  const subject = bareSubject(mail.subject);
  const name = from.name || (firstMailbox(mail.from)?.name ?? "");
  return {
    is: "message",
    providerId,
    from: { id: from.address, email: from.address, ...(name ? { name: name.slice(0, 200) } : {}) },
    at,
    text: wordsOf(mail) || (attachments.length === 0 && subject) || null,
    attachments,
    ...(leftOut > 0 ? { attachmentsLeftOut: leftOut } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(subject ? { subject } : {}),
  };
}

/** A sender's clock may be wrong: the future counts as now, and so does what is older than mails wait in a queue. */
function sentAt(mail: Email, now: Date): Date {
  const at = new Date(mail.date ?? "");
  const ageDays = (now.getTime() - at.getTime()) / 86_400_000;
  return ageDays >= 0 && ageDays <= 7 ? at : now;
}

/** A forwarded mail is there for what it forwards; of any other, the customer's own words count. */
function wordsOf(mail: Email): string {
  const isWhole = isForwarded(mail.subject);
  const plain = mail.text?.trim() ? mail.text : "";
  if (isWhole) return clean(plain || htmlToText(mail.html ?? "", true));
  if (plain) return ownWords(plain);
  return ownWords(htmlToText(mail.html ?? "", false) || htmlToText(mail.html ?? "", true));
}
