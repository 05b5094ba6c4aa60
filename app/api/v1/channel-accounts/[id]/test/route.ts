import { testChannelAccount } from "@/lib/platform/channels";
import { channelAccountIdInput, connectionDto } from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "testChannelAccount",
  method: "POST",
  path: "/channel-accounts/{id}/test",
  summary: "Ask the platform whether the settings are right, and tell it the desk's address",
  tag: "Channels",
  permission: "settings:write",
  params: channelAccountIdInput,
  response: connectionDto,
  handler: ({ ctx, params }) => testChannelAccount(ctx, params),
});
