import { rotateChannelAddress } from "@/lib/platform/channels";
import { channelAccountDto, channelAccountIdInput } from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "rotateChannelAddress",
  method: "POST",
  path: "/channel-accounts/{id}/rotate-address",
  summary: "Give an account a new address; the old one ends at once",
  tag: "Channels",
  permission: "settings:write",
  params: channelAccountIdInput,
  response: channelAccountDto,
  handler: ({ ctx, params }) => rotateChannelAddress(ctx, params),
});
