import { recordEvents } from "@/lib/data/events";
import { type RecordEventsInput, recordEventsInput, recordedEventsDto } from "@/lib/data/events/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "recordEvents",
  method: "POST",
  path: "/events",
  summary: "Record up to 1,000 events",
  tag: "Shop",
  permission: "events:write",
  body: recordEventsInput,
  response: recordedEventsDto,
  handler: ({ ctx, body }) => recordEvents(ctx, body as RecordEventsInput),
});
