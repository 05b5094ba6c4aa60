import { and, eq, gte, isNull, like, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { consumeLimit } from "@/lib/platform/limits/consume-limit";

const MIB = 1024 * 1024;
const HOUR_SECONDS = 3_600;

interface Allowance {
  filesPerHour: number;
  bytesPerHour: number;
  /** Uploaded and not yet used in a message. */
  unsentFiles: number;
}

const ALLOWANCES: Record<"visitor" | "user" | "api_key", Allowance> = {
  visitor: { filesPerHour: 40, bytesPerHour: 200 * MIB, unsentFiles: 20 },
  user: { filesPerHour: 600, bytesPerHour: 2_048 * MIB, unsentFiles: 100 },
  api_key: { filesPerHour: 6_000, bytesPerHour: 20_480 * MIB, unsentFiles: 1_000 },
};
/** A visitor can always be another one: all strangers of a shop together. */
const VISITORS_BYTES_PER_HOUR = 4_096 * MIB;

/**
 * Strangers may not fill a shop's disk. Counted before a file is kept, one upload of somebody after the other.
 * @throws AppError `rate_limited`
 */
export async function requireUploadAllowance(
  tx: Transaction,
  ctx: Context,
  uploader: string,
  bytes: number,
): Promise<void> {
  const type = uploader.slice(0, uploader.indexOf(":")) as keyof typeof ALLOWANCES;
  const { filesPerHour, bytesPerHour, unsentFiles } = ALLOWANCES[type];
  const name = `uploads:${ctx.merchantId}:${type === "visitor" ? "visitors" : uploader}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  const hits = await consumeLimit(`uploads:${ctx.merchantId}:${uploader}`, filesPerHour, HOUR_SECONDS, tx);
  if (!hits.allowed) throw tooMany(`More than ${filesPerHour} files in an hour.`, hits.resetSeconds);
  const mine = and(eq(attachments.merchantId, ctx.merchantId), eq(attachments.uploader, uploader));
  const recent = gte(attachments.createdAt, new Date(ctx.now().getTime() - HOUR_SECONDS * 1_000));
  const [own] = await tx.select({ bytes: sumBytes }).from(attachments).where(and(mine, recent));
  if ((own?.bytes ?? 0) + bytes > bytesPerHour)
    throw tooMany(`More than ${bytesPerHour / MIB} MiB of files in an hour.`, HOUR_SECONDS);
  const [unsent] = await tx
    .select({ files: sql<number>`count(*)::int` })
    .from(attachments)
    .where(and(mine, isNull(attachments.conversationId)));
  if ((unsent?.files ?? 0) >= unsentFiles)
    throw tooMany(`${unsentFiles} files are uploaded and not sent. Send them first.`, HOUR_SECONDS);
  if (type !== "visitor") return;
  const theirs = and(eq(attachments.merchantId, ctx.merchantId), like(attachments.uploader, "visitor:%"));
  const [all] = await tx.select({ bytes: sumBytes }).from(attachments).where(and(theirs, recent));
  if ((all?.bytes ?? 0) + bytes > VISITORS_BYTES_PER_HOUR)
    throw tooMany("This shop gets too many files at the moment.", HOUR_SECONDS);
}

const sumBytes = sql<number>`coalesce(sum(${attachments.sizeBytes}), 0)::bigint`.mapWith(Number);

function tooMany(cause: string, retryAfterSeconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  return new AppError("rate_limited", `${cause} Wait ${minutes} min, or write instead.`, {
    retryAfterSeconds,
    details: { reason: "uploads" },
  });
}
