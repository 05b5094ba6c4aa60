import "server-only";
import type { ChannelAdapter } from "../adapter";
import { MAX_MAIL_BYTES } from "./open-request";
import { openPublicSocket } from "./open-socket";
import { readMail } from "./read-mail";
import { MAX_TEXT_LENGTH, type MailTransport, sendMail, tryServer } from "./send-mail";
import { type EmailSettings, emailSettings } from "./settings";

/** A form has some lines around the mail. */
const MAX_CALL_BYTES = MAX_MAIL_BYTES + 64 * 1024;

/** E-mail: in by a gateway's webhook, out by the shop's SMTP server. */
export function createEmailAdapter(transport: MailTransport): ChannelAdapter<EmailSettings> {
  return {
    kind: "email",
    settings: emailSettings,
    secrets: ["inboundSecret", "smtpPassword"],
    rules: {
      maxTextLength: MAX_TEXT_LENGTH,
      replyWindowHours: null,
      maxReplies: null,
      maxCallBytes: MAX_CALL_BYTES,
    },
    read: readMail,
    send: (message, settings, outside) => sendMail(message, settings, outside, transport),
    connect: (settings) => tryServer(settings, transport),
  };
}

export const emailAdapter = createEmailAdapter({ openSocket: openPublicSocket });
