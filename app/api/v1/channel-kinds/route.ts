import { page } from "@/lib/core/pagination";
import { listChannelKinds } from "@/lib/platform/channels";
import { channelKindDto } from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listChannelKinds",
  method: "GET",
  path: "/channel-kinds",
  summary: "List the platforms that can be connected, each with the settings it takes",
  tag: "Channels",
  permission: "settings:write",
  response: page(channelKindDto),
  handler: ({ ctx }) => listChannelKinds(ctx),
});
