import { z } from "zod";

/** Text that PostgreSQL can store: no NUL, no half of a surrogate pair. */
export function storableText(maxLength: number) {
  return z
    .string()
    .trim()
    .max(maxLength)
    .refine((value) => value.isWellFormed() && !value.includes("\0"), "This text holds unusable characters.");
}
