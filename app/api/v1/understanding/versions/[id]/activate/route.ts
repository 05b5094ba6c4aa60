import { route } from "@/lib/platform/http/route";
import { activateVersion } from "@/lib/service/understanding";
import { understandingStatusDto, versionIdInput } from "@/lib/service/understanding/schemas";

export const POST = route({
  id: "activateHeadVersion",
  method: "POST",
  path: "/understanding/versions/{id}/activate",
  summary: "Let a version, or the shipped model (`shipped`), read messages from now on",
  tag: "Understanding",
  permission: "understanding:manage",
  params: versionIdInput,
  response: understandingStatusDto,
  handler: ({ ctx, params }) => activateVersion(ctx, params),
});
