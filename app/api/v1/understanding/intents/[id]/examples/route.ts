import { page, pageInput } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { addExamples, listExamples } from "@/lib/service/understanding";
import {
  addExamplesBody,
  addedExamplesDto,
  intentExampleDto,
  intentIdInput,
} from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "listIntentExamples",
  method: "GET",
  path: "/understanding/intents/{id}/examples",
  summary: "List an intent's examples, newest first",
  tag: "Understanding",
  permission: "understanding:read",
  params: intentIdInput,
  query: pageInput,
  response: page(intentExampleDto),
  handler: ({ ctx, params, query }) => listExamples(ctx, { ...params, ...query }),
});

export const POST = route({
  id: "addIntentExamples",
  method: "POST",
  path: "/understanding/intents/{id}/examples",
  summary: "Add examples to an intent; each is stored or turned away by itself",
  tag: "Understanding",
  permission: "understanding:manage",
  params: intentIdInput,
  body: addExamplesBody,
  response: addedExamplesDto,
  handler: ({ ctx, params, body }) => addExamples(ctx, { ...params, ...body }),
});
