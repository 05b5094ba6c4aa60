"use server";

import { revalidatePath } from "next/cache";
import { setBusinessHours as setBusinessHoursVerb } from "@/lib/data/business-hours";
import type { SetBusinessHoursInput } from "@/lib/data/business-hours/schemas";
import { action } from "@/lib/platform/http/action";
import {
  setAssignment as setAssignmentVerb,
  setAvailability as setAvailabilityVerb,
  setCapacity as setCapacityVerb,
  setServiceLevels as setServiceLevelsVerb,
} from "@/lib/service/staffing";
import type {
  SetAssignmentInput,
  SetAvailabilityInput,
  SetCapacityInput,
  SetServiceLevelsInput,
} from "@/lib/service/staffing/schemas";

/** The settings pages show what is stored: after every change they are read again. */
function refreshSettings<Data>(data: Data): Data {
  revalidatePath("/settings", "layout");
  return data;
}

export const setBusinessHours = action(async (ctx, input: SetBusinessHoursInput) =>
  refreshSettings(await setBusinessHoursVerb(ctx, input)),
);
export const setServiceLevels = action(async (ctx, input: SetServiceLevelsInput) =>
  refreshSettings(await setServiceLevelsVerb(ctx, input)),
);
export const setAssignment = action(async (ctx, input: SetAssignmentInput) =>
  refreshSettings(await setAssignmentVerb(ctx, input)),
);
export const setCapacity = action(async (ctx, input: SetCapacityInput) =>
  refreshSettings(await setCapacityVerb(ctx, input)),
);
export const setAvailability = action(async (ctx, input: SetAvailabilityInput) =>
  refreshSettings(await setAvailabilityVerb(ctx, input)),
);
