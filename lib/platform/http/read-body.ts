import { AppError } from "@/lib/core/errors";

const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** Reads a JSON body of at most 4 MiB. An empty body is `undefined`. Larger things go through uploads. */
export async function readJsonBody(request: Request): Promise<{ text: string; value: unknown }> {
  const bytes = await readAtMost(request, MAX_JSON_BYTES);
  const text = decodeUtf8(bytes);
  if (text.trim() === "") return { text, value: undefined };
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type)) {
    throw new AppError("unsupported_media_type", "Send JSON with “Content-Type: application/json”.");
  }
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    throw new AppError("malformed_request", "The body is not valid JSON.");
  }
}

/** Reads a body of at most `maxBytes` into memory. @throws AppError `payload_too_large` before it reads more. */
export async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError("payload_too_large", `The body is larger than ${maxBytes} bytes. Send it in parts.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("malformed_request", "The body is not valid UTF-8.");
  }
}
