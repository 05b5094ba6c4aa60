import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { MAX_RECORD_CHARACTERS } from "../limits";
import type { RawRecord } from "./raw-record";
import { openRecords, type ReadOptions } from "./read-records";

/** The bytes in pieces of `size`, so that characters and lines are cut anywhere. */
async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Buffer, options: ReadOptions & { size?: number } = {}) {
  const file = await openRecords(pieces(Buffer.from(content), options.size ?? 7), options);
  const records: RawRecord[] = [];
  let columns: string[] = [];
  for await (const batch of file.batches) {
    records.push(...batch.records);
    columns = batch.columns;
  }
  return { ...file, columns, records, values: records.map((record) => record.values) };
}

describe("CSV", () => {
  it("reads the same records plain, gzipped, with a byte order mark and with CRLF", async () => {
    const text = "id,name\n1,Ana\n2,Bo\n";
    const expected = [
      ["1", "Ana"],
      ["2", "Bo"],
    ];
    for (const content of [
      Buffer.from(text),
      gzipSync(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text.replaceAll("\n", "\r\n")),
      Buffer.from(`\ufeff${text}`, "utf16le"),
    ]) {
      const { columns, values } = await read(content);
      expect(columns).toEqual(["id", "name"]);
      expect(values).toEqual(expected);
    }
  });

  it("keeps quoted delimiters, line breaks and doubled quotes, and quotes inside plain cells", async () => {
    const { values } = await read('id;name\n1;"a;b\nc ""d"""\n2;5" screen\n');
    expect(values).toEqual([
      ["1", 'a;b\nc "d"'],
      ["2", '5" screen'],
    ]);
  });

  it("puts characters together that arrive in pieces of one byte", async () => {
    const { values } = await read("id,名称\n1,白色心形吊灯 🏮 ñandú\n", { size: 1 });
    expect(values).toEqual([["1", "白色心形吊灯 🏮 ñandú"]]);
  });

  it("reads GB 18030 when told so", async () => {
    const bytes = Buffer.concat([Buffer.from("id,"), Buffer.from([0xc3, 0xfb]), Buffer.from("\n1,x\n")]);
    const { columns } = await read(bytes, { encoding: "gb18030" });
    expect(columns).toEqual(["id", "名"]);
  });

  it("tells tabs and semicolons from commas and names repeated and empty columns apart", async () => {
    expect((await read("a\tb\tb\t\n1\t2\t3\t4\n")).columns).toEqual(["a", "b", "b (2)", "column 4"]);
  });

  it("sets a row with too few or too many cells aside and goes on", async () => {
    const { records } = await read("a,b\n1\n1,2\n1,2,3\n");
    expect(records.map((record) => record.problem?.code)).toEqual([
      "column_count",
      undefined,
      "column_count",
    ]);
    expect(records.map((record) => record.rowNumber)).toEqual([1, 2, 3]);
  });

  it("cuts batches by number of records", async () => {
    const file = await openRecords(pieces(Buffer.from("a\n1\n2\n3\n"), 4), { batchRecords: 2 });
    const sizes: number[] = [];
    for await (const batch of file.batches) sizes.push(batch.records.length);
    expect(sizes).toEqual([2, 1]);
  });
});

describe("a file that cannot be read", () => {
  const rejects = (content: string | Buffer, message: RegExp) =>
    expect(read(content, { size: 64 * 1024 })).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringMatching(message),
    });

  it("says why", async () => {
    await rejects("", /empty/);
    await rejects("  \n ", /no records/);
    await rejects('a,b\n1,"open\n2,x\n', /quote .* never closed/);
    await rejects(Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /workbook/);
    await rejects(Buffer.from([1, 2, 0, 250, 0, 9]), /not a text file/);
    await rejects(
      Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xff, 0x2c, 0x31, 0x0a]),
      /not UTF-8 after about line/,
    );
    await rejects('[{"a":1}]', /JSON array/);
    await rejects(`a\n${"x".repeat(MAX_RECORD_CHARACTERS + 10)}\n`, /longer than/);
    await rejects(`{"a":"${"x".repeat(MAX_RECORD_CHARACTERS + 10)}`, /longer than/);
  });

  it("says that a gzip file is cut off or damaged", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => `${index},${(index * 7919) % 1000}`).join("\n");
    const gzip = gzipSync(`a,b\n${rows}\n`);
    await rejects(gzip.subarray(0, gzip.length / 2), /cut off/);
    const damaged = Buffer.from(gzip);
    damaged.fill(0xee, 2000, 2100);
    await rejects(damaged, /damaged|cut off/);
  });

  it("lets the head of a file end anywhere", async () => {
    const gzip = gzipSync(`a,b\n${'1,"x"\n'.repeat(20_000)}`);
    const { values } = await read(gzip.subarray(0, gzip.length - 40), { isHead: true, size: 1024 });
    expect(values[0]).toEqual(["1", "x"]);
  });
});

describe("JSON lines", () => {
  it("flattens objects, lets columns grow and sets bad lines aside", async () => {
    const { columns, records } = await read(
      '{"id":1,"name":{"en":"Lamp"}}\nnot json\n\n{"id":2,"price":3.5}\n',
    );
    expect(columns).toEqual(["id", "name.en", "price"]);
    expect(records[0]?.values).toEqual(["1", "Lamp"]);
    expect(records[1]?.problem?.code).toBe("bad_json");
    expect(records[2]?.values).toEqual(["2", "", "3.5"]);
  });
});
