import { route } from "@/lib/platform/http/route";
import { findMatchingCustomers, tellContactApart } from "@/lib/service/conversations";
import {
  conversationIdInput,
  matchingCustomersDto,
  tellContactApartBody,
} from "@/lib/service/conversations/schemas";

export const GET = route({
  id: "findMatchingCustomers",
  method: "GET",
  path: "/conversations/{id}/matching-customers",
  summary: "Customers who may be the unknown person of a conversation, and why",
  tag: "Conversations",
  permission: "conversations:read",
  params: conversationIdInput,
  response: matchingCustomersDto,
  handler: ({ ctx, params }) => findMatchingCustomers(ctx, params),
});

export const POST = route({
  id: "tellContactApart",
  method: "POST",
  path: "/conversations/{id}/matching-customers",
  summary: "Say that the person is not a customer, or take it back",
  tag: "Conversations",
  permission: "conversations:write",
  params: conversationIdInput,
  body: tellContactApartBody,
  status: 204,
  handler: ({ ctx, params, body }) => tellContactApart(ctx, { ...params, ...body }),
});
