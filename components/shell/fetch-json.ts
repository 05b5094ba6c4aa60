/** An API answer that is not a success, with what problem+json said. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string,
    /** The machine's reason, where the answer holds one. */
    readonly reason?: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** GET on our own /api/v1 with the session's cookie. @throws ApiError */
export async function fetchJson<Data>(path: string, signal?: AbortSignal): Promise<Data> {
  return readJson(await fetch(path, { signal: signal ?? null, headers: { Accept: "application/json" } }));
}

/** A question that is too long for an address: POST where nothing is written. @throws ApiError */
export async function askJson<Data>(path: string, body: unknown, signal?: AbortSignal): Promise<Data> {
  return readJson(
    await fetch(path, {
      method: "POST",
      signal: signal ?? null,
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

async function readJson<Data>(response: Response): Promise<Data> {
  if (response.ok) return (await response.json()) as Data;
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    requestId?: string;
    details?: { reason?: string };
  };
  throw new ApiError(
    response.status,
    problem.code ?? "internal",
    problem.detail ?? response.statusText,
    problem.requestId ?? response.headers.get("x-request-id") ?? "",
    problem.details?.reason,
  );
}
