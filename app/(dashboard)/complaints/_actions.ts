"use server";

import { revalidatePath } from "next/cache";
import { changeComplaint as changeComplaintVerb } from "@/lib/data/after-sales";
import type { ChangeComplaintInput } from "@/lib/data/after-sales/schemas";
import { action } from "@/lib/platform/http/action";

export const changeComplaint = action(async (ctx, input: ChangeComplaintInput) => {
  const complaint = await changeComplaintVerb(ctx, input);
  revalidatePath("/complaints", "layout");
  return { status: complaint.status };
});
