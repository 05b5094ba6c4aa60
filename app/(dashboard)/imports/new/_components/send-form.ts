import { ApiError } from "@/components/shell/fetch-json";
import type { ImportDto, ImportKind } from "@/lib/data/imports/schemas";
import type { Choice } from "./types";

/** The form of POST /imports and of its preview: the fields come before the file. */
export function toForm(kind: ImportKind, choice: Choice, file: Blob, fileName: string): FormData {
  const form = new FormData();
  form.append("kind", kind);
  if (choice.by === "preset") form.append("preset", choice.id);
  if (choice.by === "hand") form.append("map", JSON.stringify(choice.map));
  form.append("file", file, fileName);
  return form;
}

/** Uploads with progress, which fetch cannot tell. @throws ApiError; DOMException `AbortError` when aborted */
export function upload(
  form: FormData,
  options: { idempotencyKey: string; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<ImportDto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/imports");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", options.idempotencyKey);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) options.onProgress(loaded / total);
    };
    request.onload = () => {
      if (request.status === 202) return resolve(JSON.parse(request.responseText) as ImportDto);
      reject(readProblem(request));
    };
    request.onerror = () => reject(new ApiError(0, "unreachable", "", ""));
    request.onabort = () => reject(new DOMException("Aborted", "AbortError"));
    options.signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function readProblem(request: XMLHttpRequest): ApiError {
  try {
    const problem = JSON.parse(request.responseText) as { code: string; detail: string; requestId: string };
    return new ApiError(request.status, problem.code, problem.detail, problem.requestId);
  } catch {
    const requestId = request.getResponseHeader("x-request-id") ?? "";
    return new ApiError(request.status, "internal", request.statusText, requestId);
  }
}
