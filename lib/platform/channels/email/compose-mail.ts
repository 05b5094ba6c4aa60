import MailComposer from "nodemailer/lib/mail-composer";
import type { OutboundMessage } from "../adapter";
import { DESK_HEADER } from "./mail-kind";
import { outboundMessageId } from "./message-ids";
import type { EmailSettings } from "./settings";
import { bareSubject } from "./subject";
import { textToHtml } from "./text-to-html";

const SUBJECT_FROM_TEXT = 60;

/** The whole message as it goes over the wire; the same desk message has the same Message-ID each time. */
export function composeMail(message: OutboundMessage, settings: EmailSettings, date: Date): Promise<Buffer> {
  const answered = message.inReplyTo ? `<${message.inReplyTo.providerId}>` : undefined;
  return new MailComposer({
    from: { name: settings.displayName, address: settings.address },
    to: message.to,
    subject: subjectOf(message),
    date,
    messageId: `<${outboundMessageId(message.id, settings.address)}>`,
    inReplyTo: answered,
    references: answered,
    headers: {
      [DESK_HEADER]: settings.address,
      // Exchange knows absence notes by a header of its own.
      ...(message.isAutomatic ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {}),
    },
    text: message.text,
    html: textToHtml(message.text),
    attachments: (message.files ?? []).map(({ fileName, mimeType, bytes }) => ({
      filename: fileName,
      contentType: mimeType,
      content: Buffer.from(bytes),
    })),
    textEncoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

function subjectOf(message: OutboundMessage): string {
  const subject = bareSubject(message.subject);
  if (subject) return message.inReplyTo ? `Re: ${subject}` : subject;
  const line = message.text.trim().split("\n")[0]!.trim();
  const characters = Array.from(line);
  return characters.length > SUBJECT_FROM_TEXT ? `${characters.slice(0, SUBJECT_FROM_TEXT).join("")}…` : line;
}
