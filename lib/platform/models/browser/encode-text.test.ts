import { readFileSync } from "node:fs";
import path from "node:path";
import { AutoTokenizer, env } from "@xenova/transformers";
import { expect, it } from "vitest";
import { normalizeText } from "@/lib/intelligence/text";
import { TEXT_MODEL } from "../text-model-name";
import { createEncoder } from "./encode-text";

const models = path.join(process.cwd(), "public", "models");
const readModelFile = (name: string) => JSON.parse(readFileSync(path.join(models, TEXT_MODEL, name), "utf8"));

it("gives the ids that the server's tokenizer gives, also for texts that are cut off", async () => {
  env.allowRemoteModels = false;
  env.localModelPath = models;
  const server = await AutoTokenizer.from_pretrained(TEXT_MODEL);
  const encode = createEncoder({
    tokenizer: readModelFile("tokenizer.json"),
    tokenizerConfig: readModelFile("tokenizer_config.json"),
  });
  const texts = [
    ...readFileSync("training/corpus/held-out.jsonl", "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text),
    ...["", "　", "👍🏽", "HP-20431?", "¿Dónde está mi pedido? ".repeat(80), "快递三天没动了".repeat(60)],
  ].map(normalizeText);
  expect(texts.length).toBeGreaterThan(900);
  for (const text of texts) {
    const { input_ids } = server(text, { padding: true, truncation: true });
    expect(encode(text), text).toEqual(input_ids.data);
  }
});
