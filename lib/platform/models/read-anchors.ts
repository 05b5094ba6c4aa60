import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { TEXT_MODEL } from "./text-model-name";

const anchorLine = z.object({ text: z.string(), lang: z.string(), intent: z.string() });
/** A text of the shipped model's own corpus, with its intent: what a head must not forget. */
export type Anchor = z.infer<typeof anchorLine>;

/** The anchors that come with the model (JSON lines); none where it has none. */
export async function readAnchors(): Promise<Anchor[]> {
  const file = path.join(process.cwd(), "public", "models", TEXT_MODEL, "anchors.jsonl");
  const lines = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return lines
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => anchorLine.parse(JSON.parse(line)));
}
