import { deleteChannelAccount, getChannelAccount, updateChannelAccount } from "@/lib/platform/channels";
import {
  channelAccountDto,
  channelAccountIdInput,
  updateChannelAccountInput,
} from "@/lib/platform/channels/schemas";
import { route } from "@/lib/platform/http/route";

const shared = {
  path: "/channel-accounts/{id}",
  tag: "Channels",
  permission: "settings:write",
  params: channelAccountIdInput,
} as const;

export const GET = route({
  id: "getChannelAccount",
  method: "GET",
  summary: "Get a connected account with its state and address",
  ...shared,
  response: channelAccountDto,
  handler: ({ ctx, params }) => getChannelAccount(ctx, params),
});

export const PATCH = route({
  id: "updateChannelAccount",
  method: "PATCH",
  summary: "Change an account's name or settings, or switch it off and on",
  ...shared,
  body: updateChannelAccountInput,
  response: channelAccountDto,
  handler: ({ ctx, params, body }) => updateChannelAccount(ctx, { ...params, ...body }),
});

export const DELETE = route({
  id: "deleteChannelAccount",
  method: "DELETE",
  summary: "Remove an account with its secrets; its conversations stay",
  ...shared,
  status: 204,
  handler: ({ ctx, params }) => deleteChannelAccount(ctx, params),
});
