import "server-only";

export { archiveArticle } from "./archive-article";
export { countKnowledge } from "./count-knowledge";
export { createArticle } from "./create-article";
export { draftArticleFromConversation } from "./draft-article-from-conversation";
export { importArticles } from "./import-articles";
export { listArticleGroups } from "./list-article-groups";
export { listCitations } from "./list-citations";
export { getQuestion, listQuestions } from "./list-questions";
export { publishArticle } from "./publish-article";
export { getArticle, listArticles, listVersions } from "./queries";
export { recordQuestion } from "./record-question";
export { dismissQuestion, linkQuestion, reopenQuestion } from "./resolve-question";
export { restoreVersion } from "./restore-version";
export { searchKnowledge } from "./search-knowledge";
export { unpublishArticle } from "./unpublish-article";
export { updateArticle } from "./update-article";
