import { Readable } from "node:stream";
import { inSmtpSession, type SmtpProblem, type SmtpServer } from "./smtp-session";

const CHUNK_BYTES = 16 * 1024;

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

/**
 * Gives one mail to the shop's server. @returns the id that the server gave it, where it gives one of its own.
 * @throws DeliveryFailed
 */
export async function deliver(raw: Buffer, to: string, server: SmtpServer): Promise<string | undefined> {
  const chunks = Array.from({ length: Math.ceil(raw.length / CHUNK_BYTES) }, (_, at) =>
    raw.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
  );
  const body = Readable.from(chunks, { objectMode: false });
  let hadLeft = false;
  body.once("end", () => {
    hadLeft = true;
  });
  try {
    const envelope = { from: server.settings.address, to: [to], size: raw.length };
    return await inSmtpSession<string>(server, (connection, done) =>
      connection.send(envelope, body, (problem, info) => done(problem, info?.serverMessageId)),
    );
  } catch (problem) {
    throw new DeliveryFailed(hadLeft, problem as SmtpProblem);
  }
}
