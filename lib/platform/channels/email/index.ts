import "server-only";
import type { ChannelAdapter } from "../adapter";
import { openPublicSocket } from "./open-socket";
import { readMail } from "./read-mail";
import { MAX_TEXT_LENGTH, type MailTransport, sendMail, tryServer } from "./send-mail";
import { type EmailSettings, emailSettings } from "./settings";

/** E-mail: in by a gateway's webhook, out by the shop's SMTP server. */
export function createEmailAdapter(transport: MailTransport): ChannelAdapter<EmailSettings> {
  return {
    kind: "email",
    settings: emailSettings,
    secrets: ["inboundSecret", "smtpPassword"],
    rules: { maxTextLength: MAX_TEXT_LENGTH, replyWindowHours: null, maxReplies: null },
    read: readMail,
    send: (message, settings, outside) => sendMail(message, settings, outside, transport),
    connect: (settings) => tryServer(settings, transport),
  };
}

export const emailAdapter = createEmailAdapter({ openSocket: openPublicSocket });
