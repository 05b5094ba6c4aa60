import { AppError, type ErrorCode } from "@/lib/core/errors";

/** Errors lose their class on the way between threads; this keeps what matters of them. */
export interface ThreadError {
  code: ErrorCode | null;
  message: string;
  stack: string | undefined;
}

export type Reply<Answer> = { id: number; answer: Answer } | { id: number; error: ThreadError };

export function fromError(error: unknown): ThreadError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { code: error instanceof AppError ? error.code : null, message, stack };
}

export function toError({ code, message, stack }: ThreadError): Error {
  const error = code ? new AppError(code, message) : new Error(message);
  if (stack) error.stack = stack;
  return error;
}
