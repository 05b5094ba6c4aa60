import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { labels } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import type { LabelDto } from "./schemas";

export type LabelRow = typeof labels.$inferSelect;

export function nameKeyOf(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}

export function ofLabel(ctx: Context, id: string): SQL | undefined {
  return and(eq(labels.merchantId, ctx.merchantId), eq(labels.id, id));
}

export async function lockLabel(tx: Transaction, ctx: Context, id: string): Promise<LabelRow> {
  const [row] = await tx.select().from(labels).where(ofLabel(ctx, id)).for("update");
  if (!row) throw notFound("label");
  return row;
}

/** Those who make or rename labels of a shop take turns, so that no name comes twice. */
export async function takeTurn(tx: Transaction, ctx: Context): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`labels:${ctx.merchantId}`}, 0))`);
}

export async function findByName(tx: Transaction, ctx: Context, name: string): Promise<LabelRow | undefined> {
  const [row] = await tx
    .select()
    .from(labels)
    .where(and(eq(labels.merchantId, ctx.merchantId), eq(labels.nameKey, nameKeyOf(name))));
  return row;
}

export function nameTaken(name: string): AppError {
  const message = `There is a label “${name}” already. Use that one, or choose another name.`;
  return new AppError("conflict", message, { issues: [{ path: "name", message }] });
}

export function toDto({ id, name, color }: LabelRow): LabelDto {
  return { id, name, color };
}
