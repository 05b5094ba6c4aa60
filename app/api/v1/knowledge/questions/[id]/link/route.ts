import { linkQuestion } from "@/lib/data/knowledge";
import { linkQuestionBody, questionIdInput, unansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "linkUnansweredQuestion",
  method: "POST",
  path: "/knowledge/questions/{id}/link",
  summary: "Say which article answers a question",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: questionIdInput,
  body: linkQuestionBody,
  response: unansweredQuestionDto,
  handler: ({ ctx, params, body }) => linkQuestion(ctx, { ...params, ...body }),
});
