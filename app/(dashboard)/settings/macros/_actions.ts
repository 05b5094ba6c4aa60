"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/http/action";
import {
  createMacro as createVerb,
  deleteMacro as deleteVerb,
  updateMacro as updateVerb,
} from "@/lib/service/macros";
import type { CreateMacroInput, UpdateMacroInput } from "@/lib/service/macros/schemas";

/** The page shows what is stored: after every change it is read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/settings/macros");
  return data;
}

export const createMacro = action(async (ctx, input: CreateMacroInput) =>
  refresh(await createVerb(ctx, input)),
);
export const updateMacro = action(async (ctx, input: UpdateMacroInput) =>
  refresh(await updateVerb(ctx, input)),
);
export const deleteMacro = action(async (ctx, input: { id: string }) =>
  refresh(await deleteVerb(ctx, input)),
);
