import { and, eq, inArray, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Transaction } from "@/db/client";
import { restockNotices } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { parseInput } from "@/lib/core/parse";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { readStock } from "../catalog";
import { stockInput } from "../catalog/schemas";
import { requireConversation } from "./once";
import { toRestockNoticeDto } from "./restock-row";
import {
  type RestockCheckDto,
  type RestockNoticeDto,
  type SubscribeRestockInput,
  subscribeRestockInput,
} from "./schemas";
import { currentCustomerId, personOf, requireUnlessCustomer, type ServedPerson } from "./served-person";

/** Whether there is something to wait for: a product that can be had needs no notice. */
export async function checkRestock(ctx: Context, raw: { productId: string }): Promise<RestockCheckDto> {
  requireUnlessCustomer(ctx, "products:read");
  const { productId } = parseInput(stockInput, raw);
  return inTenant(ctx, ({ tx, ctx }) => checkStock(tx, ctx, productId));
}

/**
 * Remembers that somebody wants to hear when a product is there again. One person waits once for a product: asked
 * again, the notice that stands is the answer.
 * @throws AppError `not_possible` for what is in stock; `invalid_input` where nobody could be told.
 */
export async function subscribeRestock(
  ctx: Context,
  raw: SubscribeRestockInput,
  person?: ServedPerson,
): Promise<RestockNoticeDto> {
  requireUnlessCustomer(ctx, "orders:service");
  const input = parseInput(subscribeRestockInput, raw);
  return inTenant(ctx, async ({ tx, ctx }) => {
    await requireConversation(tx, ctx, input.conversationId);
    const who = personOf(ctx, person)?.customerId;
    const customerId = who ? await currentCustomerId(tx, ctx, who) : null;
    const subscriberKey = subscriberOf(input, customerId);
    const standing = await findStanding(tx, ctx, input.productId, subscriberKey);
    if (standing) return standing;
    const check = await checkStock(tx, ctx, input.productId);
    if (!check.isPossible)
      throw new AppError("not_possible", "This product can be had now.", { details: { ...check } });
    const { productId, conversationId = null, email = null, phone = null, locale = null } = input;
    const [created] = await tx
      .insert(restockNotices)
      .values({
        ...{ merchantId: ctx.merchantId, id: newId(), productId, customerId, conversationId },
        ...{ email, phone, locale, subscriberKey, createdAt: ctx.now() },
      })
      .onConflictDoNothing()
      .returning();
    // Somebody asked for the same person at this very moment, and was first.
    if (!created) return (await findStanding(tx, ctx, productId, subscriberKey))!;
    await recordAudit(tx, ctx, {
      action: "restock_notice.created",
      subject: { type: "product", id: productId },
      details: { noticeId: created.id },
    });
    return toRestockNoticeDto(created);
  });
}

async function checkStock(tx: Transaction, ctx: Context, productId: string): Promise<RestockCheckDto> {
  const [product] = await readStock(tx, ctx.merchantId, sql`p.id = ${productId}`);
  if (!product) throw notFound("product");
  const { available } = product;
  return available > 0
    ? { isPossible: false, reason: "in_stock", available }
    : { isPossible: true, productId };
}

/** The customer, else the address, else the conversation in which the answer will be given. */
function subscriberOf(
  { email, phone, conversationId }: z.output<typeof subscribeRestockInput>,
  customerId: string | null,
): string {
  if (customerId) return `customer:${customerId}`;
  if (email) return `email:${email.toLowerCase()}`;
  if (phone) return `phone:${phone.replace(/\D/g, "")}`;
  if (conversationId) return `conversation:${conversationId}`;
  const message = "Give an e-mail address or a phone number to write to.";
  throw new AppError("invalid_input", message, { issues: [{ path: "email", message }] });
}

async function findStanding(
  tx: Transaction,
  ctx: Context,
  productId: string,
  subscriberKey: string,
): Promise<RestockNoticeDto | null> {
  const [row] = await tx
    .select()
    .from(restockNotices)
    .where(
      and(
        eq(restockNotices.merchantId, ctx.merchantId),
        eq(restockNotices.productId, productId),
        eq(restockNotices.subscriberKey, subscriberKey),
        inArray(restockNotices.status, ["waiting", "due"]),
      ),
    );
  return row ? toRestockNoticeDto(row) : null;
}
