import { and, eq, gt } from "drizzle-orm";
import { orderRequests } from "@/db/schema";
import { actorName } from "./actor-name";
import type { Scene } from "./serve-once";

/** What earlier changes of the lines left to pay is void once the order changes again: the new change says what is due. */
export async function dropOpenDues({ tx, ctx, order, now }: Scene): Promise<void> {
  await tx
    .update(orderRequests)
    .set({
      ...{ status: "rejected", note: "superseded", closedAt: now, updatedAt: now },
      closedBy: actorName(ctx.actor),
    })
    .where(
      and(
        eq(orderRequests.merchantId, ctx.merchantId),
        eq(orderRequests.orderId, order.id),
        eq(orderRequests.kind, "change_lines"),
        eq(orderRequests.status, "open"),
        gt(orderRequests.dueMinor, 0),
      ),
    );
}
