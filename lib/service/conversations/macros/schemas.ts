import { z } from "zod";
import { conversationDto } from "../schemas/conversations";

export const runMacroParams = z.object({ id: z.uuid().toLowerCase(), macroId: z.uuid() });
export const runMacroInput = z.object({ conversationId: z.uuid().toLowerCase(), macroId: z.uuid() });
export type RunMacroInput = z.input<typeof runMacroInput>;

export const macroRunDto = z
  .object({
    conversation: conversationDto,
    /** Takes it back within a day; null where something was written. */
    undoId: z.uuid().nullable(),
  })
  .meta({ id: "MacroRun" });
export type MacroRunDto = z.infer<typeof macroRunDto>;
