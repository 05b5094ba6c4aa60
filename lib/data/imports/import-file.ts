import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import type { ByteSource } from "./read/decode-text";
import { registerImport } from "./register-import";
import { type RunImportOptions, runImport } from "./run-import";
import { type ImportDto, type StartImportInput, startImportInput } from "./schemas";

/** The command's way in: takes a file in and imports it in this process, without the worker. */
export async function importFile(
  ctx: Context,
  raw: StartImportInput & { stream: ByteSource },
  options: RunImportOptions = {},
): Promise<ImportDto> {
  requirePermission(ctx, "imports:write");
  const { stream, ...fields } = raw;
  const { fileName, ...settings } = parseInput(startImportInput, fields);
  const id = await registerImport(ctx, { settings, fileName, source: stream });
  return runImport(ctx, id, options);
}
