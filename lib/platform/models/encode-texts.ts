import { detectLanguage, type EncodedText } from "@/lib/intelligence/text";
import { loadTextModel, runTextModel } from "./text-model";

const BATCH = 32;

/**
 * Texts as a shop's head learns and reads them: the embedding, and the base model's logits at the temperature of the
 * text's language. In batches, so that other work of the process gets its turn.
 *
 * @param onProgress gets the share that is done, 0–1, after each batch.
 */
export async function encodeTexts(
  texts: readonly string[],
  onProgress: (done: number) => Promise<void> = async () => {},
): Promise<EncodedText[]> {
  const { card } = await loadTextModel();
  const encoded: EncodedText[] = [];
  for (let start = 0; start < texts.length; start += BATCH) {
    const batch = texts.slice(start, start + BATCH);
    for (const [i, { embedding, intentLogits }] of (await runTextModel(batch)).entries()) {
      const temperature = card.temperatures[detectLanguage(batch[i]!).language];
      encoded.push({ embedding, logits: intentLogits.map((logit) => logit / temperature) });
    }
    await onProgress(encoded.length / texts.length);
  }
  return encoded;
}
