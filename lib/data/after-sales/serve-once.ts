import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { orderRequests } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { publishLive } from "@/lib/platform/live";
import { actorName } from "./actor-name";
import { fingerprint, keyReused, requireConversation } from "./once";
import { readPolicy } from "./read-policy";
import { refuse } from "./refuse";
import type { Refusal, RequestDto, RequestKind, ServicePolicy } from "./schemas";
import { readServedOrder, type ServedOrder } from "./served-order";
import { requireUnlessCustomer, type ServedPerson } from "./served-person";

/** What a rule looks at: the order as it stands, the shop's policy, the time. */
export interface Scene {
  tx: Transaction;
  ctx: Context;
  order: ServedOrder;
  policy: ServicePolicy;
  now: Date;
}

export type Possible<Facts> = { isPossible: true } & Facts;
export type Check<Facts> = Possible<Facts> | Refusal;

/** What became of a request that was granted. Amounts are in the order's currency. */
export interface Outcome<Details> {
  status: "open" | "done";
  refundMinor?: number;
  dueMinor?: number;
  returnId?: string;
  details: Details;
}

/** One kind of service: whether it is possible, and how it is done. */
export interface Service<Input, Facts, Details> {
  kind: RequestKind;
  /** The audit's word for it. */
  action: string;
  check(scene: Scene, input: Input): Promise<Check<Facts>>;
  perform(scene: Scene, input: Input, check: Possible<Facts>): Promise<Outcome<Details>>;
}

interface Addressed {
  orderId: string;
}
interface Requested extends Addressed {
  requestKey: string;
  conversationId?: string | undefined;
}

/** Says whether a service is possible, and changes nothing. */
export async function checkService<Input extends Addressed, Facts, Details>(
  ctx: Context,
  service: Service<Input, Facts, Details>,
  input: Input,
  person: ServedPerson | undefined,
): Promise<Check<Facts>> {
  requireUnlessCustomer(ctx, "orders:read");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const order = await readServedOrder(tx, ctx, { orderId: input.orderId, person, mode: "read" });
    const policy = await readPolicy(tx, ctx.merchantId);
    return service.check({ tx, ctx, order, policy, now: ctx.now() }, input);
  });
}

/**
 * Does a service once: behind the lock on the order, after its check, and under the caller's key, so that a repeat
 * gets the stored answer. The row of the request is the history that people see.
 * @throws AppError `not_possible` with the refusal as `details`; `idempotency_key_reused` where the key stands for
 * something else; `not_found`.
 */
export async function serveOnce<Input extends Addressed, Facts, Details>(
  ctx: Context,
  service: Service<Input, Facts, Details>,
  input: Input & Requested,
  person: ServedPerson | undefined,
): Promise<RequestDto<Details>> {
  requireUnlessCustomer(ctx, "orders:service");
  return inTenant(ctx, async ({ tx, ctx }) => {
    const order = await readServedOrder(tx, ctx, { orderId: input.orderId, person, mode: "lock" });
    const inputSha256 = wishOf(service.kind, input);
    const stored = await findStored(tx, ctx, input.requestKey, inputSha256);
    if (stored) return stored as unknown as RequestDto<Details>;
    await requireConversation(tx, ctx, input.conversationId);
    const policy = await readPolicy(tx, ctx.merchantId);
    const scene = { tx, ctx, order, policy, now: ctx.now() };
    const check = await service.check(scene, input);
    if (!check.isPossible) throw refuse(check);
    const outcome = await service.perform(scene, input, check);
    return keepRequest(scene, service, input, inputSha256, outcome);
  });
}

async function keepRequest<Details>(
  { tx, ctx, order, now }: Scene,
  service: { kind: RequestKind; action: string },
  input: Requested,
  inputSha256: string,
  outcome: Outcome<Details>,
): Promise<RequestDto<Details>> {
  const { requestKey, conversationId, ...asked } = input;
  const money = (minor: number | undefined) =>
    minor ? { amountMinor: minor, currency: order.currency } : null;
  const answer: RequestDto<Details> = {
    id: newId(),
    kind: service.kind,
    orderId: order.id,
    orderNumber: order.number,
    status: outcome.status,
    refund: money(outcome.refundMinor),
    due: money(outcome.dueMinor),
    details: outcome.details,
    createdAt: now.toISOString(),
  };
  const written = await tx
    .insert(orderRequests)
    .values({
      merchantId: ctx.merchantId,
      id: answer.id,
      requestKey,
      kind: service.kind,
      orderId: order.id,
      customerId: order.customerId,
      conversationId: conversationId ?? null,
      returnId: outcome.returnId ?? null,
      status: outcome.status,
      inputSha256,
      input: asked,
      result: answer as unknown as Record<string, unknown>,
      currency: order.currency,
      refundMinor: outcome.refundMinor ?? null,
      dueMinor: outcome.dueMinor ?? null,
      actorType: ctx.actor.type,
      actorName: actorName(ctx.actor),
      createdAt: now,
      updatedAt: now,
      closedAt: outcome.status === "done" ? now : null,
    })
    .onConflictDoNothing({ target: [orderRequests.merchantId, orderRequests.requestKey] })
    .returning({ id: orderRequests.id });
  // Somebody used the key for another order at this very moment.
  if (written.length === 0) throw keyReused();
  await recordAudit(tx, ctx, {
    action: service.action,
    subject: { type: "order", id: order.id },
    details: { requestId: answer.id, refundMinor: outcome.refundMinor ?? 0, dueMinor: outcome.dueMinor ?? 0 },
  });
  if (conversationId) announceRequest(tx, conversationId, answer);
  return answer;
}

/** The desk of the conversation hears of it; the customer's own stream does not, the bot tells them in words. */
function announceRequest(
  tx: Transaction,
  conversationId: string,
  { id, kind, orderId, status }: RequestDto<unknown>,
): void {
  const payload = { conversationId, request: { id, kind, orderId, status } };
  publishLive(tx, { conversationId, type: "service", audience: "agents", payload });
}

async function findStored(tx: Transaction, ctx: Context, requestKey: string, inputSha256: string) {
  const [row] = await tx
    .select({ inputSha256: orderRequests.inputSha256, result: orderRequests.result })
    .from(orderRequests)
    .where(and(eq(orderRequests.merchantId, ctx.merchantId), eq(orderRequests.requestKey, requestKey)));
  if (row && row.inputSha256 !== inputSha256) throw keyReused();
  if (row && !("id" in row.result)) throw notFound("request");
  return row?.result;
}

/** What was asked for, and not how it is called or where. */
function wishOf(kind: RequestKind, { requestKey: _, conversationId: __, ...asked }: Requested): string {
  return fingerprint([kind, asked]);
}
