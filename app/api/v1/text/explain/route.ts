import { route } from "@/lib/platform/http/route";
import { explainText } from "@/lib/service/understanding";
import { explainedTextDto, explainTextInput } from "@/lib/service/understanding/schemas";

export const POST = route({
  id: "explainText",
  method: "POST",
  path: "/text/explain",
  summary: "How much each word of a text speaks for its intent, by LIME or SHAP",
  tag: "Understanding",
  permission: "understanding:use",
  body: explainTextInput,
  response: explainedTextDto,
  handler: ({ ctx, body }) => explainText(ctx, body),
});
