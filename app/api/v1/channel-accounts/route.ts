import { page, pageInput } from "@/lib/core/pagination";
import { createChannelAccount, listChannelAccounts } from "@/lib/platform/channels";
import { channelAccountDto, createChannelAccountInput } from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listChannelAccounts",
  method: "GET",
  path: "/channel-accounts",
  summary: "List the connected accounts of platforms, newest first",
  tag: "Channels",
  permission: "settings:write",
  query: pageInput,
  response: page(channelAccountDto),
  handler: ({ ctx, query }) => listChannelAccounts(ctx, query),
});

export const POST = route({
  id: "createChannelAccount",
  method: "POST",
  path: "/channel-accounts",
  summary: "Connect an account of a platform; its secrets are stored sealed and never shown again",
  tag: "Channels",
  permission: "settings:write",
  body: createChannelAccountInput,
  response: channelAccountDto,
  status: 201,
  handler: ({ ctx, body }) => createChannelAccount(ctx, body),
});
