import "server-only";

export { archiveArticle } from "./archive-article";
export { createArticle } from "./create-article";
export { draftArticleFromConversation } from "./draft-article-from-conversation";
export { importArticles } from "./import-articles";
export { listQuestions } from "./list-questions";
export { publishArticle } from "./publish-article";
export { getArticle, listArticles, listVersions } from "./queries";
export { recordQuestion } from "./record-question";
export { dismissQuestion, linkQuestion } from "./resolve-question";
export { restoreVersion } from "./restore-version";
export { searchKnowledge } from "./search-knowledge";
export { updateArticle } from "./update-article";
