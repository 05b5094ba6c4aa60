import { ApiError } from "./api-error";

/** Sends one file and says how far it is, which `fetch` cannot. @returns its id. Rejects with an ApiError. */
export function uploadFile(
  address: string,
  token: string | null,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const body = new FormData();
  body.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError(0, "The desk cannot be reached.", null));
    request.onload = () => {
      const answer = request.response as Answer | null;
      if (request.status === 201 && answer?.id) resolve(answer.id);
      else reject(new ApiError(request.status, answer?.detail ?? "", null, answer?.details?.reason ?? null));
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}

interface Answer {
  id?: string;
  detail?: string;
  details?: { reason?: string };
}
