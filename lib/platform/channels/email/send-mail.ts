import type { Socket } from "node:net";
import type { ConnectionOutcome, OutboundMessage, Outside, SendOutcome } from "../adapter";
import { composeMail } from "./compose-mail";
import { DeliveryFailed, deliver } from "./deliver";
import { outboundMessageId, readMessageIds } from "./message-ids";
import { HostNotPublic, type OpenSocket } from "./open-socket";
import { EMAIL_ADDRESS, type EmailSettings } from "./settings";
import { outcomeOf } from "./smtp-outcome";
import { CONNECT_TIMEOUT_MS, inSmtpSession, type SmtpProblem } from "./smtp-session";

export const MAX_TEXT_LENGTH = 50_000;

export interface MailTransport {
  openSocket: OpenSocket;
  /** A certificate to trust instead of the system's. */
  ca?: string;
  /** For everything after connecting. */
  deadlineMs?: number;
}

export async function sendMail(
  message: OutboundMessage,
  settings: EmailSettings,
  outside: Pick<Outside, "now">,
  { openSocket, ...limits }: MailTransport,
): Promise<SendOutcome> {
  const to = message.to.trim();
  if (!EMAIL_ADDRESS.test(to)) return final("recipient", "This is no e-mail address.");
  if (to.toLowerCase() === settings.address) return final("recipient", "The recipient is the shop itself.");
  if (message.text.trim() === "") return final("empty", "There is no text to send.");
  if (message.text.length > MAX_TEXT_LENGTH)
    return final("too_long", `A mail may have ${MAX_TEXT_LENGTH} characters. Send the text in parts.`);
  const raw = await composeMail(message, settings, outside.now());
  const socket = await reach(settings, openSocket);
  if ("is" in socket) return socket;
  try {
    const given = readMessageIds(await deliver(raw, to, { settings, socket, ...limits }))[0];
    return { is: "sent", providerId: given ?? outboundMessageId(message.id, settings.address) };
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return outcomeOf(error.problem, error.hadLeft);
  }
}

/** Signs in at the server and leaves again. */
export async function tryServer(
  settings: EmailSettings,
  { openSocket, ...limits }: MailTransport,
): Promise<ConnectionOutcome> {
  const socket = await reach(settings, openSocket);
  if ("is" in socket) return { is: "refused", code: socket.code, reason: socket.reason };
  try {
    await inSmtpSession({ settings, socket, ...limits }, (_connection, done) => done(null));
    return { is: "connected", name: settings.address };
  } catch (problem) {
    const outcome = outcomeOf(problem as SmtpProblem, false);
    if (outcome.is !== "refused") throw problem;
    return { is: "refused", code: outcome.code, reason: outcome.reason };
  }
}

type Refused = Extract<SendOutcome, { is: "refused" }>;

async function reach(settings: EmailSettings, openSocket: OpenSocket): Promise<Socket | Refused> {
  const { smtpHost: host, smtpPort: port } = settings;
  try {
    return await openSocket(host, port, CONNECT_TIMEOUT_MS);
  } catch (error) {
    if (error instanceof HostNotPublic)
      return final("host", `${host} is no server on the internet. Check the channel's settings.`);
    const reason = `${host} cannot be reached at port ${port}.`;
    return { is: "refused", isFinal: false, code: "connection", reason, retryAfterSeconds: 60 };
  }
}

const final = (code: string, reason: string): Refused => ({ is: "refused", isFinal: true, code, reason });
