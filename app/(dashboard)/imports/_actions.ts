"use server";

import { cancelImport } from "@/lib/data/imports";
import { action } from "@/lib/platform/http/action";

export const cancel = action((ctx, input: { id: string }) => cancelImport(ctx, input));
