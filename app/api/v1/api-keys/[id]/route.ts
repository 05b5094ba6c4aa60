import { revokeApiKey } from "@/lib/platform/api-keys";
import { apiKeyIdInput } from "@/lib/platform/api-keys/schemas";
import { route } from "@/lib/platform/http/route";

export const DELETE = route({
  id: "revokeApiKey",
  method: "DELETE",
  path: "/api-keys/{id}",
  summary: "Revoke an API key at once",
  tag: "Platform",
  permission: "api-keys:write",
  params: apiKeyIdInput,
  status: 204,
  handler: ({ ctx, params }) => revokeApiKey(ctx, params),
});
