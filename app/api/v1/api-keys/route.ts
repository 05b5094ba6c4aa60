import { page, pageInput } from "@/lib/core/pagination";
import { createApiKey, listApiKeys } from "@/lib/platform/api-keys";
import { apiKeyDto, createApiKeyInput, createdApiKeyDto } from "@/lib/platform/api-keys/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listApiKeys",
  method: "GET",
  path: "/api-keys",
  summary: "List API keys, newest first",
  tag: "Platform",
  permission: "api-keys:read",
  query: pageInput,
  response: page(apiKeyDto),
  handler: ({ ctx, query }) => listApiKeys(ctx, query),
});

export const POST = route({
  id: "createApiKey",
  method: "POST",
  path: "/api-keys",
  summary: "Create an API key; the key is in this answer only",
  tag: "Platform",
  permission: "api-keys:write",
  body: createApiKeyInput,
  response: createdApiKeyDto,
  status: 201,
  redact: (body) => ({ ...(body as object), key: "[shown once]" }),
  handler: ({ ctx, body }) => createApiKey(ctx, body),
});
