import { AppError } from "@/lib/core/errors";

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { path: string; message: string }[];
  details?: Record<string, unknown>;
}

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Not valid",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
};

/** RFC 9457. What is not an AppError is logged with the request id and hidden from the caller. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = error instanceof AppError ? error : hideUnknown(error, requestId);
  return {
    type: `/docs/api#${known.code}`,
    title: TITLES[known.status] ?? "Error",
    status: known.status,
    code: known.code,
    detail: known.message,
    requestId,
    ...(known.issues.length > 0 ? { errors: known.issues } : {}),
    ...(known.details ? { details: known.details } : {}),
  };
}

function hideUnknown(error: unknown, requestId: string): AppError {
  console.error(`[${requestId}]`, error);
  return new AppError(
    "internal",
    "Something failed on our side. Try again; if it stays, quote the request id.",
  );
}

export function problemResponse(problem: Problem, headers: HeadersInit = {}): Response {
  const response = new Response(JSON.stringify(problem), { status: problem.status, headers });
  response.headers.set("Content-Type", "application/problem+json");
  response.headers.set("X-Request-Id", problem.requestId);
  return response;
}
