/** Codes are part of the API contract: clients match on them, so none is ever renamed. */
export const ERROR_STATUS = {
  invalid_input: 422,
  malformed_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  idempotency_in_progress: 409,
  idempotency_key_reused: 409,
  conversation_owned_by_bot: 409,
  /** A rule of the shop or the state of the record forbids it; `details` holds the machine's reason and its facts. */
  not_possible: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

export interface FieldIssue {
  /** Dotted path into the input, for example `items.3.price`. */
  path: string;
  message: string;
}

interface AppErrorOptions {
  issues?: FieldIssue[];
  /** Seconds after which a retry can succeed; sent as Retry-After. */
  retryAfterSeconds?: number;
  /** Facts for programs, beside the sentence for people. */
  details?: Record<string, unknown>;
  cause?: unknown;
}

/** The only error thrown on purpose. `message` is shown to people: it names the cause and the remedy. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: FieldIssue[];
  readonly retryAfterSeconds: number | undefined;
  readonly details: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.issues = options.issues ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.details = options.details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** A record that does not exist, or belongs to another merchant: the two are told apart by no one outside. */
export function notFound(what: string): AppError {
  return new AppError("not_found", `There is no such ${what}.`);
}
