import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { driver } from "@/db/client";
import { channelAccounts, inboundCalls } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import { type Context, systemContext } from "@/lib/core/context";
import { AppError, type ErrorCode, notFound } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";
import { openSettings } from "./account-settings";
import {
  type InboundAnswer,
  type InboundCall,
  type InboundEvent,
  InboundRefused,
  type InboundRequest,
} from "./adapter";
import { findAdapter } from "./adapters";
import { encodeEvents, storable } from "./event-codec";

const CALLS_PER_MINUTE = 3_000;
const REFUSALS: Record<InboundRefused["why"], ErrorCode> = {
  forged: "unauthenticated",
  expired: "forbidden",
  malformed: "malformed_request",
  too_large: "payload_too_large",
};
/** The headers whose values are kept; others may be keys or signatures. */
const PLAIN_HEADERS = ["content-type", "content-length", "user-agent", "accept"];

interface AddressRow {
  merchant_id: string;
  id: string;
  kind: string;
  settings: Record<string, unknown>;
  secrets_sealed: string;
  is_enabled: boolean;
}

/**
 * Takes a platform's call: checks who sent it, stores it once, and answers what the platform wants to hear. What it
 * says is worked on in a job. A repeated call gets the same answer and is not stored again.
 * @throws AppError for a call that is not let in; it says little, and is counted.
 */
export async function receiveCall(
  address: { kind: string; token: string },
  request: InboundRequest,
  requestId: string,
  now: Date = new Date(),
): Promise<InboundAnswer> {
  const account = await findAccount(address);
  const adapter = findAdapter(address.kind);
  if (!account || !adapter) throw notFound("channel");
  await requireAllowance(account.id);
  const ctx = { ...systemContext(account.merchant_id, "channels", requestId), now: () => now };
  const stored = { settings: account.settings, secretsSealed: account.secrets_sealed };
  let call: InboundCall;
  try {
    call = await adapter.read(request, openSettings(adapter, stored), now);
  } catch (error) {
    if (!(error instanceof InboundRefused)) throw error;
    await countRefusal(ctx, account.id);
    throw new AppError(REFUSALS[error.why], wordsOf(error), { cause: error });
  }
  if (call.events.length > 0) await storeCall(ctx, account.id, request, call.events);
  return call.answer;
}

async function findAccount(address: { kind: string; token: string }): Promise<AddressRow | null> {
  const [row] = await driver()<AddressRow[]>`SELECT * FROM find_channel_account(${address.token})`;
  return row?.is_enabled && row.kind === address.kind ? row : null;
}

async function requireAllowance(accountId: string): Promise<void> {
  const state = await consumeLimit(`channel:${accountId}`, CALLS_PER_MINUTE, 60);
  if (state.allowed) return;
  throw new AppError("rate_limited", `More than ${state.limit} calls in a minute.`, {
    retryAfterSeconds: state.resetSeconds,
  });
}

function wordsOf(error: InboundRefused): string {
  return error.why === "forged" || error.why === "expired" ? "This call was not let in." : error.message;
}

async function countRefusal(ctx: Context, accountId: string): Promise<void> {
  await inTenant(ctx, ({ tx }) =>
    tx
      .update(channelAccounts)
      .set({ refusedCalls: sql`${channelAccounts.refusedCalls} + 1` })
      .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, accountId))),
  );
}

async function storeCall(
  ctx: Context,
  accountId: string,
  request: InboundRequest,
  events: InboundEvent[],
): Promise<void> {
  // Nothing is done about what the desk has no use for; it is kept as it came.
  const isIdle = events.every((event) => event.is === "other");
  await inTenant(ctx, async ({ tx, ctx }) => {
    const [row] = await tx
      .insert(inboundCalls)
      .values({
        merchantId: ctx.merchantId,
        id: newId(),
        accountId,
        providerId: providerIdOf(events),
        senderIds: [
          ...new Set(events.flatMap((event) => (event.is === "message" ? [storable(event.from.id)] : []))),
        ],
        receivedAt: ctx.now(),
        method: request.method,
        headers: redactHeaders(request.headers),
        query: redactQuery(request.query),
        body: request.body,
        events: encodeEvents(events),
        ...(isIdle ? { state: "processed" as const, processedAt: ctx.now() } : {}),
      })
      .onConflictDoNothing()
      .returning({ id: inboundCalls.id });
    if (!row) return;
    await tx
      .update(channelAccounts)
      .set({ lastInboundAt: ctx.now() })
      .where(and(eq(channelAccounts.merchantId, ctx.merchantId), eq(channelAccounts.id, accountId)));
    if (!isIdle) await enqueueJob(tx, ctx, "receive-channel-call", { callId: row.id });
  });
}

/** A state comes several times for one message, so its name is part of its id. */
function providerIdOf(events: InboundEvent[]): string {
  const ids = events.map((event) =>
    event.is === "state" ? `state:${event.state}:${event.providerId}` : `${event.is}:${event.providerId}`,
  );
  const only = ids.length === 1 ? storable(ids[0]!) : "";
  if (only !== "" && only.length <= 300) return only;
  return `sha256:${createHash("sha256").update(JSON.stringify(ids)).digest("hex")}`;
}

function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      storable(name),
      PLAIN_HEADERS.includes(name) ? storable(value).slice(0, 500) : "[redacted]",
    ]),
  );
}

function redactQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...query].map(([name, value]) => [
      storable(name).slice(0, 100),
      /sign|token|secret|key|nonce/i.test(name) ? "[redacted]" : storable(value).slice(0, 500),
    ]),
  );
}
