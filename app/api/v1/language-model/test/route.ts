import { route } from "@/lib/platform/http/route";
import { testLanguageModel } from "@/lib/platform/llm";
import { modelTestDto } from "@/lib/platform/llm/schemas";

export const POST = route({
  id: "testLanguageModel",
  method: "POST",
  path: "/language-model/test",
  summary: "Ask the shop's language model something small: how long it takes, or why it does not answer",
  tag: "Language model",
  permission: "settings:write",
  response: modelTestDto,
  handler: ({ ctx }) => testLanguageModel(ctx),
});
