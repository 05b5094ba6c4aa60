"use server";

import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/http/action";
import {
  removeLanguageModel as removeLanguageModelVerb,
  setLanguageModel as setLanguageModelVerb,
  testLanguageModel as testLanguageModelVerb,
} from "@/lib/platform/llm";
import type { SetLanguageModelInput } from "@/lib/platform/llm/schemas";

/** The page shows what is stored: after every act it is read again. */
function refresh<Data>(data: Data): Data {
  revalidatePath("/settings/language-model");
  return data;
}

export const setLanguageModel = action(async (ctx, input: SetLanguageModelInput) =>
  refresh(await setLanguageModelVerb(ctx, input)),
);
export const testLanguageModel = action(async (ctx, _: undefined) =>
  refresh(await testLanguageModelVerb(ctx)),
);
export const removeLanguageModel = action(async (ctx, _: undefined) =>
  refresh(await removeLanguageModelVerb(ctx)),
);
