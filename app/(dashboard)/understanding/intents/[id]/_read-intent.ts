import "server-only";

import { notFound } from "next/navigation";
import { cache } from "react";
import type { PageContext } from "@/lib/platform/http/page-context";
import { listIntents } from "@/lib/service/understanding";
import type { MerchantIntentDto } from "@/lib/service/understanding/schemas";

/** One of the shop's own intents; any other address is a page that does not exist. */
export const readIntent = cache(async (ctx: PageContext, id: string): Promise<MerchantIntentDto> => {
  const { data } = await listIntents(ctx, { includeArchived: true });
  return data.find((intent) => intent.id === id) ?? notFound();
});
