import { env } from "@/lib/core/env";
import { toOpenApi } from "@/lib/platform/http/openapi";
import { routeDefinitions } from "../_manifest";

/** The contract, for programs. Public: it names no shop and no secret. */
export function GET(): Response {
  return Response.json(toOpenApi(routeDefinitions(), env().ZHANGGUI_URL));
}
