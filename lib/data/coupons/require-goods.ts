import type { Transaction } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import { findReferences } from "../records";

/** Refuses a coupon for goods or categories that the shop does not have. */
export async function requireGoods(
  tx: Transaction,
  merchantId: string,
  { productIds, categoryIds }: { productIds: readonly string[]; categoryIds: readonly string[] },
): Promise<void> {
  await requireAll(tx, merchantId, "product", productIds);
  await requireAll(tx, merchantId, "category", categoryIds);
}

async function requireAll(
  tx: Transaction,
  merchantId: string,
  kind: "product" | "category",
  ids: readonly string[],
): Promise<void> {
  const find = await findReferences(
    tx,
    merchantId,
    kind,
    ids.map((id) => ({ id })),
  );
  const missing = ids.findIndex((id) => !find({ id }));
  if (missing === -1) return;
  const path = `${kind}Ids.${missing}`;
  const message = `There is no such ${kind}.`;
  throw new AppError("invalid_input", `${path}: ${message}`, { issues: [{ path, message }] });
}
