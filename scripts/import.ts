/**
 * `npm run import -- FILE --preset NAME …`: imports a file into a shop from the command line, in this process.
 * Uses the running program's database, or starts the embedded one for as long as it works.
 */
import { createReadStream, createWriteStream, readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { ImportDto, ImportKind } from "@/lib/data/imports/schemas";

const USAGE = `Usage: npm run import -- FILE (--preset NAME | --map FILE.json --kind products|customers|orders)
  --preset NAME        a known layout, such as uci-online-retail; --list-presets shows them
  --map FILE.json      {"externalId": "Order number", …} or {"columns": {…}, "decimal": ",", "dateFormat": "dmy"}
  --kind KIND          what the file holds; a preset knows it
  --merchant NAME      the shop; it is created when there is none of that name
  --currency GBP       base currency of a shop that is created
  --timezone ZONE      time zone of a shop that is created, such as Europe/London
  --owner EMAIL        who owns a shop that is created; the demo shop's owner otherwise
  --rejections OUT.csv writes the rows that were set aside
  --data-dir DIR       the program's data folder (.data)
  --json               prints the summary as one line of JSON`;

/** A mistake in the call: one plain sentence and exit code 1, without a stack. */
class UsageError extends Error {}

interface Call {
  file: string;
  kind: ImportKind;
  preset: string | undefined;
  map: unknown;
  merchant: string | undefined;
  currency: string | undefined;
  timeZone: string | undefined;
  owner: string | undefined;
  rejections: string | undefined;
  dataDir: string;
  isJson: boolean;
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) return console.log(USAGE);
  const { findPreset, IMPORT_KINDS, IMPORT_PRESETS } = await import("@/lib/data/imports/schemas");
  if (values["list-presets"]) {
    for (const preset of IMPORT_PRESETS) console.log(`${preset.id.padEnd(24)}${preset.kind}`);
    return;
  }
  const preset = values.preset ? findPreset(values.preset) : undefined;
  if (values.preset && !preset) {
    const known = IMPORT_PRESETS.map(({ id }) => id).join(", ");
    throw new UsageError(`There is no preset ${values.preset}; the presets are ${known}.`);
  }
  const kind = values.kind ?? preset?.kind;
  if (!kind) throw new UsageError("Say what the file holds: --preset NAME, or --kind with --map FILE.json.");
  if (!IMPORT_KINDS.includes(kind as ImportKind)) {
    throw new UsageError(`--kind ${kind} is not one of ${IMPORT_KINDS.join(", ")}.`);
  }
  await runCall({
    file: requireFile(positionals),
    kind: kind as ImportKind,
    preset: preset?.id,
    map: values.map ? readMap(values.map) : undefined,
    merchant: values.merchant,
    currency: values.currency,
    timeZone: values.timezone,
    owner: values.owner,
    rejections: values.rejections,
    dataDir: resolve(values["data-dir"] ?? process.env.ZHANGGUI_DATA_DIR ?? ".data"),
    isJson: values.json ?? false,
  });
}

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        preset: text,
        map: text,
        kind: text,
        merchant: text,
        currency: text,
        timezone: text,
        owner: text,
        rejections: text,
        "data-dir": text,
        json: flag,
        help: flag,
        "list-presets": flag,
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/[.\n]/)[0]}: see npm run import -- --help.`);
  }
}

function requireFile(positionals: string[]): string {
  if (positionals.length !== 1) throw new UsageError(`Name one file to import.\n${USAGE}`);
  const file = resolve(positionals[0]!);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`There is no file ${positionals[0]}.`);
  if (!found.isFile()) throw new UsageError(`${positionals[0]} is not a file.`);
  return file;
}

function readMap(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new UsageError(`The map ${path} cannot be read: ${(error as Error).message}`);
  }
}

async function runCall(call: Call): Promise<void> {
  await refuseUnreadable(call);
  const { openCommandDatabase } = await import("./import/database");
  const { findOrCreateMerchant } = await import("./import/merchant");
  const opened = await openCommandDatabase(call.dataDir);
  try {
    const merchant = await findOrCreateMerchant(opened.ownerUrl, call);
    await importInto(merchant, call);
  } finally {
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
    await opened.stop();
  }
}

/** Before a shop is created for a file that cannot be imported. */
async function refuseUnreadable(call: Call): Promise<void> {
  const { checkHeader } = await import("@/lib/data/imports");
  const { importSettingsInput } = await import("@/lib/data/imports/schemas");
  const { parseInput } = await import("@/lib/core/parse");
  const settings = parseInput(importSettingsInput, { kind: call.kind, preset: call.preset, map: call.map });
  await checkHeader(createReadStream(call.file), settings);
}

async function importInto(merchant: { id: string; name: string }, call: Call): Promise<void> {
  const { importFile, streamRejections } = await import("@/lib/data/imports");
  const { systemContext } = await import("@/lib/core/context");
  const { newId } = await import("@/lib/core/ids");
  const { printProgress, printSummary } = await import("./import/report");
  const ctx = systemContext(merchant.id, "import command", newId());
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort(new UsageError("Stopped; nothing was imported.")));
  const startedAt = performance.now();
  const show = printProgress(call.isJson);
  const result = await importFile(
    ctx,
    {
      kind: call.kind,
      preset: call.preset,
      map: call.map as never,
      fileName: basename(call.file),
      stream: createReadStream(call.file),
    },
    { signal: abort.signal, onProgress: show.update },
  );
  show.end();
  const seconds = (performance.now() - startedAt) / 1000;
  if (result.status !== "succeeded") throw new UsageError(result.error ?? `The import ${result.status}.`);
  if (call.rejections) await writeRejections(result, call.rejections, () => streamRejections(ctx, result));
  printSummary({ merchant, result, seconds, backendPid: show.backendPid(), isJson: call.isJson });
}

async function writeRejections(
  result: ImportDto,
  target: string,
  open: () => Promise<{ stream: ReadableStream<Uint8Array> }>,
): Promise<void> {
  if (result.rows.rejected === 0) return;
  const { stream } = await open();
  await pipeline(Readable.fromWeb(stream as never), createWriteStream(target));
}

main().catch(async (error: Error) => {
  const { AppError } = await import("@/lib/core/errors");
  const isPlain =
    error instanceof UsageError || error instanceof AppError || error.name.endsWith("ServerError");
  console.error(isPlain ? error.message : error);
  process.exitCode = 1;
});
