import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { listAlerts } from "@/lib/service/understanding";
import { alertDto, listAlertsInput } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "listUnderstandingAlerts",
  method: "GET",
  path: "/understanding/alerts",
  summary: "List alerts about messages being understood worse than before",
  tag: "Understanding",
  permission: "understanding:read",
  query: listAlertsInput,
  response: page(alertDto),
  handler: ({ ctx, query }) => listAlerts(ctx, query),
});
