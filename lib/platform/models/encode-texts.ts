import { detectLanguage, type EncodedText } from "@/lib/intelligence/text";
import { loadTextModel, runTextModel } from "./text-model";

/** Texts between two reports of progress. */
const PART = 32;

/**
 * Texts as a shop's head learns and reads them: the embedding, and the base model's logits at the temperature of the
 * text's language.
 *
 * @param onProgress gets the share that is done, 0–1, now and then.
 */
export async function encodeTexts(
  texts: readonly string[],
  onProgress: (done: number) => Promise<void> = async () => {},
): Promise<EncodedText[]> {
  const { card } = await loadTextModel();
  const encoded: EncodedText[] = [];
  for (let start = 0; start < texts.length; start += PART) {
    const part = texts.slice(start, start + PART);
    for (const [i, { embedding, intentLogits }] of (await runTextModel(part)).entries()) {
      const temperature = card.temperatures[detectLanguage(part[i]!).language];
      encoded.push({ embedding, logits: intentLogits.map((logit) => logit / temperature) });
    }
    await onProgress(encoded.length / texts.length);
  }
  return encoded;
}
