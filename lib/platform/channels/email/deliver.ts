import type { Socket } from "node:net";
import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { EmailSettings } from "./settings";

export const CONNECT_TIMEOUT_MS = 15_000;
const SILENCE_TIMEOUT_MS = 60_000;
const DEADLINE_MS = 180_000;
const CHUNK_BYTES = 16 * 1024;

export interface Delivered {
  /** Some servers give a mail an id of their own. */
  serverMessageId: string | undefined;
}

/** How far a delivery had come when it ended in an error. */
export class DeliveryFailed extends Error {
  constructor(
    /** Nothing of the mail counts for a server before the last line has left. */
    readonly hadLeft: boolean,
    readonly problem: SmtpProblem,
  ) {
    super(problem.message, { cause: problem });
  }
}

export interface SmtpProblem extends Error {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  response?: string;
}

/** Gives one mail to the shop's server over an open socket. @throws DeliveryFailed */
export function deliver(
  raw: Buffer,
  to: string,
  settings: EmailSettings,
  socket: Socket,
  ca?: string,
): Promise<Delivered> {
  const connection = new SMTPConnection({
    connection: socket,
    host: settings.smtpHost,
    port: settings.smtpPort,
    servername: settings.smtpHost,
    secure: settings.smtpSecurity === "tls",
    requireTLS: settings.smtpSecurity === "starttls",
    ignoreTLS: settings.smtpSecurity === "none",
    name: settings.address.slice(settings.address.lastIndexOf("@") + 1),
    tls: { minVersion: "TLSv1.2", servername: settings.smtpHost, ...(ca ? { ca } : {}) },
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
  });
  const chunks = Array.from({ length: Math.ceil(raw.length / CHUNK_BYTES) }, (_, at) =>
    raw.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
  );
  const body = Readable.from(chunks, { objectMode: false });
  let hadLeft = false;
  body.once("end", () => {
    hadLeft = true;
  });
  return new Promise<Delivered>((resolve, reject) => {
    const fail = (problem: SmtpProblem) => {
      clearTimeout(deadline);
      connection.close();
      reject(new DeliveryFailed(hadLeft, problem));
    };
    const deadline = setTimeout(() => fail(new Error("The server takes too long.")), DEADLINE_MS);
    const send = () =>
      connection.send({ from: settings.address, to: [to], size: raw.length }, body, (error, info) => {
        if (error) return fail(error as SmtpProblem);
        clearTimeout(deadline);
        connection.quit();
        resolve({ serverMessageId: info?.serverMessageId });
      });
    connection.on("error", fail);
    connection.connect((error) => {
      if (error) return fail(error as SmtpProblem);
      if (settings.smtpUser === "") return send();
      connection.login({ user: settings.smtpUser, pass: settings.smtpPassword }, (refused) =>
        refused ? fail(refused as SmtpProblem) : send(),
      );
    });
  });
}
