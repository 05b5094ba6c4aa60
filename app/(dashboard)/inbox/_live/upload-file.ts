import type { AttachmentDto } from "@/lib/platform/attachments/schemas";
import type { Problem } from "@/lib/platform/http/problem";

/** Why a file was not taken: the machine's reason, worded by the page. */
export class UploadRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/**
 * Uploads one file and says how far it is, which `fetch` cannot.
 * @throws UploadRefused
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<AttachmentDto> {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/attachments");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new UploadRefused("network"));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as AttachmentDto);
      else reject(new UploadRefused(reasonOf(request)));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

function reasonOf({ status, response }: XMLHttpRequest): string {
  const reason = (response as Problem | null)?.details?.reason;
  if (typeof reason === "string") return reason;
  if (status === 413) return "file_size";
  if (status === 415) return "file_type";
  return status === 429 ? "uploads" : "internal";
}
