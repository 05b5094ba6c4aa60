import { sql } from "drizzle-orm";
import type { PostalAddress } from "@/db/schema/orders";
import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { refuseStage } from "./order-stage";
import {
  type AddressChangeCheckDto,
  type ChangedAddressDto,
  type ChangeShippingAddressInput,
  changeShippingAddressInput,
  orderIdInput,
} from "./schemas";
import { checkService, type Service, serveOnce } from "./serve-once";
import type { ServedPerson } from "./served-person";

type Input = { orderId: string; address?: PostalAddress };
type Facts = { current: PostalAddress | null };

const addressChange: Service<Input, Facts, ChangedAddressDto["details"]> = {
  kind: "change_address",
  action: "order.address_changed",
  async check({ order, policy }, { address }) {
    const refusal = refuseStage(order, policy.addressChangeUntil);
    if (refusal) return refusal;
    const current = order.shippingAddress;
    const isSame = address !== undefined && current !== null && isSameAddress(address, current);
    return isSame ? { isPossible: false, reason: "nothing_changes" } : { isPossible: true, current };
  },
  async perform({ tx, ctx, order, now }, input, { current }) {
    const after = input.address!;
    await tx.execute(sql`
      UPDATE orders SET shipping_address = ${JSON.stringify(after)}::jsonb, updated_at = ${now.toISOString()}::timestamptz
      WHERE merchant_id = ${ctx.merchantId} AND id = ${order.id}`);
    return { status: "done", details: { before: current, after } };
  },
};

/** Whether the parcel can still be sent elsewhere; `current` is where it would go now. */
export async function checkChangeShippingAddress(
  ctx: Context,
  raw: { orderId: string },
  person?: ServedPerson,
): Promise<AddressChangeCheckDto> {
  return checkService(ctx, addressChange, parseInput(orderIdInput, raw), person);
}

/** Sends an order elsewhere, to an address that is complete for its country. */
export async function changeShippingAddress(
  ctx: Context,
  raw: ChangeShippingAddressInput,
  person?: ServedPerson,
): Promise<ChangedAddressDto> {
  return serveOnce(ctx, addressChange, parseInput(changeShippingAddressInput, raw), person);
}

const FIELDS = ["recipient", "phone", "city", "region", "postalCode", "country"] as const;

function isSameAddress(a: PostalAddress, b: PostalAddress): boolean {
  return FIELDS.every((field) => a[field] === b[field]) && a.lines.join("\n") === b.lines.join("\n");
}
