"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/http/action";
import {
  createLabel as createVerb,
  deleteLabel as deleteVerb,
  updateLabel as updateVerb,
} from "@/lib/service/labels";
import type { CreateLabelInput, UpdateLabelInput } from "@/lib/service/labels/schemas";

/** The page shows what is stored: after every change it is read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/settings/labels");
  return data;
}

export const createLabel = action(async (ctx, input: CreateLabelInput) =>
  refresh(await createVerb(ctx, input)),
);
export const updateLabel = action(async (ctx, input: UpdateLabelInput) =>
  refresh(await updateVerb(ctx, input)),
);
export const deleteLabel = action(async (ctx, input: { id: string }) =>
  refresh(await deleteVerb(ctx, input)),
);
