import { route } from "@/lib/platform/http/route";
import { getEscalationRules, updateEscalationRules } from "@/lib/service/dialogue";
import { escalationRulesDto, updateEscalationRulesInput } from "@/lib/service/dialogue/schemas";

export const GET = route({
  id: "getEscalationRules",
  method: "GET",
  path: "/escalation-rules",
  summary: "When the bot gives a conversation to a person",
  tag: "Conversations",
  permission: "conversations:read",
  response: escalationRulesDto,
  handler: ({ ctx }) => getEscalationRules(ctx),
});

export const PATCH = route({
  id: "updateEscalationRules",
  method: "PATCH",
  path: "/escalation-rules",
  summary: "Change when people take over; what is left out stays as it is",
  tag: "Conversations",
  permission: "settings:write",
  body: updateEscalationRulesInput,
  response: escalationRulesDto,
  handler: ({ ctx, body }) => updateEscalationRules(ctx, body),
});
