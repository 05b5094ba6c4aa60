import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { storableText } from "@/lib/data/records/schemas";
import { replyText, replyTexts } from "@/lib/service/canned-replies/schemas";
import { conflictOfSteps } from "./order-of-steps";

export { conflictOfSteps };

export const MAX_STEPS = 20;
export const MAX_SHOP_MACROS = 200;
export const MAX_OWN_MACROS = 100;
/** A year. */
export const MAX_SNOOZE_MINUTES = 525_600;

const labelIds = z.array(z.uuid()).max(20).default([]);

export const macroStep = z
  .discriminatedUnion("type", [
    /** By language; the conversation's is sent where it is there, else the shop's. */
    z.object({ type: z.literal("reply"), texts: replyTexts }),
    z.object({ type: z.literal("note"), text: replyText.min(1, "Write the note.") }),
    z.object({ type: z.literal("label"), add: labelIds, remove: labelIds }),
    z.object({
      type: z.literal("assign"),
      /** `me`: whoever runs it; `none`: the queue; else a member's id. */
      to: z.union([z.literal("me"), z.literal("none"), z.uuid()]),
    }),
    z.object({ type: z.literal("snooze"), minutes: z.int().min(1).max(MAX_SNOOZE_MINUTES) }),
    z.object({ type: z.literal("take_over") }),
    z.object({ type: z.literal("hand_back") }),
    z.object({ type: z.literal("resolve") }),
  ])
  .meta({ id: "MacroStep" });
export type MacroStep = z.output<typeof macroStep>;
export const STEP_TYPES = [
  "reply",
  "note",
  "label",
  "assign",
  "snooze",
  "take_over",
  "hand_back",
  "resolve",
] as const satisfies readonly MacroStep["type"][];

const steps = z
  .array(macroStep)
  .min(1, "Add a step first.")
  .max(MAX_STEPS, `A macro has at most ${MAX_STEPS} steps.`)
  .superRefine((list, issue) => {
    for (const { index, message } of conflictOfSteps(list))
      issue.addIssue({ code: "custom", path: [index], message });
  });

const name = storableText(60)
  .min(1, "Give the macro a name.")
  .transform((value) => value.normalize("NFC").replace(/\s+/g, " "));

export const macroIdInput = z.object({ id: z.uuid() });
export const createMacroInput = z.object({
  name,
  /** For the one who makes it alone; else the whole shop's. */
  isPersonal: z.boolean().default(false),
  steps,
});
export type CreateMacroInput = z.input<typeof createMacroInput>;
export const updateMacroBody = z.object({
  name: name.optional(),
  /** All of them, in their order. */
  steps: steps.optional(),
});
export const updateMacroInput = macroIdInput.extend(updateMacroBody.shape);
export type UpdateMacroInput = z.input<typeof updateMacroInput>;

export const listMacrosInput = pageInput.extend({
  scope: z.enum(["shop", "own"]).optional(),
  /** Part of the name. */
  q: storableText(200).optional(),
});
export type ListMacrosInput = z.input<typeof listMacrosInput>;

export const macroDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isPersonal: z.boolean(),
    steps: z.array(macroStep),
    /** On how many conversations it was run. */
    timesUsed: z.int(),
    lastUsedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "Macro" });
export type MacroDto = z.infer<typeof macroDto>;

/** What was written cannot be taken back; everything else can. */
export function isReversible(list: readonly MacroStep[]): boolean {
  return list.every(({ type }) => type !== "reply" && type !== "note");
}
