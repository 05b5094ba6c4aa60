import { route } from "@/lib/platform/http/route";
import { getUnderstandingStatus, requestTraining } from "@/lib/service/understanding";
import { trainingRunDto, understandingStatusDto } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "getUnderstandingStatus",
  method: "GET",
  path: "/understanding/training",
  summary: "What reads messages now, what is new since the last training, and the latest training",
  tag: "Understanding",
  permission: "understanding:read",
  response: understandingStatusDto,
  handler: ({ ctx }) => getUnderstandingStatus(ctx),
});

export const POST = route({
  id: "requestTraining",
  method: "POST",
  path: "/understanding/training",
  summary: "Train in the background from what the shop has taught; one at a time",
  tag: "Understanding",
  permission: "understanding:manage",
  response: trainingRunDto,
  status: 202,
  handler: ({ ctx }) => requestTraining(ctx),
});
