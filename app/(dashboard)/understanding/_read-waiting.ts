import "server-only";

import { cache } from "react";
import type { PageContext } from "@/lib/platform/http/page-context";
import { listReviewQueue } from "@/lib/service/understanding";

export interface Waiting {
  count: number;
  /** More than `count`, which is as far as was counted. */
  isMore: boolean;
}

const COUNTED = 200;

/** How many messages wait for review, as far as it matters. */
export const readWaiting = cache(async (ctx: PageContext): Promise<Waiting> => {
  const { data, nextCursor } = await listReviewQueue(ctx, { limit: COUNTED });
  return { count: data.length, isMore: nextCursor !== null };
});
