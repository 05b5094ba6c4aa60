import { z } from "zod";
import type { Slots } from "./types";

const slotsSchema = z.object({
  orderNumber: z.string().optional(),
  awaiting: z.enum(["order_number", "order_proof"]).optional(),
  contact: z.object({ email: z.string().optional(), phone: z.string().optional() }).optional(),
  failedAttempts: z.int().optional(),
});

/** Slots as an earlier version of the program may have stored them; what is not understood is forgotten. */
export function readSlots(stored: Record<string, unknown>): Slots {
  const result = slotsSchema.safeParse(stored);
  return result.success ? (result.data as Slots) : {};
}
