import { page } from "@/lib/core/pagination";
import { route } from "@/lib/platform/http/route";
import { listReviewQueue } from "@/lib/service/understanding";
import { reviewItemDto, reviewQueueInput } from "@/lib/service/understanding/schemas";

export const GET = route({
  id: "listReviewQueue",
  method: "GET",
  path: "/understanding/review-queue",
  summary: "List customer messages that a person should look at, and why",
  tag: "Understanding",
  permission: "understanding:read",
  query: reviewQueueInput,
  response: page(reviewItemDto),
  handler: ({ ctx, query }) => listReviewQueue(ctx, query),
});
