import type { AutomaticSpeechRecognitionPipeline, Tensor } from "@xenova/transformers";

/** The languages that a shop's customers speak most; others win only when likelier than all of them together. */
const EXPECTED = ["zh", "en", "es"];

/** What the library's types leave out of the model and its processor. */
interface WhisperParts {
  processor: (samples: Float32Array) => Promise<{ input_features: Tensor }>;
  model: ((inputs: Record<string, Tensor>) => Promise<{ logits: Tensor }>) & {
    generation_config: { lang_to_id?: Record<string, number>; decoder_start_token_id: number };
  };
}

/**
 * The language of a recording as Whisper does it (Radford et al. 2022, 2.3): the likeliest language token after the
 * start token, heard from the first 30 s. The library itself would take everything for English.
 * @returns a code such as "zh"; null for a model of English alone.
 */
export async function detectSpokenLanguage(
  recogniser: AutomaticSpeechRecognitionPipeline,
  samples: Float32Array,
): Promise<string | null> {
  const { processor, model } = recogniser as unknown as WhisperParts;
  const { lang_to_id: languages, decoder_start_token_id: start } = model.generation_config;
  if (!languages) return null;
  const { Tensor } = await import("@xenova/transformers");
  const { input_features } = await processor(samples);
  const decoder_input_ids = new Tensor("int64", BigInt64Array.of(BigInt(start)), [1, 1]);
  const { logits } = await model({ input_features, decoder_input_ids });
  return chooseLanguage(languages, logits.data as Float32Array);
}

/** @param languages token of each language, such as `<|en|>`. @param logits of the next token. */
export function chooseLanguage(languages: Record<string, number>, logits: Float32Array): string {
  const ranked = Object.entries(languages)
    .map(([token, id]) => ({ code: token.slice(2, -2), weight: Math.exp(logits[id]!) }))
    .sort((a, b) => b.weight - a.weight);
  const expected = ranked.filter(({ code }) => EXPECTED.includes(code));
  const total = expected.reduce((sum, { weight }) => sum + weight, 0);
  return (ranked[0]!.weight > total ? ranked[0] : expected[0])!.code;
}
