import type { InferSelectModel } from "drizzle-orm";
import type { imports } from "@/db/schema";
import type { ImportDto } from "./schemas";

export type ImportRow = InferSelectModel<typeof imports>;

export function toImportDto(
  row: ImportRow,
  baseCurrency: string,
  createdBy: string | null = null,
): ImportDto {
  const money = (amountMinor: number | null) =>
    amountMinor === null ? null : { amountMinor, currency: baseCurrency };
  return {
    id: row.id,
    kind: row.kind,
    preset: row.preset,
    fileName: row.fileName,
    fileBytes: row.fileBytes,
    status: row.status,
    progress: row.progressPermille / 1000,
    rows: { read: row.rowsRead, accepted: row.rowsAccepted, rejected: row.rowsRejected },
    records: {
      created: row.recordsCreated,
      updated: row.recordsUpdated,
      unchanged: row.recordsUnchanged,
    },
    acceptedAmount: money(row.acceptedAmountMinor),
    rejectedAmount: money(row.rejectedAmountMinor),
    rejectedUrl: row.rowsRejected > 0 ? `/api/v1/imports/${row.id}/rejections` : null,
    error: row.error,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
