import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema";
import { inTenant } from "@/db/tenant";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { recordAudit } from "@/lib/platform/audit/record-audit";
import { checkHeader } from "./check-header";
import type { ByteSource } from "./read/decode-text";
import { checkSettings, type ImportSettings } from "./resolve-map";
import { readStoredFile, removeFile, type StoredFile, storeFile } from "./stored-file";

export interface RegisterOptions {
  settings: ImportSettings;
  fileName: string;
  source: ByteSource;
  /** What else belongs into the transaction: a job that will run the import. */
  alongside?: (tx: Transaction, ctx: Context, importId: string) => Promise<void>;
}

/**
 * Stores a file and the row of its import. The header is read at once, so that a file which cannot be imported
 * is refused here and not minutes later; nothing of it stays behind then.
 */
export async function registerImport(ctx: Context, options: RegisterOptions): Promise<string> {
  checkSettings(options.settings);
  const id = newId();
  const file = await storeFile(ctx.merchantId, id, options.source);
  try {
    await checkHeader(readStoredFile(file.path), options.settings);
    await inTenant(ctx, async ({ tx, ctx }) => {
      await insertImport(tx, ctx, id, file, options);
      await options.alongside?.(tx, ctx, id);
    });
    return id;
  } catch (error) {
    await removeFile(file.path);
    throw error;
  }
}

async function insertImport(
  tx: Transaction,
  ctx: Context,
  id: string,
  file: StoredFile,
  { settings, fileName }: RegisterOptions,
): Promise<void> {
  await tx.insert(imports).values({
    merchantId: ctx.merchantId,
    id,
    kind: settings.kind,
    preset: settings.preset ?? null,
    columnMap: settings.map ? { ...settings.map } : null,
    fileName,
    fileBytes: file.bytes,
    fileSha256: file.sha256,
    storedPath: file.path,
    status: "queued",
    createdByUserId: ctx.actor.type === "user" ? ctx.actor.id : null,
    createdAt: ctx.now(),
  });
  await recordAudit(tx, ctx, {
    action: "import.started",
    subject: { type: "import", id },
    details: { kind: settings.kind, preset: settings.preset ?? null, fileName, bytes: file.bytes },
  });
}
