import { randomUUID } from "node:crypto";

/** A body with its headers, as `outside.request` takes it. */
export interface FormBody {
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface FormFile {
  name: string;
  fileName: string;
  mimeType: string;
  bytes: Uint8Array;
}

/** Fields and one file as multipart/form-data (RFC 7578). */
export function writeForm(fields: Readonly<Record<string, string>>, file: FormFile): FormBody {
  // Random, so that no file can hold the line that ends it.
  const boundary = `zhanggui-${randomUUID()}`;
  const head = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const disposition = `form-data; name="${file.name}"; filename="${escapeQuotes(file.fileName)}"`;
  const opening = `--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: ${file.mimeType}\r\n\r\n`;
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([
      Buffer.from(head.join("") + opening),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** As browsers do it. */
function escapeQuotes(name: string): string {
  return name.replace(/"/g, "%22").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
