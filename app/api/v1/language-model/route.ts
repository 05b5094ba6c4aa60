import { route } from "@/lib/platform/http/route";
import { getLanguageModel, removeLanguageModel, setLanguageModel } from "@/lib/platform/llm";
import { languageModelDto, setLanguageModelInput } from "@/lib/platform/llm/schemas";

export const GET = route({
  id: "getLanguageModel",
  method: "GET",
  path: "/language-model",
  summary: "The shop's language model without its key, and what it used in the last thirty days",
  tag: "Language model",
  permission: "settings:write",
  response: languageModelDto,
  handler: ({ ctx }) => getLanguageModel(ctx),
});

export const PUT = route({
  id: "setLanguageModel",
  method: "PUT",
  path: "/language-model",
  summary: "Set up the shop's language model: any endpoint that speaks the chat-completions protocol",
  tag: "Language model",
  permission: "settings:write",
  body: setLanguageModelInput,
  response: languageModelDto,
  handler: ({ ctx, body }) => setLanguageModel(ctx, body),
});

export const DELETE = route({
  id: "removeLanguageModel",
  method: "DELETE",
  path: "/language-model",
  summary: "Take the shop's language model away, with its key",
  tag: "Language model",
  permission: "settings:write",
  response: languageModelDto,
  handler: ({ ctx }) => removeLanguageModel(ctx),
});
