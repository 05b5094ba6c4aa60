import { afterEach, describe, expect, it, vi } from "vitest";
import type { Progress } from "./messages";
import { fetchModelFiles, readBytes, readChecksums } from "./model-files";

const ORIGIN = "https://desk.example";
const FOLDER = `${ORIGIN}/models/zhanggui-text`;
const digest = (letter: string) => letter.repeat(64);
const SUMS = ["tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]
  .map((name, i) => `${digest("abc"[i]!)}  ${name}\n`)
  .join("");

/** A desk that serves these files; keeps what it was asked for. */
function serve(files: Record<string, string | Response>) {
  const asked: [string, RequestCache | undefined][] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    asked.push([url.replace(`${FOLDER}/`, ""), init.cache]);
    const file = files[new URL(url).pathname.replace("/models/zhanggui-text/", "")];
    return file instanceof Response
      ? file
      : new Response(file ?? "", { status: file === undefined ? 404 : 200 });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const FILES = {
  "card.json": '{"id":"m","version":"7"}',
  SHA256SUMS: SUMS,
  "tokenizer.json": '{"model":{}}',
  "tokenizer_config.json": '{"model_max_length":128}',
  "onnx/model_quantized.onnx": "weights",
};

describe("the model's files", () => {
  it("carry their checksum in the address, and only what names them is asked for anew", async () => {
    const asked = serve(FILES);
    const files = await fetchModelFiles(ORIGIN, () => {});
    expect(files.card).toEqual({ id: "m", version: "7" });
    expect(new TextDecoder().decode(files.weights)).toBe("weights");
    expect(asked).toEqual([
      ["card.json", "no-cache"],
      ["SHA256SUMS", "no-cache"],
      [`tokenizer.json?v=${"a".repeat(32)}`, "default"],
      [`tokenizer_config.json?v=${"b".repeat(32)}`, "default"],
      [`onnx/model_quantized.onnx?v=${"c".repeat(32)}`, "default"],
    ]);
  });

  it("that are missing, or not named, are said by name", async () => {
    serve({ ...FILES, "onnx/model_quantized.onnx": new Response("", { status: 503 }) });
    await expect(fetchModelFiles(ORIGIN, () => {})).rejects.toThrow(/model_quantized\.onnx\S* answered 503/);
    serve({ ...FILES, SHA256SUMS: "" });
    await expect(fetchModelFiles(ORIGIN, () => {})).rejects.toThrow(/does not name tokenizer\.json/);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("refused")));
    await expect(fetchModelFiles(ORIGIN, () => {})).rejects.toThrow(`${FOLDER}/card.json cannot be reached.`);
  });
});

it("checksums are read as sha256sum writes them, and anything else is passed over", () => {
  const sums = readChecksums(`${digest("a")}  one.json\n${digest("b")} *onnx/two\n# note\nshort  three\n`);
  expect([...sums]).toEqual([
    ["one.json", "a".repeat(32)],
    ["onnx/two", "b".repeat(32)],
  ]);
});

describe("the weights", () => {
  const body = (...parts: number[]) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const length of parts) controller.enqueue(new Uint8Array(length).fill(length));
        controller.close();
      },
    });
  const read = async (stream: ReadableStream, headers: Record<string, string>) => {
    const told: Progress[] = [];
    const bytes = await readBytes(new Response(stream, { headers }), (progress) => told.push(progress));
    return { bytes: [...bytes], told };
  };

  it("are told as they come", async () => {
    const { bytes, told } = await read(body(2, 1), { "Content-Length": "3" });
    expect(bytes).toEqual([2, 2, 1]);
    expect(told).toEqual([
      { loadedBytes: 2, totalBytes: 3 },
      { loadedBytes: 3, totalBytes: 3 },
    ]);
  });

  it("come without an end in sight where their length is not said, or is that of the compressed body", async () => {
    expect((await read(body(2), {})).told).toEqual([{ loadedBytes: 0, totalBytes: null }]);
    const compressed = { "Content-Length": "1", "Content-Encoding": "gzip" };
    expect((await read(body(2), compressed)).bytes).toEqual([2, 2]);
  });

  it("that are shorter or longer than said are refused", async () => {
    await expect(read(body(2), { "Content-Length": "3" })).rejects.toThrow(/ended too early/);
    await expect(read(body(2, 2), { "Content-Length": "3" })).rejects.toThrow(/longer than it says/);
  });
});
