import { page } from "@/lib/core/pagination";
import { listQuestions } from "@/lib/data/knowledge";
import { listQuestionsInput, unansweredQuestionDto } from "@/lib/data/knowledge/schemas";
import { route } from "@/lib/platform/http/route";

export const GET = route({
  id: "listUnansweredQuestions",
  method: "GET",
  path: "/knowledge/questions",
  summary: "List questions that found no sure answer, the latest asked first",
  tag: "Knowledge",
  permission: "knowledge:read",
  query: listQuestionsInput,
  response: page(unansweredQuestionDto),
  handler: ({ ctx, query }) => listQuestions(ctx, query),
});
