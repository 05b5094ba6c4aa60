import { getServicePolicy, updateServicePolicy } from "@/lib/data/after-sales";
import { servicePolicyDto, updateServicePolicyInput } from "@/lib/data/after-sales/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "getServicePolicy",
  method: "GET",
  path: "/service-policy",
  summary: "What the shop grants after a sale",
  tag: "After-sales",
  permission: "orders:read",
  response: servicePolicyDto,
  handler: ({ ctx }) => getServicePolicy(ctx),
});

export const PATCH = route({
  id: "updateServicePolicy",
  method: "PATCH",
  path: "/service-policy",
  summary: "Change what the shop grants; what is left out stays as it is",
  tag: "After-sales",
  permission: "settings:write",
  body: updateServicePolicyInput,
  response: servicePolicyDto,
  handler: ({ ctx, body }) => updateServicePolicy(ctx, body),
});
