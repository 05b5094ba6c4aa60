import { and, eq } from "drizzle-orm";
import { distinctCustomers } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { findCustomer } from "../internal";
import { type MarkDistinctInput, markDistinctInput } from "../schemas";

/** Says that two records are two persons, so that nobody is asked again; or takes it back. */
export async function markDistinct(ctx: Context, raw: MarkDistinctInput): Promise<void> {
  requirePermission(ctx, "customers:write");
  const { id, otherId, isDistinct } = parseInput(markDistinctInput, raw);
  await inTenant(ctx, async ({ tx, ctx }) => {
    const { merchantId } = ctx;
    const both = [await findCustomer(tx, merchantId, id), await findCustomer(tx, merchantId, otherId)];
    const [one, other] = both.map((found) => {
      if (!found) throw notFound("customer");
      return found.id;
    }) as [string, string];
    if (one === other) throw new AppError("conflict", "These two are one customer already.");
    const [oneId, largerId] = [one, other].sort() as [string, string];
    if (isDistinct) {
      await tx
        .insert(distinctCustomers)
        .values({ merchantId, oneId, otherId: largerId, decidedBy: nameOf(ctx), createdAt: ctx.now() })
        .onConflictDoNothing();
    } else {
      await tx
        .delete(distinctCustomers)
        .where(
          and(
            eq(distinctCustomers.merchantId, merchantId),
            eq(distinctCustomers.oneId, oneId),
            eq(distinctCustomers.otherId, largerId),
          ),
        );
    }
    await recordAudit(tx, ctx, {
      action: isDistinct ? "customer.marked_distinct" : "customer.unmarked_distinct",
      subject: { type: "customer", id: one },
      details: { otherId: other },
    });
  });
}

const nameOf = ({ actor }: Context) => (actor.type === "customer" ? "customer" : actor.name);
