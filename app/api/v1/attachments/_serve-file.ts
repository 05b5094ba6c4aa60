import type { OpenAttachment } from "@/lib/platform/attachments";

/** These a browser shows by itself and runs nothing in; the rest is saved. */
const SHOWN_KINDS = new Set(["image", "audio", "video"]);

/**
 * A file as an answer that can do nothing where it is opened: strangers send these. Pieces are served, so that a player
 * can jump.
 * @param readers which pages may show it: the desk's own, or those of any site with the chat.
 */
export function serveFile(
  file: OpenAttachment,
  request: Request,
  readers: "same-origin" | "cross-origin",
): Response {
  const disposition = SHOWN_KINDS.has(file.kind) ? "inline" : "attachment";
  const headers = new Headers({
    "Content-Type": file.mimeType,
    "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeRfc5987(file.fileName)}`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": readers,
    "Cache-Control": "private, max-age=3600",
    "Accept-Ranges": "bytes",
    ETag: `"${file.sha256}"`,
  });
  if (request.headers.get("if-none-match") === headers.get("ETag"))
    return new Response(null, { status: 304, headers });
  const range = readRange(request.headers.get("range"), file.sizeBytes);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${file.sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const [from, to] = range ?? [0, file.sizeBytes - 1];
  headers.set("Content-Length", String(to - from + 1));
  if (range) headers.set("Content-Range", `bytes ${from}-${to}/${file.sizeBytes}`);
  return new Response(file.stream(from, to), { status: range ? 206 : 200, headers });
}

/** One range of bytes; what is not understood, or asks for several, is as if it were not there (RFC 9110, 14.2). */
function readRange(header: string | null, size: number): [number, number] | "unsatisfiable" | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  if (match[1] === "") {
    const last = Math.min(Number(match[2]), size);
    return last === 0 ? "unsatisfiable" : [size - last, size - 1];
  }
  const from = Number(match[1]);
  const to = match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (match[2] !== "" && Number(match[2]) < from) return null;
  return from >= size ? "unsatisfiable" : [from, to];
}

function encodeRfc5987(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
