/** An API answer that is not a success, with what problem+json said. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string,
  ) {
    super(message);
    this.name = "ApiError";
  }
}

/** GET on our own /api/v1 with the session's cookie. @throws ApiError */
export async function fetchJson<Data>(path: string, signal?: AbortSignal): Promise<Data> {
  const response = await fetch(path, { signal: signal ?? null, headers: { Accept: "application/json" } });
  if (response.ok) return (await response.json()) as Data;
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    requestId?: string;
  };
  throw new ApiError(
    response.status,
    problem.code ?? "internal",
    problem.detail ?? response.statusText,
    problem.requestId ?? response.headers.get("x-request-id") ?? "",
  );
}
