import { z } from "zod";
import { route } from "@/lib/platform/http/route";
import { removeExamples } from "@/lib/service/understanding";
import { intentIdInput, merchantIntentDto } from "@/lib/service/understanding/schemas";

export const DELETE = route({
  id: "removeIntentExample",
  method: "DELETE",
  path: "/understanding/intents/{id}/examples/{exampleId}",
  summary: "Remove an example; one that is not there any more is passed over",
  tag: "Understanding",
  permission: "understanding:manage",
  params: intentIdInput.extend({ exampleId: z.uuid() }),
  response: merchantIntentDto,
  handler: ({ ctx, params }) => removeExamples(ctx, { id: params.id, exampleIds: [params.exampleId] }),
});
