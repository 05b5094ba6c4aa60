import { z } from "zod";

const COMMON = new Set(["password1234", "123456789012", "qwertyuiop12", "administrator", "zhanggui1234"]);

/** Length over composition rules, as NIST SP 800-63B advises; the most common ones are refused. */
export const passwordSchema = z
  .string()
  .min(12, "Use at least 12 characters.")
  .max(128, "Use at most 128 characters.")
  .refine((password) => new Set(password).size >= 5, "Use at least five different characters.")
  .refine((password) => !COMMON.has(password.toLowerCase()), "This password is too common.");
