import { route } from "@/lib/platform/http/route";
import { dismissAlert } from "@/lib/service/understanding";
import { alertDto, alertIdInput } from "@/lib/service/understanding/schemas";

export const POST = route({
  id: "dismissUnderstandingAlert",
  method: "POST",
  path: "/understanding/alerts/{id}/dismiss",
  summary: "Close an alert that somebody has seen",
  tag: "Understanding",
  permission: "understanding:manage",
  params: alertIdInput,
  response: alertDto,
  handler: ({ ctx, params }) => dismissAlert(ctx, params),
});
