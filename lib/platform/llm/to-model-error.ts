import { AppError } from "@/lib/core/errors";
import type { ModelAnswer } from "./ask-model";

/** Why there is no answer, for whoever asked for nothing else: the shop's own choice, or the model's fault. */
export function toModelError({ code, reason }: Extract<ModelAnswer, { is: "unavailable" }>): AppError {
  const isShops = code === "not_configured" || code === "not_allowed";
  return new AppError(isShops ? "not_possible" : "unavailable", reason, { details: { reason: code } });
}
