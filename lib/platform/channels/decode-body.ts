import { InboundRefused } from "./adapter";

/** The body as text. @throws InboundRefused `too_large`, or `malformed` where it is not UTF-8. */
export function decodeBody(body: Uint8Array, maxBytes: number): string {
  if (body.byteLength > maxBytes) {
    throw new InboundRefused("too_large", `The body is larger than ${maxBytes} bytes.`);
  }
  return decodeUtf8(body);
}

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InboundRefused("malformed", "The text is not valid UTF-8.", { cause });
  }
}
