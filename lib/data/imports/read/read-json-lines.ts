import { MAX_BATCH_CHARACTERS, MAX_COLUMNS, MAX_RECORD_CHARACTERS } from "../limits";
import { fileError } from "./file-error";
import type { RawRecord, RecordBatch } from "./raw-record";

/** JSON lines: one object a line. Nested objects become `outer.inner` columns; columns grow as they appear. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  options: { batchRecords: number; isHead: boolean },
): AsyncGenerator<RecordBatch> {
  const places = new Map<string, number>();
  const columns: string[] = [];
  let records: RawRecord[] = [];
  let rowNumber = 0;
  let characters = 0;
  for await (const line of splitLines(text, options.isHead)) {
    if (line.trim() === "") continue;
    rowNumber += 1;
    records.push(parseLine(line, rowNumber, places, columns));
    characters += line.length;
    if (records.length < options.batchRecords && characters < MAX_BATCH_CHARACTERS) continue;
    yield { columns: [...columns], records };
    records = [];
    characters = 0;
  }
  yield { columns: [...columns], records };
}

async function* splitLines(text: AsyncIterable<string>, isHead: boolean): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_RECORD_CHARACTERS) {
      throw fileError(`A line is longer than ${MAX_RECORD_CHARACTERS} characters: write one object a line.`);
    }
    yield* lines;
  }
  if (!isHead) yield rest;
}

function parseLine(
  line: string,
  rowNumber: number,
  places: Map<string, number>,
  columns: string[],
): RawRecord {
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    object = undefined;
  }
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    const values = [line.slice(0, 1000).toWellFormed()];
    return { rowNumber, values, problem: { code: "bad_json", message: "This line is not a JSON object." } };
  }
  const values: string[] = [];
  for (const [name, value] of flatten(object as Record<string, unknown>, "")) {
    let place = places.get(name);
    if (place === undefined) {
      if (columns.length >= MAX_COLUMNS) throw fileError(`The file has more than ${MAX_COLUMNS} columns.`);
      place = columns.push(name) - 1;
      places.set(name, place);
    }
    values[place] = value;
  }
  for (let place = 0; place < columns.length; place++) values[place] ??= "";
  return { rowNumber, values };
}

function* flatten(object: Record<string, unknown>, prefix: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(object)) {
    const name = (prefix + key).toWellFormed();
    if (value === null || value === undefined) yield [name, ""];
    else if (Array.isArray(value)) yield [name, JSON.stringify(value).toWellFormed()];
    else if (typeof value === "object") yield* flatten(value as Record<string, unknown>, `${name}.`);
    else yield [name, String(value).toWellFormed()];
  }
}
