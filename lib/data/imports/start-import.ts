import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { enqueueJob } from "@/lib/platform/jobs/enqueue-job";
import { getImport } from "./queries";
import type { ByteSource } from "./read/decode-text";
import { registerImport } from "./register-import";
import { type ImportDto, type StartImportInput, startImportInput } from "./schemas";

/**
 * Takes a file in (streamed to disk, at most 1 GiB) and asks the worker to import it.
 * @throws AppError `payload_too_large`; `invalid_input` for settings, an unreadable file or missing columns
 */
export async function startImport(
  ctx: Context,
  raw: StartImportInput & { stream: ByteSource },
): Promise<ImportDto> {
  requirePermission(ctx, "imports:write");
  const { stream, ...fields } = raw;
  const { fileName, ...settings } = parseInput(startImportInput, fields);
  const id = await registerImport(ctx, {
    settings,
    fileName,
    source: stream,
    alongside: async (tx, ctx, importId) => {
      await enqueueJob(tx, ctx, "run-import", { importId });
    },
  });
  return getImport(asReader(ctx), { id });
}

/** A key may start imports without being allowed to read others': its own answer is still owed to it. */
function asReader(ctx: Context): Context {
  return { ...ctx, actor: { type: "system", name: "start-import" } };
}
