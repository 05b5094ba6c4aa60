import type { Socket } from "node:net";
import type { OutboundMessage, Outside, SendOutcome } from "../adapter";
import { composeMail } from "./compose-mail";
import { CONNECT_TIMEOUT_MS, DeliveryFailed, deliver } from "./deliver";
import { outboundMessageId, readMessageIds } from "./message-ids";
import { HostNotPublic, type OpenSocket } from "./open-socket";
import { EMAIL_ADDRESS, type EmailSettings } from "./settings";
import { outcomeOf } from "./smtp-outcome";

export const MAX_TEXT_LENGTH = 50_000;

export interface MailTransport {
  openSocket: OpenSocket;
  /** A certificate to trust beside the system's. */
  ca?: string;
}

export async function sendMail(
  message: OutboundMessage,
  settings: EmailSettings,
  outside: Pick<Outside, "now">,
  transport: MailTransport,
): Promise<SendOutcome> {
  const to = message.to.trim();
  if (!EMAIL_ADDRESS.test(to)) return final("recipient", "This is no e-mail address.");
  if (to.toLowerCase() === settings.address) return final("recipient", "The recipient is the shop itself.");
  if (message.text.trim() === "") return final("empty", "There is no text to send.");
  if (message.text.length > MAX_TEXT_LENGTH)
    return final("too_long", `A mail may have ${MAX_TEXT_LENGTH} characters. Send the text in parts.`);
  const raw = await composeMail(message, settings, outside.now());
  let socket: Socket;
  try {
    socket = await transport.openSocket(settings.smtpHost, settings.smtpPort, CONNECT_TIMEOUT_MS);
  } catch (error) {
    const { smtpHost: host, smtpPort: port } = settings;
    if (error instanceof HostNotPublic)
      return final("host", `${host} is no server on the internet. Check the channel's settings.`);
    const reason = `${host} cannot be reached at port ${port}.`;
    return { is: "refused", isFinal: false, code: "connection", reason, retryAfterSeconds: 60 };
  }
  try {
    const { serverMessageId } = await deliver(raw, to, settings, socket, transport.ca);
    const given = readMessageIds(serverMessageId)[0];
    return { is: "sent", providerId: given ?? outboundMessageId(message.id, settings.address) };
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return outcomeOf(error);
  }
}

const final = (code: string, reason: string): SendOutcome => ({ is: "refused", isFinal: true, code, reason });
