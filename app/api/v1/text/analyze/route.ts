import { route } from "@/lib/platform/http/route";
import { analyzeTexts } from "@/lib/service/understanding";
import { analyzedTextsDto, analyzeTextsInput } from "@/lib/service/understanding/schemas";

export const POST = route({
  id: "analyzeTexts",
  method: "POST",
  path: "/text/analyze",
  summary: "Language, intent, sentiment and entities of up to 256 texts; nothing is stored",
  tag: "Understanding",
  permission: "understanding:use",
  body: analyzeTextsInput,
  response: analyzedTextsDto,
  handler: ({ ctx, body }) => analyzeTexts(ctx, body),
});
