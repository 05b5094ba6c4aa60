import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { InboundRefused, type InboundRequest } from "../adapter";
import { hmacSha256Hex, isSameSecret } from "../signatures";

export const MAX_MAIL_BYTES = 25 * 1024 * 1024;
const TOLERANCE_SECONDS = 300;
/** Under which names gateways send the whole message in a form. */
const FIELDS = new Set(["email", "message", "body-mime", "mime", "raw"]);

/**
 * The raw message in a gateway's call, once its signature holds: HMAC-SHA256 by the shared secret over the timestamp,
 * a full stop and the body.
 * @throws InboundRefused
 */
export async function openRequest(request: InboundRequest, secret: string, now: Date): Promise<Uint8Array> {
  if (request.method !== "POST") throw new InboundRefused("malformed", "Send mails with POST.");
  checkSignature(request, secret, now);
  const type = request.headers["content-type"] ?? "";
  const raw = /^\s*multipart\/form-data\b/i.test(type) ? await readForm(type, request.body) : request.body;
  if (!/^\s*(message\/rfc822|multipart\/form-data)\b/i.test(type))
    throw new InboundRefused("malformed", "Send the mail as message/rfc822, or in a form's field “email”.");
  if (raw.byteLength > MAX_MAIL_BYTES)
    throw new InboundRefused("too_large", `A mail may have ${MAX_MAIL_BYTES} bytes.`);
  if (raw.byteLength === 0) throw new InboundRefused("malformed", "The mail is empty.");
  return raw;
}

function checkSignature({ headers, body }: InboundRequest, secret: string, now: Date): void {
  const timestamp = headers["x-zhanggui-timestamp"] ?? "";
  const given = (headers["x-zhanggui-signature"] ?? "")
    .trim()
    .toLowerCase()
    .replace(/^sha256=/, "");
  if (!/^\d{9,12}$/.test(timestamp) || !isSameSecret(given, hmacSha256Hex(secret, `${timestamp}.`, body)))
    throw new InboundRefused("forged", "The signature does not match the secret.");
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS)
    throw new InboundRefused("expired", "The call is older than five minutes, or a clock is wrong.");
}

/** Every part is read as bytes: a mail in an old charset would not survive being read as text. */
function readForm(type: string, body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const fail = (message: string, why: "malformed" | "too_large" = "malformed") =>
      reject(new InboundRefused(why, message));
    let parser: BusboyInstance;
    try {
      parser = new Busboy({
        headers: { "content-type": type },
        limits: { parts: 50, files: 50, fileSize: MAX_MAIL_BYTES + 1 },
        isPartAFile: () => true,
      });
    } catch {
      return fail("The Content-Type names no boundary.");
    }
    let found: Buffer[] | null = null;
    parser.on("file", (name, part) => {
      const chunks: Buffer[] = [];
      if (FIELDS.has(name) && !found) found = chunks;
      part.on("data", (chunk: Buffer) => {
        if (found === chunks) chunks.push(chunk);
      });
      part.on("error", () => fail("The form ends too early."));
    });
    parser.on("error", () => fail("The form cannot be read."));
    parser.on("finish", () =>
      found ? resolve(Buffer.concat(found)) : fail("The form has no field “email” with the mail."),
    );
    parser.end(body);
  });
}
