import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { readWholeFiles } from "@/lib/platform/attachments";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { openSettings } from "./account-settings";
import { ConnectionBroken, type OutboundFile, type OutboundMessage, type SendOutcome } from "./adapter";
import { requireAdapter } from "./adapters";
import { type ClaimedDelivery, claimDelivery } from "./claim-delivery";
import type { OnStateChange } from "./delivery-state";
import { openOutside } from "./outside/open-outside";
import { settleDelivery } from "./settle-delivery";

/** A job makes room for others after so many steps. */
const STEPS_PER_JOB = 20;

/**
 * Sends what waits in a conversation, in order, each message at most once by itself. Whatever cannot go yet is asked
 * for again at its time. The context must carry no open transaction: nothing is held while a platform is spoken to.
 */
export async function deliverConversation(
  ctx: Context,
  conversationId: string,
  onChange: OnStateChange,
): Promise<void> {
  for (let step = 0; step < STEPS_PER_JOB; step++) {
    const claim = await claimDelivery(ctx, conversationId, onChange);
    if (claim.is === "nothing") return;
    if (claim.is === "later") return comeBack(ctx, conversationId, claim.at);
    if (claim.is === "passed") continue;
    await settleDelivery(ctx, claim, await send(ctx, claim), onChange);
  }
  await comeBack(ctx, conversationId, ctx.now());
}

async function comeBack(ctx: Context, conversationId: string, at: Date): Promise<void> {
  const delaySeconds = Math.max(0, Math.ceil((at.getTime() - ctx.now().getTime()) / 1_000));
  await inTenant(ctx, ({ tx, ctx }) =>
    enqueueJob(tx, ctx, "send-deliveries", { conversationId }, { delaySeconds }),
  );
}

async function send(ctx: Context, claimed: ClaimedDelivery): Promise<SendOutcome> {
  const { account } = claimed;
  const adapter = requireAdapter(account.kind);
  try {
    const settings = openSettings(adapter, account);
    const files = await inTenant(ctx, ({ tx, ctx }) => readWholeFiles(tx, ctx, claimed.fileIds));
    if (files.length < claimed.fileIds.length)
      return { is: "refused", isFinal: true, code: "file_gone", reason: "The file is not there any more." };
    return await adapter.send(toMessage(claimed, files), settings, openOutside(ctx, account.id));
  } catch (error) {
    return toOutcome(error);
  }
}

function toMessage(
  { delivery, contact, text, isAutomatic }: ClaimedDelivery,
  files: OutboundFile[],
): OutboundMessage {
  const { providerId: to, lastInboundProviderId, lastInboundAt, subject } = contact;
  return {
    id: delivery.id,
    to,
    text,
    ...(lastInboundProviderId && lastInboundAt
      ? { inReplyTo: { providerId: lastInboundProviderId, at: lastInboundAt } }
      : {}),
    ...(subject ? { subject } : {}),
    ...(isAutomatic ? { isAutomatic } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

/** What an adapter throws is no answer of the platform. Where it may have left, it counts as not known. */
function toOutcome(error: unknown): SendOutcome {
  if (error instanceof AppError)
    return { is: "refused", isFinal: true, code: error.code, reason: error.message };
  if (error instanceof ConnectionBroken && !error.wasSent)
    return {
      is: "refused",
      isFinal: false,
      code: "no_connection",
      reason: `The platform could not be reached.${causeOf(error)}`,
    };
  if (error instanceof ConnectionBroken)
    return { is: "unknown", reason: `The platform gave no answer.${causeOf(error)}` };
  console.error("A channel's adapter failed:", error);
  return { is: "unknown", reason: "Sending failed on our side. The log has the details." };
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error && cause.message ? ` ${cause.message}` : "";
}
