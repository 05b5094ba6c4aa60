import { Tokenizer } from "@huggingface/tokenizers";
import type { ModelFiles } from "./model-files";

/** Turns a normalised text into the ids of its pieces, as transformers.js does on the server. */
export type EncodeText = (text: string) => BigInt64Array;

/** A tokenizer of the model's files. Longer texts are cut off at the model's length, like on the server. */
export function createEncoder({
  tokenizer,
  tokenizerConfig,
}: Pick<ModelFiles, "tokenizer" | "tokenizerConfig">): EncodeText {
  const pieces = new Tokenizer(tokenizer, tokenizerConfig);
  return (text) => {
    const { ids } = pieces.encode(text);
    return BigInt64Array.from(ids.slice(0, tokenizerConfig.model_max_length), BigInt);
  };
}
