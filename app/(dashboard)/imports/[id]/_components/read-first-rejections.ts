import { parse } from "csv-parse/sync";
import type { Context } from "@/lib/core/context";
import { streamRejections } from "@/lib/data/imports";

export interface ShownRejection {
  rowNumber: string;
  code: string;
  message: string;
  /** The row as it stood, column by column, as far as it is filled. */
  cells: { column: string; value: string }[];
}

const SHOWN = 20;
const OWN_COLUMNS = 4;

/** The beginning of the quarantine, read off the download itself: page and file can never disagree. */
export async function readFirstRejections(ctx: Context, id: string): Promise<ShownRejection[]> {
  const { stream } = await streamRejections(ctx, { id });
  const text = await readPages(stream.getReader(), 2);
  const [header = [], ...rows] = parse(text, {
    bom: true,
    to: SHOWN + 1,
    relax_column_count: true,
  }) as string[][];
  return rows.map(([rowNumber = "", code = "", message = "", _amount, ...cells]) => ({
    rowNumber,
    code,
    message,
    cells: cells
      .map((value, index) => ({ column: header[index + OWN_COLUMNS] ?? "", value }))
      .filter(({ value }) => value !== ""),
  }));
}

/** The stream's first chunk is the header, its second the first thousand rows. */
async function readPages(reader: ReadableStreamDefaultReader<Uint8Array>, count: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (let page = 0; page < count; page++) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}
