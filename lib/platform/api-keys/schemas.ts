import { z } from "zod";
import { PERMISSIONS } from "@/lib/core/permissions";

export const apiKeyDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** First characters, to recognise the key by. */
    prefix: z.string(),
    scopes: z.array(z.string()),
    requestsPerMinute: z.int(),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: "ApiKey" });
export type ApiKeyDto = z.infer<typeof apiKeyDto>;

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1, "Give the key a name.").max(80),
  scopes: z.array(z.enum(PERMISSIONS)).min(1, "Choose at least one scope."),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;

/** `key` is shown this once; only its hash is kept. */
export const createdApiKeyDto = apiKeyDto.extend({ key: z.string() }).meta({ id: "CreatedApiKey" });
export type CreatedApiKeyDto = z.infer<typeof createdApiKeyDto>;

export const apiKeyIdInput = z.object({ id: z.uuid() });
