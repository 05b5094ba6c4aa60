import type { NextRequest } from "next/server";
import { z } from "zod";
import { maxCallBytes, receiveCall } from "@/lib/platform/channels";
import { CHANNEL_KINDS } from "@/lib/platform/channels/adapter";
import { readAtMost } from "@/lib/platform/http/read-body";
import { route } from "@/lib/platform/http/route";

const params = z.object({ kind: z.enum(CHANNEL_KINDS), token: z.string().regex(/^[\w-]{20,100}$/) });
const shared = {
  path: "/channels/{kind}/{token}/webhook",
  tag: "Channels",
  auth: "public",
  params,
  responseType: "text/plain",
  // A platform calls for all its users from a few addresses; each account has a limit of its own.
  requestsPerMinute: 6_000,
} as const;

export const GET = route({
  id: "verifyChannelAddress",
  method: "GET",
  summary: "A platform asks whether this address is the desk's; answered in the platform's own way",
  ...shared,
  handler: ({ request, params, ctx }) => answer(request, "GET", params, ctx.requestId),
});

export const POST = route({
  id: "receiveChannelCall",
  method: "POST",
  summary:
    "A platform brings messages and news of them (at most 1 MiB, mails 25 MiB); checked by the platform's own signature",
  streamedBody: ["application/json", "application/xml", "text/xml", "message/rfc822", "multipart/form-data"],
  ...shared,
  handler: ({ request, params, ctx }) => answer(request, "POST", params, ctx.requestId),
});

async function answer(
  request: NextRequest,
  method: "GET" | "POST",
  address: z.output<typeof params>,
  requestId: string,
): Promise<Response> {
  const call = {
    method,
    query: request.nextUrl.searchParams,
    headers: Object.fromEntries(request.headers),
    body: method === "GET" ? new Uint8Array() : await readAtMost(request, maxCallBytes(address.kind)),
  };
  const { status, contentType, body } = await receiveCall(address, call, requestId);
  const headers = { "Content-Type": contentType, "X-Content-Type-Options": "nosniff" };
  return new Response(body, { status, headers });
}
