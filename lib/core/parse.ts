import type { z } from "zod";
import { AppError, type FieldIssue } from "./errors";

export function toFieldIssues(error: z.ZodError): FieldIssue[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
}

/**
 * Validates outside input. Text that no database stores (NUL, half a surrogate pair) is refused everywhere.
 * @throws AppError `invalid_input` (422) with one issue per field.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  const unstorable = result.success ? findUnstorableText(raw) : null;
  if (result.success && unstorable === null) return result.data;
  const issues = result.success
    ? [{ path: unstorable ?? "", message: "This text holds a character that cannot be stored." }]
    : toFieldIssues(result.error);
  const first = issues[0];
  const where = first?.path ? `${first.path}: ` : "";
  throw new AppError("invalid_input", `${where}${first?.message ?? "The input is not valid."}`, { issues });
}

/**
 * The dotted path of a string that PostgreSQL would refuse, or null. Lists are left to their items' own schemas,
 * which reject one bad item alone. A loop: input may nest deeper than the stack.
 */
function findUnstorableText(raw: unknown): string | null {
  const waiting: [value: unknown, path: string][] = [[raw, ""]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, path] = next;
    if (typeof value === "string") {
      if (value.includes("\0") || !value.isWellFormed()) return path;
    } else if (value !== null && typeof value === "object" && !Array.isArray(value)) {
      if (Object.getPrototypeOf(value) !== Object.prototype) continue;
      for (const [key, inner] of Object.entries(value))
        waiting.push([inner, path === "" ? key : `${path}.${key}`]);
    }
  }
  return null;
}
