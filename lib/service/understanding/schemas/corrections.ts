import { z } from "zod";
import { anyIntentId } from "./shared";

export const correctIntentBody = z.object({ intent: anyIntentId });
export const undoCorrectionInput = z.object({
  messageId: z.uuid(),
  /** Where it is given, the message must be of it. */
  conversationId: z.uuid().optional(),
});
export type UndoCorrectionInput = z.input<typeof undoCorrectionInput>;
export const correctIntentInput = undoCorrectionInput.extend(correctIntentBody.shape);
export type CorrectIntentInput = z.input<typeof correctIntentInput>;
