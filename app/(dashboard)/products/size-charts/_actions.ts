"use server";

import { revalidatePath } from "next/cache";
import { copySizeChart as copyVerb, setSizeChart as setVerb } from "@/lib/data/catalog";
import type { CopySizeChartInput, SetSizeChartInput } from "@/lib/data/catalog/schemas";
import { action } from "@/lib/platform/http/action";

function refreshProducts<Data>(data: Data): Data {
  revalidatePath("/products", "layout");
  return data;
}

export const setSizeChart = action(async (ctx, input: SetSizeChartInput) =>
  refreshProducts(await setVerb(ctx, input)),
);
export const copySizeChart = action(async (ctx, input: CopySizeChartInput) =>
  refreshProducts(await copyVerb(ctx, input)),
);
