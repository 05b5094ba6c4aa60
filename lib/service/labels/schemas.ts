import { z } from "zod";
import { storableText } from "@/lib/data/records/schemas";

export const LABEL_COLORS = ["neutral", "blue", "jade", "amber", "cinnabar"] as const;
export type LabelColor = (typeof LABEL_COLORS)[number];
export const MAX_LABELS = 200;

const name = storableText(40).min(1, "Give the label a name.");

export const labelIdInput = z.object({ id: z.uuid() });

export const createLabelInput = z.object({ name, color: z.enum(LABEL_COLORS).default("neutral") });
export type CreateLabelInput = z.input<typeof createLabelInput>;

export const updateLabelBody = z.object({ name: name.optional(), color: z.enum(LABEL_COLORS).optional() });
export const updateLabelInput = labelIdInput.extend(updateLabelBody.shape);
export type UpdateLabelInput = z.input<typeof updateLabelInput>;

export const labelDto = z
  .object({ id: z.uuid(), name: z.string(), color: z.enum(LABEL_COLORS) })
  .meta({ id: "Label" });
export type LabelDto = z.infer<typeof labelDto>;

export const countedLabelDto = labelDto
  .extend({
    /** How many conversations carry it. */
    conversations: z.int(),
  })
  .meta({ id: "CountedLabel" });
export type CountedLabelDto = z.infer<typeof countedLabelDto>;
