import type { Context } from "@/lib/core/context";
import { parseInput } from "@/lib/core/parse";
import { requirePermission } from "@/lib/core/permissions";
import { explainText as weighWords } from "@/lib/intelligence/explain";
import { MAX_TEXT_LENGTH } from "@/lib/intelligence/text";
import { readProbabilities, understandText } from "@/lib/platform/models/understand-text";
import { readShop } from "./analyze-texts";
import { type ExplainedTextDto, type ExplainTextInput, explainTextInput } from "./schemas";

/**
 * Says how much each word of a text speaks for the intent that it was given, as this shop's messages are read; weights
 * are differences of probability. Of a long text the part that the model reads is explained.
 */
export async function explainText(ctx: Context, raw: ExplainTextInput): Promise<ExplainedTextDto> {
  requirePermission(ctx, "understanding:use");
  const { text: given, method } = parseInput(explainTextInput, raw);
  const text = given.slice(0, MAX_TEXT_LENGTH).toWellFormed();
  const options = await readShop(ctx);
  const { language, intent } = await understandText(text, options);
  const predict = (texts: string[]) => readProbabilities(texts, intent.id, language, options.reader);
  const { tokens, stability } = await weighWords({ text, method, predict });
  return { intent: { id: intent.id, confidence: intent.confidence }, tokens, stability };
}
