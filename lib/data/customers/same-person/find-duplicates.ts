import { sql } from "drizzle-orm";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { findCustomer } from "../internal";
import { type DuplicatesDto, idInput } from "../schemas";
import { judgeMatch } from "./judge-match";
import { customersWith, readKnown, readShopCountry } from "./read-known";

const MOST_SHOWN = 5;

/**
 * Other records that are probably the same person, because an e-mail address or a phone number agrees; the most
 * probable first. Erased and merged records never are, nor are those of whom somebody has said that they are others.
 */
export async function findDuplicates(ctx: Context, raw: { id: string }): Promise<DuplicatesDto> {
  requirePermission(ctx, "customers:read");
  const { id } = parseInput(idInput, raw);
  const { merchantId } = ctx;
  return inTenant(ctx, async ({ tx }) => {
    const customer = await findCustomer(tx, merchantId, id);
    if (!customer) throw notFound("customer");
    const [self] = await readKnown(tx, merchantId, sql`${customer.id}::uuid`);
    if (!self) return { customer: null, data: [] };
    const shopCountry = await readShopCountry(tx, merchantId);
    const others = await readKnown(
      tx,
      merchantId,
      sql`SELECT f.id FROM (${customersWith(merchantId, self)}) f(id)
        WHERE f.id <> ${customer.id}::uuid AND NOT EXISTS (
          SELECT FROM distinct_customers d WHERE d.merchant_id = ${merchantId}
            AND d.one_id = least(f.id, ${customer.id}::uuid) AND d.other_id = greatest(f.id, ${customer.id}::uuid))`,
    );
    const data = others
      .flatMap((other) => {
        const match = judgeMatch(self, other, shopCountry);
        return match ? [{ customer: other.brief, ...match }] : [];
      })
      .sort((one, other) => other.score - one.score)
      .slice(0, MOST_SHOWN);
    return { customer: self.brief, data };
  });
}
