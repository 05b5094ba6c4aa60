import { AppError } from "@/lib/core/errors";
import type { RefusalDto } from "./schemas";

/** What a conversation's refusal says; anything that was not thrown on purpose goes on. */
export function toRefusal(error: unknown): RefusalDto {
  if (!(error instanceof AppError)) throw error;
  const { reason, step, variables } = error.details ?? {};
  return {
    code: error.code,
    reason: typeof reason === "string" ? reason : null,
    message: error.message,
    step: typeof step === "number" ? step : null,
    variables: Array.isArray(variables) ? variables.map(String) : [],
  };
}
