import type { RouteDefinition, RouteHandler } from "@/lib/platform/http/route";
import * as apiKey from "./api-keys/[id]/route";
import * as apiKeys from "./api-keys/route";
import * as auditLog from "./audit-log/route";

/** Every route module of the API, for the OpenAPI document. A test finds files that are missing here. */
const MODULES: readonly object[] = [apiKeys, apiKey, auditLog];

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

export function routeDefinitions(): RouteDefinition[] {
  return MODULES.flatMap((module) =>
    METHODS.map((method) => (module as Partial<Record<string, RouteHandler>>)[method]?.definition).filter(
      (definition): definition is RouteDefinition => definition !== undefined,
    ),
  );
}
