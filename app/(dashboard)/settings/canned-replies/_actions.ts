"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/http/action";
import {
  createCannedReply as createVerb,
  deleteCannedReply as deleteVerb,
  updateCannedReply as updateVerb,
} from "@/lib/service/canned-replies";
import type { CreateCannedReplyInput, UpdateCannedReplyInput } from "@/lib/service/canned-replies/schemas";

/** The page shows what is stored: after every change it is read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/settings/canned-replies");
  return data;
}

export const createReply = action(async (ctx, input: CreateCannedReplyInput) =>
  refresh(await createVerb(ctx, input)),
);
export const updateReply = action(async (ctx, input: UpdateCannedReplyInput) =>
  refresh(await updateVerb(ctx, input)),
);
export const deleteReply = action(async (ctx, input: { id: string }) =>
  refresh(await deleteVerb(ctx, input)),
);
