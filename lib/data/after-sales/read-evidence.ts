import { and, asc, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { EvidenceDto } from "./schemas";

/** What customers sent about requests and complaints, by their keys, the oldest first. */
export async function readEvidence(
  tx: Transaction,
  ctx: Context,
  requestKeys: readonly string[],
): Promise<(requestKey: string) => EvidenceDto[]> {
  const rows =
    requestKeys.length === 0
      ? []
      : await tx
          .select()
          .from(attachments)
          .where(
            and(
              eq(attachments.merchantId, ctx.merchantId),
              inArray(attachments.evidenceKey, [...requestKeys]),
            ),
          )
          .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return (requestKey) =>
    rows
      .filter(({ evidenceKey }) => evidenceKey === requestKey)
      .map(({ id, kind, fileName, width, height, createdAt }) => ({
        id,
        kind,
        fileName,
        width,
        height,
        url: `/api/v1/attachments/${id}`,
        createdAt: createdAt.toISOString(),
      }));
}
