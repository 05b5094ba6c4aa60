"use server";

import { revalidatePath } from "next/cache";
import { setBusinessHours as setBusinessHoursVerb } from "@/lib/data/business-hours";
import type { SetBusinessHoursInput } from "@/lib/data/business-hours/schemas";
import { action } from "@/lib/platform/http/action";

/** The settings pages show what is stored: after every change they are read again. */
function refreshSettings<Data>(data: Data): Data {
  revalidatePath("/settings", "layout");
  return data;
}

export const setBusinessHours = action(async (ctx, input: SetBusinessHoursInput) =>
  refreshSettings(await setBusinessHoursVerb(ctx, input)),
);
