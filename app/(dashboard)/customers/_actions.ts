"use server";

import { revalidatePath } from "next/cache";
import { eraseCustomer, markDistinct, mergeCustomers } from "@/lib/data/customers";
import type { MarkDistinctInput } from "@/lib/data/customers/schemas";
import { action } from "@/lib/platform/http/action";

export const erase = action(async (ctx, input: { id: string }) => {
  await eraseCustomer(ctx, input);
  revalidatePath("/customers");
});

export const merge = action(async (ctx, input: { fromId: string; intoId: string }) => {
  const { customer } = await mergeCustomers(ctx, {
    from: { id: input.fromId },
    into: { id: input.intoId },
  });
  revalidatePath("/customers");
  return { id: customer.id };
});

export const tellApart = action((ctx, input: MarkDistinctInput) => markDistinct(ctx, input));
