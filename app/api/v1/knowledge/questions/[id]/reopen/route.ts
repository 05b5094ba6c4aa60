import { reopenQuestion } from "@/lib/data/knowledge";
import { questionIdInput, unansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "reopenUnansweredQuestion",
  method: "POST",
  path: "/knowledge/questions/{id}/reopen",
  summary: "Take a question's dismissal or link back",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: questionIdInput,
  response: unansweredQuestionDto,
  handler: ({ ctx, params }) => reopenQuestion(ctx, params),
});
