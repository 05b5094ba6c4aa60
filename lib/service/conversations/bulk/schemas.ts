import { z } from "zod";
import { labelsInput } from "../schemas/inputs";

export const MAX_BULK_CONVERSATIONS = 200;

/** What can be done to many conversations at once. */
export const bulkAct = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("assign"), assigneeId: z.uuid().nullable() }),
    z.object({ type: z.literal("label"), labels: labelsInput }),
    z.object({ type: z.literal("resolve") }),
    z.object({ type: z.literal("reopen") }),
    z.object({ type: z.literal("snooze"), until: z.iso.datetime({ offset: true }) }),
    z.object({ type: z.literal("take_over") }),
    z.object({ type: z.literal("hand_back") }),
    z.object({ type: z.literal("macro"), macroId: z.uuid() }),
  ])
  .meta({ id: "ConversationAct" });
export type BulkAct = z.output<typeof bulkAct>;

export const updateConversationsInput = z.object({
  ids: z
    .array(z.uuid())
    .min(1, "Choose a conversation first.")
    .max(MAX_BULK_CONVERSATIONS, `Choose at most ${MAX_BULK_CONVERSATIONS} conversations at a time.`)
    .transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))]),
  act: bulkAct,
});
export type UpdateConversationsInput = z.input<typeof updateConversationsInput>;

/** Why it was not done, for programs (`code`, `reason`) and for people (`message`). */
export const refusalDto = z
  .object({
    code: z.string(),
    /** Finer than the code where there is something finer to say, such as `taken_by_colleague`. */
    reason: z.string().nullable(),
    message: z.string(),
    /** Of a macro: which of its steps could not be done, counted from 1. */
    step: z.int().nullable(),
    /** Of a macro: variables that have no value in this conversation. */
    variables: z.array(z.string()),
  })
  .meta({ id: "Refusal" });
export type RefusalDto = z.infer<typeof refusalDto>;

export const actResultDto = z.object({
  id: z.uuid(),
  /** `unchanged`: it stood so already. */
  status: z.enum(["changed", "unchanged", "refused"]),
  error: refusalDto.optional(),
});
export type ActResultDto = z.infer<typeof actResultDto>;

export const bulkResultDto = z
  .object({
    /** One for each conversation, in the order that was asked for. */
    results: z.array(actResultDto),
    /** Takes the act back within a day; null where nothing changed, or what was done cannot be taken back. */
    undoId: z.uuid().nullable(),
  })
  .meta({ id: "BulkResult" });
export type BulkResultDto = z.infer<typeof bulkResultDto>;

export const undoActInput = z.object({ id: z.uuid() });
