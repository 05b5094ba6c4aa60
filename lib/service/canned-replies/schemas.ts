import { z } from "zod";
import { pageInput } from "@/lib/core/pagination";
import { storableText } from "@/lib/data/records/schemas";
import { findVariables, isVariable } from "./variables";

export { fillVariables, findVariables, firstVariable, VARIABLES, type Variable } from "./variables";

export const REPLY_LANGUAGES = ["zh", "en", "es"] as const;
export type ReplyLanguage = (typeof REPLY_LANGUAGES)[number];
/** What a message to a customer may hold. */
export const MAX_REPLY_LENGTH = 4_000;
export const MAX_SHOP_REPLIES = 500;
export const MAX_OWN_REPLIES = 200;

/** Short, without blanks: it is typed after a slash. */
const name = storableText(40)
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u,
    "Give it a short name of letters, digits, hyphens and underscores, without blanks.",
  )
  .transform((value) => value.normalize("NFKC").toLowerCase());

export const replyText = storableText(MAX_REPLY_LENGTH).superRefine((value, issue) => {
  for (const unknown of findVariables(value).filter((variable) => !isVariable(variable)))
    issue.addIssue({
      code: "custom",
      message: `There is no variable {{${unknown}}}. Choose one of the list.`,
    });
});

export const replyTexts = z
  .object({ zh: replyText.optional(), en: replyText.optional(), es: replyText.optional() })
  .transform((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value)))
  .refine((given) => Object.keys(given).length > 0, "Write the reply in one language at least.");

export const cannedReplyIdInput = z.object({ id: z.uuid() });

export const createCannedReplyInput = z.object({
  name,
  /** For the one who makes it alone; else the whole shop's. */
  isPersonal: z.boolean().default(false),
  texts: replyTexts,
});
export type CreateCannedReplyInput = z.input<typeof createCannedReplyInput>;

export const updateCannedReplyBody = z.object({
  name: name.optional(),
  /** Every language that it shall have: one that is left out goes. */
  texts: replyTexts.optional(),
});
export const updateCannedReplyInput = cannedReplyIdInput.extend(updateCannedReplyBody.shape);
export type UpdateCannedReplyInput = z.input<typeof updateCannedReplyInput>;

export const listCannedRepliesInput = pageInput.extend({
  scope: z.enum(["shop", "own"]).optional(),
  /** Part of the name or of a text. */
  q: storableText(200).optional(),
});
export type ListCannedRepliesInput = z.input<typeof listCannedRepliesInput>;

export const fillCannedReplyBody = z.object({ conversationId: z.uuid() });
export const fillCannedReplyInput = cannedReplyIdInput.extend(fillCannedReplyBody.shape);
export type FillCannedReplyInput = z.input<typeof fillCannedReplyInput>;

export const cannedReplyDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isPersonal: z.boolean(),
    texts: z.object({ zh: z.string().optional(), en: z.string().optional(), es: z.string().optional() }),
    /** How often it was put into a reply. */
    timesUsed: z.int(),
    lastUsedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: "CannedReply" });
export type CannedReplyDto = z.infer<typeof cannedReplyDto>;

export const filledReplyDto = z
  .object({
    text: z.string(),
    language: z.enum(REPLY_LANGUAGES),
    /** Variables that have no value here; they stand in the text in their braces, and must be replaced. */
    missing: z.array(z.string()),
  })
  .meta({ id: "FilledReply" });
export type FilledReplyDto = z.infer<typeof filledReplyDto>;
