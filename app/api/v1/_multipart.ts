import { Readable } from "node:stream";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/core/errors";

export const MAX_UPLOAD_BYTES = 1024 ** 3;
const MAX_FIELD_BYTES = 256 * 1024;
const MAX_FIELDS = 10;

export interface Upload {
  fields: Record<string, string>;
  fileName: string;
  /** The file as it comes in. It ends with an error when what follows it in the body is not allowed. */
  stream: AsyncIterable<Uint8Array>;
  /** Takes the rest of the body off the wire unread, so that an early answer reaches who is still sending. */
  drain: () => void;
}

/**
 * Reads a multipart body up to its file: the fields are there, the file is a stream that holds the sender back.
 * @throws AppError `unsupported_media_type`, `payload_too_large`, `malformed_request`, `invalid_input`
 */
export async function readUpload(request: Request, maxBytes = MAX_UPLOAD_BYTES): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) {
    throw new AppError("unsupported_media_type", "Send the file as multipart/form-data.");
  }
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes + 1024 ** 2) throw tooLarge(maxBytes);
  if (!request.body) throw new AppError("malformed_request", "The body is empty.");
  const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]);
  const parser = openParser(type);
  const drain = () => {
    source.unpipe(parser);
    source.resume();
  };
  try {
    return { ...(await readUntilFile(source, parser, maxBytes)), drain };
  } catch (error) {
    drain();
    throw error;
  }
}

function openParser(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES, files: 2, parts: MAX_FIELDS + 2 },
    });
  } catch {
    throw new AppError("malformed_request", "The Content-Type names no boundary.");
  }
}

function readUntilFile(
  source: Readable,
  parser: BusboyInstance,
  maxBytes: number,
): Promise<Omit<Upload, "drain">> {
  const fields: Record<string, string> = {};
  const body = { isFileOpen: false, isDone: false, problem: null as AppError | null, wake: () => {} };
  return new Promise((resolve, reject) => {
    const fail = (error: AppError) => {
      body.problem ??= error;
      body.wake();
      reject(error);
    };
    parser.on("field", (name, value, _nameCut, isCut) => {
      if (body.isFileOpen) return fail(invalid(name, "Send the fields before the file."));
      if (isCut) return fail(invalid(name, `This field is longer than ${MAX_FIELD_BYTES} bytes.`));
      if (name === "file")
        return fail(invalid("file", "Send this part as a file: it needs a filename of its own."));
      if (Object.hasOwn(fields, name)) return fail(invalid(name, "This field came twice."));
      fields[name] = value;
    });
    parser.on("file", (name, file, fileName) => {
      file.on("error", () => fail(cutShort()));
      if (name !== "file" || body.isFileOpen) {
        file.resume();
        return fail(
          body.isFileOpen
            ? invalid("file", "Send one file at a time.")
            : invalid(name, "The file's part must be named “file”."),
        );
      }
      body.isFileOpen = true;
      resolve({ fields, fileName: fileName || "file", stream: followFile(file, body, maxBytes) });
    });
    parser.on("fieldsLimit", () => fail(invalid("", `At most ${MAX_FIELDS} fields can be sent.`)));
    parser.on("filesLimit", () => fail(invalid("file", "Send one file at a time.")));
    parser.on("partsLimit", () => fail(invalid("", "The body has too many parts.")));
    parser.on("error", () => fail(cutShort()));
    source.on("error", () => fail(cutShort()));
    parser.on("finish", () => {
      body.isDone = true;
      body.wake();
      if (!body.isFileOpen) reject(invalid("file", "There is no file in the body: add a part named “file”."));
    });
    source.pipe(parser);
  });
}

/** The file's bytes, then a wait for the end of the body: a second file or a late field spoils the first. */
async function* followFile(
  file: Readable,
  body: { isDone: boolean; problem: AppError | null; wake: () => void },
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of file) {
      if (body.problem) throw body.problem;
      bytes += (chunk as Uint8Array).byteLength;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw body.problem ?? (error instanceof AppError ? error : cutShort());
  }
  while (!body.isDone && !body.problem) {
    await new Promise<void>((resolve) => {
      body.wake = resolve;
    });
  }
  if (body.problem) throw body.problem;
}

function invalid(path: string, message: string): AppError {
  return new AppError("invalid_input", path ? `${path}: ${message}` : message, {
    issues: [{ path, message }],
  });
}

function tooLarge(maxBytes: number): AppError {
  const gibibytes = maxBytes / 1024 ** 3;
  const message =
    gibibytes >= 1
      ? `The file is larger than ${gibibytes} GiB: split it, or compress it.`
      : `The file is larger than ${maxBytes / 1024 ** 2} MiB. Send a smaller one.`;
  return new AppError("payload_too_large", message, { details: { reason: "file_size", maxBytes } });
}

function cutShort(): AppError {
  return new AppError("malformed_request", "The body ended before its file did, or is not valid multipart.");
}
