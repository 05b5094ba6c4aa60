import { route } from "@/lib/platform/http/route";
import { archiveIntent, changeIntent } from "@/lib/service/understanding";
import { changeIntentBody, intentIdInput, merchantIntentDto } from "@/lib/service/understanding/schemas";

export const PATCH = route({
  id: "changeMerchantIntent",
  method: "PATCH",
  path: "/understanding/intents/{id}",
  summary: "Rename or describe an intent, archive it or take it back",
  tag: "Understanding",
  permission: "understanding:manage",
  params: intentIdInput,
  body: changeIntentBody,
  response: merchantIntentDto,
  handler: ({ ctx, params, body }) => changeIntent(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "archiveMerchantIntent",
  method: "DELETE",
  path: "/understanding/intents/{id}",
  summary: "Archive an intent: no further message is understood as it",
  tag: "Understanding",
  permission: "understanding:manage",
  params: intentIdInput,
  response: merchantIntentDto,
  handler: ({ ctx, params }) => archiveIntent(ctx, params),
});
