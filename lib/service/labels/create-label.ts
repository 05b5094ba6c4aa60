import { count, eq } from "drizzle-orm";
import { labels } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { recordAudit } from "@/lib/platform/audit";
import { findByName, nameKeyOf, nameTaken, takeTurn, toDto } from "./internal";
import { type CreateLabelInput, createLabelInput, type LabelDto, MAX_LABELS } from "./schemas";

/** A new label of the shop. @throws AppError `conflict` where one of that name, or the most there may be, exist. */
export async function createLabel(ctx: Context, raw: CreateLabelInput): Promise<LabelDto> {
  requirePermission(ctx, "conversations:write");
  const { name, color } = parseInput(createLabelInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await takeTurn(tx, ctx);
    const taken = await findByName(tx, ctx, name);
    if (taken) throw nameTaken(taken.name);
    const [kept] = await tx
      .select({ labels: count() })
      .from(labels)
      .where(eq(labels.merchantId, ctx.merchantId));
    if (kept!.labels >= MAX_LABELS)
      throw new AppError(
        "conflict",
        `There are ${MAX_LABELS} labels already. Delete one that is not needed first.`,
      );
    const [row] = await tx
      .insert(labels)
      .values({ merchantId: ctx.merchantId, id: newId(), name, nameKey: nameKeyOf(name), color })
      .returning();
    await recordAudit(tx, ctx, {
      action: "label.created",
      subject: { type: "label", id: row!.id },
      details: { name, color },
    });
    return toDto(row!);
  });
}
