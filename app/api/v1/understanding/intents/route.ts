import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { createIntent, listIntents } from "@/lib/service/understanding";
import { createIntentInput, listIntentsInput, merchantIntentDto } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "listMerchantIntents",
  method: "GET",
  path: "/understanding/intents",
  summary: "List the shop's own intents",
  tag: "Understanding",
  permission: "understanding:read",
  query: listIntentsInput,
  response: page(merchantIntentDto),
  handler: ({ ctx, query }) => listIntents(ctx, query),
});

export const POST = route({
  id: "createMerchantIntent",
  method: "POST",
  path: "/understanding/intents",
  summary: "Add an intent of the shop's own",
  tag: "Understanding",
  permission: "understanding:manage",
  body: createIntentInput,
  response: merchantIntentDto,
  status: 201,
  handler: ({ ctx, body }) => createIntent(ctx, body),
});
