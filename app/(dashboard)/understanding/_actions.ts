"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/http/action";
import {
  activateVersion as activateVersionVerb,
  addExamples as addExamplesVerb,
  changeIntent as changeIntentVerb,
  correctIntent as correctIntentVerb,
  createIntent as createIntentVerb,
  dismissAlert as dismissAlertVerb,
  removeExamples as removeExamplesVerb,
  requestTraining as requestTrainingVerb,
  undoCorrection as undoCorrectionVerb,
} from "@/lib/service/understanding";
import type {
  AddExamplesInput,
  ChangeIntentInput,
  CorrectIntentInput,
  CreateIntentInput,
  RemoveExamplesInput,
  UndoCorrectionInput,
  VersionIdInput,
} from "@/lib/service/understanding/schemas";

/** The pages show what is stored: after a change of what is taught they are read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/understanding", "layout");
  return data;
}

// The review queue keeps its own list while it is worked through, so these two read nothing again.
export const correctIntent = action((ctx, input: CorrectIntentInput) => correctIntentVerb(ctx, input));
export const undoCorrection = action((ctx, input: UndoCorrectionInput) => undoCorrectionVerb(ctx, input));

export const dismissAlert = action(async (ctx, input: { id: string }) =>
  refresh(await dismissAlertVerb(ctx, input)),
);
export const createIntent = action(async (ctx, input: CreateIntentInput) =>
  refresh(await createIntentVerb(ctx, input)),
);
export const changeIntent = action(async (ctx, input: ChangeIntentInput) =>
  refresh(await changeIntentVerb(ctx, input)),
);
export const addExamples = action(async (ctx, input: AddExamplesInput) =>
  refresh(await addExamplesVerb(ctx, input)),
);
export const removeExamples = action(async (ctx, input: RemoveExamplesInput) =>
  refresh(await removeExamplesVerb(ctx, input)),
);
export const requestTraining = action((ctx, _: undefined) => requestTrainingVerb(ctx));
export const activateVersion = action(async (ctx, input: VersionIdInput) =>
  refresh(await activateVersionVerb(ctx, input)),
);
