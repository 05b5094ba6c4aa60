import type { Socket } from "node:net";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { EmailSettings } from "./settings";

export const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;
/** With connecting less than a minute: by then another process takes the message for lost. */
const DEADLINE_MS = 35_000;

export interface SmtpProblem extends Error {
  code?: string;
  originalCode?: string;
  responseCode?: number;
  response?: string;
}

export interface SmtpServer {
  settings: EmailSettings;
  /** Open, and to the server of the settings. */
  socket: Socket;
  /** A certificate to trust instead of the system's. */
  ca?: string;
  deadlineMs?: number;
}

/** Signs in and does one thing. @throws SmtpProblem, once the connection is closed. */
export function inSmtpSession<T>(
  { settings, socket, ca, deadlineMs = DEADLINE_MS }: SmtpServer,
  act: (connection: SMTPConnection, done: (problem: Error | null, result?: T) => void) => void,
): Promise<T | undefined> {
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
    greetingTimeout: 2 * CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
  });
  return new Promise((resolve, reject) => {
    const fail = (problem: Error) => {
      clearTimeout(deadline);
      connection.close();
      reject(problem);
    };
    const deadline = setTimeout(() => fail(new Error("The server takes too long.")), deadlineMs);
    const begin = () =>
      act(connection, (problem, result) => {
        if (problem) return fail(problem);
        clearTimeout(deadline);
        connection.quit();
        resolve(result);
      });
    connection.on("error", fail);
    connection.connect((problem) => {
      if (problem) return fail(problem);
      if (settings.smtpUser === "") return begin();
      connection.login({ user: settings.smtpUser, pass: settings.smtpPassword }, (refused) =>
        refused ? fail(refused) : begin(),
      );
    });
  });
}
