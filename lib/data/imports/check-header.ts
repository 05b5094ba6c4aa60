import type { ByteSource } from "./read/decode-text";
import { openRecords } from "./read/read-records";
import { checkSettings, type ImportSettings, requireMap } from "./resolve-map";

/** Reads just the beginning of a file. @throws AppError `invalid_input` when it cannot be imported so */
export async function checkHeader(source: ByteSource, settings: ImportSettings): Promise<void> {
  checkSettings(settings);
  const opened = await openRecords(source, { encoding: settings.map?.encoding, batchRecords: 200 });
  const first = await opened.batches.next();
  await opened.batches.return(undefined);
  const { columns, records } = first.done ? { columns: [], records: [] } : first.value;
  requireMap(
    settings,
    columns,
    records.flatMap((record) => record.values),
  );
}
