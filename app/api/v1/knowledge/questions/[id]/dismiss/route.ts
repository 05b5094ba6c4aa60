import { dismissQuestion } from "@/lib/data/knowledge";
import { questionIdInput, unansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const POST = route({
  id: "dismissUnansweredQuestion",
  method: "POST",
  path: "/knowledge/questions/{id}/dismiss",
  summary: "Put a question aside that needs no article",
  tag: "Knowledge",
  permission: "knowledge:write",
  params: questionIdInput,
  response: unansweredQuestionDto,
  handler: ({ ctx, params }) => dismissQuestion(ctx, params),
});
